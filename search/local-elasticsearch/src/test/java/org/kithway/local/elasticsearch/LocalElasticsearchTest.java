package org.kithway.local.elasticsearch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

class LocalElasticsearchTest {
    private final LocalElasticsearch node = TestElasticsearch.shared();
    private final Requests requests = new Requests(node);

    @Test
    void answersWhoKnowsThePassword() throws Exception {
        assertThat(requests.send("GET", "/_cluster/health", "").statusCode()).isEqualTo(200);
    }

    @Test
    void refusesWhoDoesNot() throws Exception {
        assertThat(requests.sendWithoutPassword("/_cluster/health").statusCode()).isEqualTo(401);
        assertThat(requests.send("GET", "/_cluster/health", "", "kithway:guess").statusCode())
                .isEqualTo(401);
        assertThat(requests.send("GET", "/_cluster/health", "", "elastic:changeme").statusCode())
                .isEqualTo(401);
    }

    @Test
    void listensOnThisMachineOnly() throws Exception {
        assertThat(InetAddress.getByName(node.uri().getHost()).isLoopbackAddress()).isTrue();
        assertThat(requests.ok("GET", "/_nodes/_local/http,transport", ""))
                .contains("\"bound_address\":[\"127.0.0.1:")
                .doesNotContain("[::");
    }

    @Test
    void makesNoIndexUnasked() throws Exception {
        assertThat(requests.send("POST", "/mistyped/_doc", "{\"a\":1}").statusCode())
                .isEqualTo(404);
    }

    @Test
    void restoresWhatASnapshotHolds() throws Exception {
        requests.ok("PUT", "/backed-up", "{\"settings\":{\"number_of_replicas\":0}}");
        requests.ok("PUT", "/backed-up/_doc/1?refresh=true", "{\"name\":\"Ada\"}");
        requests.ok(
                "PUT",
                "/_snapshot/backup",
                "{\"type\":\"fs\",\"settings\":{\"location\":\"backup\"}}");
        requests.ok(
                "PUT",
                "/_snapshot/backup/first?wait_for_completion=true",
                "{\"indices\":\"backed-up\"}");
        requests.ok("DELETE", "/backed-up", "");

        requests.ok(
                "POST",
                "/_snapshot/backup/first/_restore?wait_for_completion=true",
                "{\"indices\":\"backed-up\"}");

        assertThat(requests.ok("GET", "/backed-up/_doc/1", "")).contains("Ada");
        assertThat(node.snapshots().resolve("backup")).isNotEmptyDirectory();
    }

    @Test
    void keepsItsPasswordToItsOwner() throws Exception {
        Path home = TestElasticsearch.home();

        assertThat(Files.readString(home.resolve("password"))).isEqualTo(node.password());
        for (String secret : List.of("password", "launch")) {
            assertThat(
                            PosixFilePermissions.toString(
                                    Files.getPosixFilePermissions(home.resolve(secret))))
                    .isEqualTo("rw-------");
        }
        assertThat(Files.readString(home.resolve("node/config/users")))
                .doesNotContain(node.password());
    }

    @Test
    void sharesItsHomeWithNoOtherNode() {
        LocalElasticsearch.Settings same =
                LocalElasticsearch.Settings.of(
                        TestElasticsearch.distribution(), TestElasticsearch.home());

        assertThatThrownBy(() -> LocalElasticsearch.start(same))
                .isInstanceOf(LocalElasticsearchException.class)
                .hasMessageContaining("choose another home");
        assertThat(node.isAlive()).isTrue();
    }
}
