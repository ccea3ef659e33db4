package org.kithway.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.kithway.web.AccessTest.assertProblem;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kithway.model.ImportId;
import org.kithway.model.Layer;
import org.kithway.model.PersonId;
import org.kithway.model.Place;
import org.kithway.search.EvidenceDocument;

import tools.jackson.databind.JsonNode;

/** Jobs, candidates and purchases, and searches that are kept. */
class NeedsTest {
    private static final String CANDIDATES = "/api/v1/questions/candidates";
    private static final String POSITION =
            "{\"text\":\"Senior baker of Baking, crumb\",\"purpose\":\"More bread\"}";

    private final TestServer server = TestServer.shared();
    private final TestServer.Town town = server.town();
    private final Caller ada = town.as(town.ada());
    private final Caller ben = town.as(town.ben());

    @BeforeEach
    void fill() {
        server.ties.evidence = StoredTies.CONNECTED;
        server.people.put(
                town.id(),
                StoredPeople.person("per_ben", "Ben Baker", town.ben().id(), town.ben().account()));
        server.people.put(town.id(), StoredPeople.person("per_nora", "baker crumb", null));
        server.evidence.put(
                town.id(),
                new EvidenceDocument(
                        "e1",
                        Layer.ORGANIZATION,
                        new PersonId("per_nora"),
                        EvidenceDocument.Kind.POSITION,
                        TestConnector.SITE,
                        null,
                        "baker at Crumb",
                        null,
                        new ImportId("imp_1"),
                        new Place("pals.csv", 3)));
    }

    @Test
    void aJobsScoreIsTheProductOfItsParts() {
        JsonNode json = ben.post("/api/v1/questions/jobs", "{\"text\":\"baker at crumb\"}").json();

        JsonNode first = json.path("people").path(0);
        assertThat(first.path("person").path("id").asString()).isEqualTo("per_nora");
        assertProduct(first, 4);
        assertThat(first.path("ask").asString())
                .isEqualTo("Ben Baker knows baker crumb and can ask.");
        assertThat(first.path("evidence").path(0).path("place").asString()).isEqualTo("pals.csv:3");
    }

    @Test
    void whoWorksForTheSellerIsShownAndNotCounted() {
        JsonNode ignored = ben.post("/api/v1/questions/purchases", "{\"text\":\"Crumb\"}").json();
        JsonNode counted =
                ben.post("/api/v1/questions/purchases", "{\"text\":\"Crumb\",\"conflicted\":true}")
                        .json();

        JsonNode one = ignored.path("people").path(0);
        assertThat(one.path("interests").path(0).asString()).isEqualTo("works for the seller");
        assertThat(one.path("score").asDouble()).isZero();
        assertThat(counted.path("people").path(0).path("score").asDouble()).isPositive();
        assertProduct(counted.path("people").path(0), 3);
    }

    @Test
    void candidatesAreSearchedOnlyWhereAnAdministratorAllowsIt() {
        assertProblem(ben.post(CANDIDATES, POSITION), 409);
        ada.post(CANDIDATES + "/setting", "{\"allowed\":true}");
        assertProblem(ben.post(CANDIDATES, "{\"text\":\"Baker\"}"), 400);

        JsonNode json = ben.post(CANDIDATES, POSITION).json();

        JsonNode first = json.path("people").path(0);
        assertThat(json.path("people")).hasSize(1);
        assertThat(json.path("requirements").toString()).isEqualTo("[\"baker\",\"baking\"]");
        assertThat(first.path("met")).hasSize(2);
        assertProduct(first, 2);
        JsonNode recorded = ada.get(CANDIDATES + "/record").json().path("searches").path(0);
        assertThat(recorded.path("purpose").asString()).isEqualTo("More bread");
        assertThat(recorded.path("people").path(0).asString()).isEqualTo("per_nora");
    }

    @Test
    void aKeptSearchTellsWhoIsNew() {
        ben.post("/api/v1/searches", "{\"query\":\"Baking\"}");
        assertThat(ben.get("/api/v1/notifications").json().path("notifications")).isEmpty();

        server.people.put(town.id(), StoredPeople.person("per_pia", "Pia Potter", null));

        JsonNode told = ben.get("/api/v1/notifications").json().path("notifications").path(0);
        assertThat(told.path("added").path(0).path("name").asString()).isEqualTo("Pia Potter");
        assertThat(ada.get("/api/v1/notifications").json().path("notifications")).isEmpty();
    }

    private static void assertProduct(JsonNode ranked, int parts) {
        double product = 1;
        for (JsonNode part : ranked.path("parts")) {
            product *= part.path("factor").asDouble();
        }
        assertThat(ranked.path("parts")).hasSize(parts);
        assertThat(ranked.path("score").asDouble()).isCloseTo(product, within(1e-12));
    }
}
