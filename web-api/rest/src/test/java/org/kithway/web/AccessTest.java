package org.kithway.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.kithway.registry.Member;
import org.kithway.web.Caller.Answer;
import org.kithway.web.Routes.Route;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Who may ask what. */
class AccessTest {
    private static final Set<String> PUBLIC =
            Set.of(
                    "POST /api/v1/sign-in",
                    "GET /api/v1/codes/{id}",
                    "POST /api/v1/codes/{id}",
                    "POST /api/v1/codes/{id}/children");
    private static final Set<String> ADMINISTRATORS =
            Set.of(
                    "POST /api/v1/questions/candidates/setting",
                    "GET /api/v1/questions/candidates/record",
                    "POST /api/v1/identity/estimate",
                    "POST /api/v1/members",
                    "PATCH /api/v1/members/{id}",
                    "POST /api/v1/operations/verify",
                    "POST /api/v1/operations/rebuild",
                    "GET /api/v1/operations/rebuild",
                    "POST /api/v1/operations/dead-letters/replay");

    private final TestServer server = TestServer.shared();

    @Test
    void everyRouteButThePublicOnesAsksForCredentials() {
        Set<Route> routes = Routes.of(server);
        assertThat(routes).hasSizeGreaterThan(25);
        for (Route route : routes) {
            if (PUBLIC.contains(route.toString())) {
                continue;
            }
            Answer answer = server.anonymous().call(route.method(), route.path(), "{}");

            assertThat(answer.status()).as(route.toString()).isEqualTo(401);
            assertProblem(answer, 401);
            assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer");
        }
    }

    @Test
    void whatIsNotMappedAsksForCredentialsToo() {
        for (String path :
                List.of("/nothing", "/api", "/api/v2/people", "/actuator/env", "/error")) {
            assertProblem(server.anonymous().get(path), 401);
        }
    }

    @Test
    void thePageAndLivenessArePublic() {
        for (String path :
                List.of("/", "/index.html", "/sign-in", "/assets/app.js", "/favicon.svg")) {
            assertThat(server.anonymous().get(path).status()).as(path).isNotIn(401, 403);
        }
        assertThat(server.anonymous().get("/actuator/health/liveness").status()).isNotIn(401, 403);
        assertProblem(server.anonymous().get("/actuator/health"), 401);
    }

    @Test
    void whatOnlyAdministratorsMayIsRefusedToOthersAndNothingElseIs() {
        TestServer.Town town = server.town();
        Caller ada = town.as(town.ada());
        for (Member member : List.of(town.ben(), town.cleo())) {
            Caller caller = town.as(member);
            for (Route route : Routes.of(server)) {
                if (!route.pattern().startsWith("/api/v1/")) {
                    continue;
                }
                int status = caller.call(route.method(), route.path(), "{}").status();
                if (ADMINISTRATORS.contains(route.toString())) {
                    assertThat(status).as(route.toString()).isEqualTo(403);
                } else {
                    assertThat(status).as(route.toString()).isNotIn(403, 500);
                }
                assertThat(ada.call(route.method(), route.path(), "{}").status())
                        .as(route.toString())
                        .isNotIn(403, 500);
            }
        }
    }

    @Test
    void administratorsRoutesAreAmongTheMapped() {
        assertThat(Routes.of(server).stream().map(Route::toString).collect(Collectors.toSet()))
                .containsAll(ADMINISTRATORS)
                .containsAll(PUBLIC);
    }

    @Test
    void addressesTakeIdsAlone() {
        assertThat(Routes.of(server))
                .allSatisfy(route ->
                        assertThat(route.pattern().replace("{id}", "")).doesNotContain("{"));
    }

    @Test
    void keysThatAreNoneAreRefused() {
        assertProblem(new Caller(server, "kw_nothing_at_all").get("/api/v1/me"), 401);
    }

    @Test
    void answersAreNeitherKeptNorFramedNorMixedWithForeignScripts() {
        TestServer.Town town = server.town();

        Answer answer = town.as(town.ben()).get("/api/v1/me");

        assertThat(answer.header("Cache-Control")).contains("no-store");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("X-Frame-Options")).isEqualTo("DENY");
        assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(answer.header("Content-Security-Policy"))
                .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
    }

    static void assertProblem(Answer answer, int status) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.json().path("status").asInt()).isEqualTo(status);
        assertThat(answer.json().path("title").asString()).isNotBlank();
        assertThat(answer.json().path("detail").asString()).isNotBlank();
    }
}
