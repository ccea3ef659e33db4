package org.kithway.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kithway.web.AccessTest.assertProblem;

import org.junit.jupiter.api.Test;
import org.kithway.registry.Access;
import org.kithway.web.Caller.Answer;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.net.http.HttpRequest;
import java.time.Duration;

/** Links, sessions and keys. */
class SignInTest {
    private final TestServer server = TestServer.shared();
    private final TestServer.Town town = server.town();

    @Test
    void aLinkSignsInOnce() {
        String token = link(town.as(town.ben()), "{}");

        Answer first = signIn(token);
        Answer second = signIn(token);

        assertThat(first.status()).isEqualTo(200);
        assertThat(first.json().path("name").asString()).isEqualTo("Ben Baker");
        assertThat(first.json().path("role").asString()).isEqualTo("member");
        assertThat(first.json().path("organization").path("name").asString()).isEqualTo("Town");
        assertProblem(second, 401);
    }

    @Test
    void theSessionsCookieIsOutOfReachOfScriptsAndOtherSites() {
        String cookie = signIn(link(town.as(town.ben()), "{}")).header("Set-Cookie");

        assertThat(cookie)
                .startsWith("kithway_" + server.port + "=")
                .contains("Path=/", "HttpOnly", "SameSite=Strict");
    }

    @Test
    void aSessionAnswersUntilItIsSignedOut() {
        String cookie = session();

        assertThat(with(cookie, "/api/v1/me").status()).isEqualTo(200);
        HttpRequest.Builder out = ownPage(cookie, "/api/v1/sign-out");
        assertThat(server.anonymous().send(out).status()).isEqualTo(204);
        assertProblem(with(cookie, "/api/v1/me"), 401);
    }

    @Test
    void withACookieAloneNothingIsChanged() {
        String cookie = session();
        HttpRequest.Builder foreign =
                server.anonymous()
                        .request("/api/v1/keys")
                        .header("Cookie", cookie)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString("{\"name\":\"stolen\"}"));

        assertProblem(server.anonymous().send(foreign), 403);
        assertThat(with(cookie, "/api/v1/keys").json().path("keys"))
                .noneMatch(key -> key.path("name").asString().equals("stolen"));
    }

    @Test
    void aLinkIsSpentAfterAnHour() {
        String token = link(town.as(town.ben()), "{}");
        server.clock.advance(Access.LINK_LIFE.plus(Duration.ofSeconds(1)));

        assertProblem(signIn(token), 401);
    }

    @Test
    void onlyAdministratorsMakeLinksForOthers() {
        String forBen = "{\"member\":\"" + town.ben().id() + "\"}";
        String forStranger = "{\"member\":\"" + server.town().ben().id() + "\"}";

        assertThat(signIn(link(town.as(town.ada()), forBen)).json().path("name").asString())
                .isEqualTo("Ben Baker");
        assertProblem(town.as(town.cleo()).post("/api/v1/links", forBen), 403);
        assertProblem(town.as(town.ada()).post("/api/v1/links", forStranger), 404);
    }

    @Test
    void aKeyIsShownOnceAndKeptHashed() {
        Caller ben = town.as(town.ben());

        Answer created = ben.post("/api/v1/keys", "{\"name\":\"laptop\"}");

        String token = created.json().path("token").asString();
        assertThat(created.status()).isEqualTo(201);
        assertThat(token).startsWith("kw_");
        assertThat(new Caller(server, token).get("/api/v1/me").status()).isEqualTo(200);
        assertThat(ben.get("/api/v1/keys").text()).contains("laptop").doesNotContain(token);
        assertThat(
                        JdbcClient.create(server.dataSource)
                                .sql("SELECT * FROM credentials")
                                .query()
                                .listOfRows()
                                .toString())
                .doesNotContain(token)
                .doesNotContain(token.substring(token.lastIndexOf('_') + 1));
    }

    @Test
    void aKeyThatIsRevokedOrExpiredIsRefused() {
        Caller ben = town.as(town.ben());
        Answer revoked = ben.post("/api/v1/keys", "{\"name\":\"lost\"}");
        String expires = server.clock.instant().plus(Duration.ofHours(1)).toString();
        Answer expired =
                ben.post("/api/v1/keys", "{\"name\":\"brief\",\"expires\":\"" + expires + "\"}");
        String path = "/api/v1/keys/" + revoked.json().path("key").path("id").asString();

        assertThat(town.as(town.cleo()).call("DELETE", path, "").status()).isEqualTo(404);
        assertThat(ben.call("DELETE", path, "").status()).isEqualTo(204);
        server.clock.advance(Duration.ofHours(2));

        for (Answer key : new Answer[] {revoked, expired}) {
            String token = key.json().path("token").asString();
            assertProblem(new Caller(server, token).get("/api/v1/me"), 401);
        }
    }

    @Test
    void membersAreManagedByAdministrators() {
        Caller ada = town.as(town.ada());

        Answer created = ada.post("/api/v1/members", "{\"name\":\"Dan Dyer\"}");
        Answer again = ada.post("/api/v1/members", "{\"name\":\"dan dyer\"}");
        String path = created.header("Location");
        Answer changed = ada.call("PATCH", path, "{\"role\":\"analyst\"}");

        assertThat(created.status()).isEqualTo(201);
        assertProblem(again, 409);
        assertThat(changed.json().path("role").asString()).isEqualTo("analyst");
        assertThat(ada.get("/api/v1/members").text()).contains("Dan Dyer");
        assertProblem(ada.call("PATCH", path, "{\"role\":\"king\"}"), 400);
        assertProblem(
                ada.call("PATCH", "/api/v1/members/" + town.ada().id(), "{\"role\":\"member\"}"),
                409);
    }

    @Test
    void anotherOrganizationsMembersAreNotThere() {
        String stranger = "/api/v1/members/" + server.town().ben().id();

        assertProblem(town.as(town.ada()).get(stranger), 404);
        assertProblem(town.as(town.ada()).call("PATCH", stranger, "{\"role\":\"admin\"}"), 404);
    }

    private String session() {
        String header = signIn(link(town.as(town.ben()), "{}")).header("Set-Cookie");
        return header.substring(0, header.indexOf(';'));
    }

    private Answer with(String cookie, String path) {
        return server.anonymous()
                .send(server.anonymous().request(path).header("Cookie", cookie).GET());
    }

    private HttpRequest.Builder ownPage(String cookie, String path) {
        return server.anonymous()
                .request(path)
                .header("Cookie", cookie)
                .header("X-Requested-With", "kithway")
                .POST(HttpRequest.BodyPublishers.noBody());
    }

    private Answer signIn(String token) {
        return server.anonymous().post("/api/v1/sign-in", "{\"token\":\"" + token + "\"}");
    }

    private static String link(Caller caller, String json) {
        Answer answer = caller.post("/api/v1/links", json);
        assertThat(answer.status()).isEqualTo(201);
        String url = answer.json().path("url").asString();
        assertThat(url).startsWith("http://127.0.0.1:" + caller.server().port + "/sign-in#");
        return url.substring(url.indexOf('#') + 1);
    }
}
