package org.kithway.local.elasticsearch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

class DistributionTest {
    private static final String ZIP =
            "org/elasticsearch/distribution/integ-test-zip/elasticsearch/9.5.3/elasticsearch-9.5.3.zip";

    @TempDir private Path folder = Path.of("");
    private Path cache = Path.of("");
    private Optional<Path> served = Optional.empty();
    private final HttpServer mavenCentral;

    DistributionTest() throws IOException {
        mavenCentral = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    }

    @BeforeEach
    void serve() {
        cache = folder.resolve("cache");
        mavenCentral.createContext(
                "/",
                exchange -> {
                    try (exchange) {
                        if (served.isPresent()
                                && exchange.getRequestURI().getPath().equals("/" + ZIP)) {
                            exchange.sendResponseHeaders(200, Files.size(served.get()));
                            Files.copy(served.get(), exchange.getResponseBody());
                        } else {
                            exchange.sendResponseHeaders(404, -1);
                        }
                    }
                });
        mavenCentral.start();
    }

    @AfterEach
    void stop() {
        mavenCentral.stop(0);
    }

    @Test
    void takesTheConfiguredOneAsItIs() {
        Path configured = TestElasticsearch.distribution();

        assertThat(Distribution.locate(cache, Optional.of(configured))).isEqualTo(configured);
        assertThat(cache).doesNotExist();
    }

    @Test
    void refusesAConfiguredFolderThatHoldsNone() {
        assertThatThrownBy(() -> Distribution.locate(cache, Optional.of(folder)))
                .isInstanceOf(LocalElasticsearchException.class)
                .hasMessageContaining(folder.toString());
    }

    @Test
    void fetchesItOnceWhereNoMavenRepositoryHasIt() throws IOException {
        served = Optional.of(Distribution.mavenRepository().resolve(ZIP));

        Path unpacked = locate();
        mavenCentral.stop(0);

        assertThat(unpacked.resolve("lib")).isNotEmptyDirectory();
        assertThat(locate()).isEqualTo(unpacked);
        assertThat(names(cache)).containsExactly("elasticsearch-9.5.3");
    }

    @Test
    void refusesAZipWithAnotherChecksum() throws IOException {
        served = Optional.of(Files.writeString(folder.resolve("forged.zip"), "forged"));

        assertThatThrownBy(this::locate)
                .isInstanceOf(LocalElasticsearchException.class)
                .hasMessageContaining("SHA-256");
        assertThat(names(cache)).isEmpty();
    }

    @Test
    void saysWhatToDoWhenThereIsNone() {
        assertThatThrownBy(this::locate)
                .isInstanceOf(LocalElasticsearchException.class)
                .hasMessageContaining("404")
                .hasMessageContaining("configure its path");
    }

    private Path locate() {
        return Distribution.locate(
                cache,
                Optional.empty(),
                folder.resolve("no-repository"),
                URI.create("http://127.0.0.1:" + mavenCentral.getAddress().getPort() + "/"));
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> found = Files.list(folder)) {
            return found.map(file -> file.getFileName().toString()).toList();
        }
    }
}
