package org.kithway.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kithway.web.AccessTest.assertProblem;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kithway.model.AccountId;
import org.kithway.model.PersonId;
import org.kithway.web.Caller.Answer;

import tools.jackson.databind.JsonNode;

import java.util.Objects;

/** Asking people, as it is answered. */
class AskApiTest {
    private static final String ASK =
            """
            {"purpose": "advice", "title": "Ovens", "query": "Crumb", "count": %d, "lot": true,
             "wordings": [{"name": "plain", "text": "Which oven is good?"}]}
            """;

    private final TestServer server = TestServer.shared();
    private final TestServer.Town town = server.town();
    private final Caller ben = town.as(town.ben());

    @BeforeEach
    void fill() {
        server.people.put(
                town.id(),
                StoredPeople.person("per_ben", "Ben Baker", town.ben().id(), town.ben().account()));
        for (String name : new String[] {"nora", "pia", "quin"}) {
            server.people.put(
                    town.id(),
                    StoredPeople.person(
                            "per_" + name, name, null, AccountId.of(TestConnector.SITE, name)));
        }
    }

    @Test
    void anAskGoesFromPeopleToAReport() {
        Answer made = ben.post("/api/v1/asks", ASK.formatted(2));
        assertThat(made.status()).isEqualTo(201);
        JsonNode ask = made.json().path("ask");
        assertThat(ask.path("recipients")).hasSize(2);
        assertThat(made.json().path("detectable").asDouble()).isBetween(0.5, 1.0);
        JsonNode recipient = ask.path("recipients").path(0);
        String code = recipient.path("code").asString();
        assertThat(recipient.path("text").asString())
                .startsWith("Which oven is good?")
                .endsWith("[" + code + "]");
        assertThat(recipient.path("person").path("id").asString()).isNotEqualTo("per_ben");

        Caller anybody = server.anonymous();
        assertThat(anybody.get("/api/v1/codes/" + code).json().path("title").asString())
                .isEqualTo("Ovens");
        assertThat(anybody.post("/api/v1/codes/" + code, "{\"event\":\"answered\"}").status())
                .isEqualTo(204);
        Answer child = anybody.post("/api/v1/codes/" + code + "/children", "");
        assertThat(child.json().path("code").asString()).isEqualTo(code + "-1");
        assertThat(anybody.post("/api/v1/codes/" + code + "-1", "{\"event\":\"useful\"}").status())
                .isEqualTo(204);

        String path = made.header("Location");
        ben.post(
                path + "/events",
                "{\"person\":\"%s\",\"event\":\"sent\"}"
                        .formatted(
                                ask.path("recipients")
                                        .path(1)
                                        .path("person")
                                        .path("id")
                                        .asString()));
        JsonNode report = ben.get(path + "/report").json();
        JsonNode answered = report.path("all").path("answered");
        assertThat(answered.path("count").asInt()).isEqualTo(1);
        assertThat(answered.path("of").asInt()).isEqualTo(2);
        assertThat(answered.path("low").asDouble()).isBetween(0.0, 0.5);
        assertThat(report.path("all").path("forwarded").path("count").asInt()).isEqualTo(1);
        assertThat(report.path("tree").path("depth").asInt()).isEqualTo(1);
        assertThat(report.path("bySite").path(0).path("name").asString())
                .isEqualTo(TestConnector.SITE.name());
    }

    @Test
    void whoNeverHelpsIsSparedAndTakesNoPartInRoutes() {
        assertThat(
                        ben.call(
                                        "PUT",
                                        "/api/v1/asks/preferences/per_nora",
                                        "{\"neverFor\":[\"advice\"]}")
                                .status())
                .isEqualTo(200);
        JsonNode made = ben.post("/api/v1/asks", ASK.formatted(3)).json();

        assertThat(made.path("ask").path("recipients")).hasSize(2);
        assertThat(made.path("spared").path(0).path("why").asString()).isEqualTo("never");
        JsonNode routes =
                ben.post("/api/v1/routes", "{\"to\":\"per_pia\",\"purpose\":\"advice\"}").json();
        assertThat(routes.path("leftOut").path(0).path("id").asString()).isEqualTo("per_nora");
        assertThat(Objects.requireNonNull(server.ties.asked).willing())
                .containsEntry(new PersonId("per_nora"), 0.0);
    }

    @Test
    void whatIsNotCompleteIsRefusedWithWhatIsMissing() {
        assertProblem(ben.post("/api/v1/asks", "{\"purpose\":\"fun\"}"), 400);
        assertProblem(ben.post("/api/v1/asks", "{\"purpose\":\"job\",\"query\":\"Crumb\"}"), 400);
        assertProblem(ben.post("/api/v1/asks", ASK.formatted(301)), 400);
        assertProblem(ben.get("/api/v1/asks/ask_nothing/report"), 404);
        assertProblem(server.anonymous().get("/api/v1/codes/00000000"), 404);
        assertProblem(
                server.anonymous().post("/api/v1/codes/00000000", "{\"event\":\"sent\"}"), 400);
    }

    @Test
    void beforeAnybodyIsAskedItIsKnownWhatSoManyCanShow() {
        assertThat(
                        ben.get("/api/v1/asks/power?people=300&wordings=2")
                                .json()
                                .path("detectable")
                                .asDouble())
                .isBetween(0.135, 0.145);
    }
}
