package org.kithway.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.kithway.web.AccessTest.assertProblem;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kithway.model.AccountId;
import org.kithway.model.Fact;
import org.kithway.model.ImportId;
import org.kithway.model.Layer;
import org.kithway.model.PartialDate;
import org.kithway.model.PersonId;
import org.kithway.model.Place;
import org.kithway.model.TieEvidence;
import org.kithway.registry.Decision;
import org.kithway.registry.NewImport;
import org.kithway.search.EvidenceDocument;
import org.kithway.search.Field;
import org.kithway.search.Introductions;
import org.kithway.search.PeopleSearch;
import org.kithway.search.StatementDocument;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import tools.jackson.databind.JsonNode;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** People, experts and routes, as they are answered. */
class QuestionsTest {
    private static final AccountId NORA = AccountId.of(TestConnector.SITE, "nora");

    private final TestServer server = TestServer.shared();
    private final TestServer.Town town = server.town();
    private final Caller ben = town.as(town.ben());
    private final AccountId pia =
            AccountId.named(TestConnector.SITE, town.ben().id() + "/Pia Potter");
    private final ImportId imported = server.registry.imports().newId();

    @BeforeEach
    void fill() {
        server.ties.other = null;
        server.ties.evidence = StoredTies.CONNECTED;
        server.registry
                .imports()
                .submit(
                        new NewImport(
                                imported,
                                town.id(),
                                town.ben().id(),
                                town.ben().id(),
                                false,
                                TestConnector.SITE,
                                Layer.ORGANIZATION,
                                "pals.zip",
                                1,
                                "0".repeat(64),
                                Map.of()));
        new TransactionTemplate(new JdbcTransactionManager(server.dataSource))
                .executeWithoutResult(status ->
                        server.registry
                                .decisions()
                                .append(
                                        town.id(),
                                        new Decision.ImportSettled(
                                                imported,
                                                town.ben().id(),
                                                TestConnector.SITE,
                                                null,
                                                Layer.ORGANIZATION,
                                                null,
                                                Instant.EPOCH,
                                                Set.of("pals"),
                                                Set.of(),
                                                Map.of())));
        server.people.put(
                town.id(),
                StoredPeople.person("per_ben", "Ben Baker", town.ben().id(), town.ben().account()));
        server.people.put(town.id(), StoredPeople.person("per_nora", "Nora Nash", null, NORA));
        server.people.put(town.id(), StoredPeople.person("per_pia", "Pia Potter", null, pia));
        server.people.put(
                town.id(),
                StoredPeople.in(
                        Layer.of(town.cleo().id()),
                        StoredPeople.person("per_secret", "Sam Secret", null)));
        evidence("e1", EvidenceDocument.Kind.ENDORSEMENT, "Sourdough", null, pia);
        evidence(
                "e2",
                EvidenceDocument.Kind.POSITION,
                "Baker at Crumb. Sourdough and rye.",
                new PartialDate(2021, 5, null),
                null);
    }

    private void evidence(
            String id,
            EvidenceDocument.Kind kind,
            String text,
            @Nullable PartialDate date,
            @Nullable AccountId by) {
        server.evidence.put(
                town.id(),
                new EvidenceDocument(
                        id,
                        Layer.ORGANIZATION,
                        new PersonId("per_nora"),
                        kind,
                        TestConnector.SITE,
                        date,
                        text,
                        by,
                        imported,
                        new Place("pals.csv", 3)));
    }

    @Test
    void peopleAreFoundWithFacetsAndYears() {
        JsonNode json =
                ben.post(
                                "/api/v1/people/search",
                                """
                                {"q": "Potter", "facets": ["company", "knownby"], "histogram": true,
                                 "filters": {"company": ["Crumb"]}, "sort": "name", "size": 5}
                                """)
                        .json();

        assertThat(json.path("total").asInt()).isEqualTo(1);
        JsonNode person = json.path("people").path(0);
        assertThat(person.path("id").asString()).isEqualTo("per_pia");
        assertThat(person.path("headline").asString()).isEqualTo("Baker at Crumb");
        assertThat(person.path("accounts").path(0).path("site").asString()).isEqualTo("pals");
        assertThat(person.path("accounts").path(0).path("key").asString()).isEqualTo("Pia Potter");
        assertThat(person.path("accounts").path(0).path("kind").asString()).isEqualTo("name");
        assertThat(json.path("facets").path("company").path(0).path("count").asInt()).isEqualTo(1);
        assertThat(json.path("facets").path("knownby").path(0).path("label").asString())
                .isEqualTo("Ben Baker");
        assertThat(json.path("years").path("2019").asInt()).isEqualTo(1);
        PeopleSearch.Request asked = Objects.requireNonNull(server.people.asked);
        assertThat(asked.filters()).isEqualTo(Map.of(Field.COMPANY, List.of("Crumb")));
        assertThat(asked.sort()).isEqualTo(PeopleSearch.Sort.NAME);
    }

    @Test
    void anEmptyQuestionIsForEverybodyWhomTheViewerSees() {
        assertThat(ben.post("/api/v1/people/search", "{}").json().path("total").asInt())
                .isEqualTo(3);
        assertThat(
                        town.as(town.cleo())
                                .post("/api/v1/people/search", "{\"size\":1}")
                                .json()
                                .path("next")
                                .asString())
                .isEqualTo("more");
    }

    @Test
    void aQueryThatCannotBeReadSaysWhere() {
        Caller.Answer answer = ben.post("/api/v1/people/search", "{\"q\":\"baker)\"}");

        assertProblem(answer, 400);
        assertThat(answer.json().path("position").asInt()).isEqualTo(5);
    }

    @Test
    void questionsThatMakeNoSenseAreRefused() {
        for (String question :
                List.of(
                        "{\"size\":201}",
                        "{\"sort\":\"age\"}",
                        "{\"facets\":[\"shoe\"]}",
                        "{\"facets\":[\"name\"]}",
                        "{\"filters\":{\"shoe\":[\"42\"]}}",
                        "{\"filters\":{\"company\":[null]}}",
                        "{\"cursor\":\"bogus\"}")) {
            assertProblem(ben.post("/api/v1/people/search", question), 400);
        }
        assertProblem(ben.post("/api/v1/experts", "{}"), 400);
        assertProblem(ben.post("/api/v1/experts", "{\"topic\":\"x\",\"limit\":0}"), 400);
        for (String question :
                List.of(
                        "{}",
                        "{\"to\":\"baker\",\"k\":101}",
                        "{\"to\":\"baker\",\"maxHops\":7}",
                        "{\"to\":\"baker\",\"exclude\":[\"Nora\"]}")) {
            assertProblem(ben.post("/api/v1/routes", question), 400);
        }
    }

    @Test
    void aPersonIsShownWithEvidenceAndTies() {
        server.ties.other = new PersonId("per_ben");
        JsonNode json = ben.get("/api/v1/people/per_nora").json();

        assertThat(json.path("name").asString()).isEqualTo("Nora Nash");
        JsonNode said = json.path("evidence").path(0);
        assertThat(said.path("text").asString()).isEqualTo("endorsed for Sourdough");
        assertThat(said.path("import").asString()).isEqualTo(imported.value());
        assertThat(said.path("place").asString()).isEqualTo("pals.csv:3");
        assertThat(said.path("by").path("name").asString()).isEqualTo("Pia Potter");
        assertThat(said.path("by").path("id").asString()).isEqualTo("per_pia");
        JsonNode tie = json.path("ties").path(0);
        assertThat(tie.path("person").path("name").asString()).isEqualTo("Ben Baker");
        assertThat(tie.path("reasons").path(0).asString()).isEqualTo("connected on Pals");
    }

    @Test
    void peopleWhomOneMayNotSeeAreNotThere() {
        TestServer.Town elsewhere = server.town();
        for (String way : List.of("", "/statements")) {
            assertProblem(ben.get("/api/v1/people/per_secret" + way), 404);
            assertProblem(ben.get("/api/v1/people/per_unknown" + way), 404);
            assertProblem(elsewhere.as(elsewhere.ada()).get("/api/v1/people/per_nora" + way), 404);
        }
        assertProblem(ben.post("/api/v1/routes", "{\"to\":\"per_secret\"}"), 404);
        assertThat(
                        town.as(town.cleo())
                                .get("/api/v1/people/per_secret")
                                .json()
                                .path("layer")
                                .asString())
                .isEqualTo("private");
    }

    @Test
    void everyStatementIsTracedToItsPlace() {
        server.statements.put(
                town.id(),
                new StatementDocument(
                        "s1",
                        Layer.ORGANIZATION,
                        imported,
                        "pals",
                        new Place("pals.csv", 3),
                        List.of(pia, NORA),
                        new Fact.Connected(pia, NORA, new PartialDate(2019, 3, null))));
        server.statements.put(
                town.id(),
                new StatementDocument(
                        "s2",
                        Layer.ORGANIZATION,
                        imported,
                        "superseded",
                        new Place("old.csv", 1),
                        List.of(pia, NORA),
                        new Fact.Connected(pia, NORA, null)));

        JsonNode json = ben.get("/api/v1/people/per_nora/statements").json();

        assertThat(json.path("statements")).hasSize(1);
        JsonNode statement = json.path("statements").path(0);
        assertThat(json.path("complete").asBoolean()).isTrue();
        assertThat(statement.path("kind").asString()).isEqualTo("connected");
        assertThat(statement.path("accounts").toString())
                .contains("Pia Potter", "nora")
                .doesNotContain(town.ben().id() + "/");
        assertThat(statement.path("fields").path("since").asString()).isEqualTo("2019-03");
        assertThat(statement.path("import").asString()).isEqualTo(imported.value());
        assertThat(statement.path("place").asString()).isEqualTo("pals.csv:3");
        assertThat(statement.path("part").asString()).isEqualTo("pals");
    }

    @Test
    void anExpertsScoreIsTheSumOfTheEvidence() {
        for (int i = 0; i < 30; i++) {
            evidence("many" + i, EvidenceDocument.Kind.POST, "More Sourdough " + i, null, null);
        }

        JsonNode json = ben.post("/api/v1/experts", "{\"topic\":\"Sourdough\"}").json();

        JsonNode expert = json.path("experts").path(0);
        assertThat(json.path("experts")).hasSize(1);
        assertThat(expert.path("person").path("name").asString()).isEqualTo("Nora Nash");
        assertThat(expert.path("person").path("headline").asString()).isEqualTo("Baker at Crumb");
        double sum = expert.path("more").path("points").asDouble();
        for (JsonNode line : expert.path("evidence")) {
            assertThat(line.path("points").asDouble()).isPositive();
            sum += line.path("points").asDouble();
        }
        assertThat(expert.path("evidence")).hasSize(20);
        assertThat(expert.path("more").path("count").asInt()).isEqualTo(12);
        assertThat(expert.path("score").asDouble()).isCloseTo(sum, within(1e-9));
        assertThat(expert.path("evidence").toString())
                .contains("\"kind\":\"position\"", "\"date\":\"2021-05\"", "Baker at Crumb.");
    }

    @Test
    void nobodyIsAnExpertInWhatNothingSpeaksOf() {
        assertThat(ben.post("/api/v1/experts", "{\"topic\":\"Falconry\"}").text())
                .isEqualTo("{\"experts\":[]}");
    }

    @Test
    void aRouteNamesEachHopWithItsReasons() {
        server.ties.evidence =
                TieEvidence.at(
                        TestConnector.SITE,
                        true,
                        new PartialDate(2019, 3, 4),
                        TieEvidence.Direction.NONE,
                        TieEvidence.Direction.NONE);

        JsonNode json =
                ben.post(
                                "/api/v1/routes",
                                """
                                {"to": "Nora", "k": 3, "maxHops": 2, "perContact": 1, "exclude": ["per_pia"]}
                                """)
                        .json();

        assertThat(json.path("complete").asBoolean()).isTrue();
        assertThat(json.path("sources").asInt()).isEqualTo(1);
        assertThat(json.path("targets").asInt()).isEqualTo(1);
        JsonNode route = json.path("routes").path(0);
        assertThat(route.path("probability").asDouble()).isEqualTo(StoredTies.PROBABILITY);
        JsonNode hop = route.path("hops").path(0);
        assertThat(hop.path("from").path("id").asString()).isEqualTo("per_ben");
        assertThat(hop.path("from").path("name").asString()).isEqualTo("Ben Baker");
        assertThat(hop.path("to").path("name").asString()).isEqualTo("Nora Nash");
        assertThat(hop.path("reasons").path(0).asString())
                .isEqualTo("connected on Pals since March 2019");
        Introductions.Request asked = Objects.requireNonNull(server.ties.asked);
        assertThat(asked.routes()).isEqualTo(3);
        assertThat(asked.hops()).isEqualTo(2);
        assertThat(asked.perContact()).isEqualTo(1);
        assertThat(asked.excluded()).isEqualTo(Set.of(new PersonId("per_pia")));
    }

    @Test
    void qualitiesAreToldOfOneMemberOrOfAll() {
        JsonNode one = ben.get("/api/v1/quality?member=" + town.ben().id()).json();

        assertThat(one.path("member").path("id").asString()).isEqualTo(town.ben().id().value());
        assertThat(one.path("contacts").asInt()).isEqualTo(1);
        assertThat(one.path("qualities").findValuesAsString("name"))
                .contains("size", "effectiveSize", "constraint", "largeOrGood", "betweenness");
        assertThat(one.path("known").asInt()).isEqualTo(1);
        assertThat(one.path("strengths").path(2).asInt()).isEqualTo(1);
        assertThat(one.path("usages").path(0).path("type").asString())
                .isEqualTo("conversationalist");
        assertThat(one.path("usages").path(0).path("direction").asDouble()).isEqualTo(0.5);
        assertThat(one.path("sites").path(0).path("onlyThere").asInt()).isEqualTo(1);
        assertThat(ben.get("/api/v1/quality").json().has("member")).isFalse();
        assertProblem(ben.get("/api/v1/quality?member=mem_stranger"), 404);
    }

    @Test
    void eachNumberOfADescriptionNamesTheSearchThatOpensIt() {
        JsonNode described = ben.get("/api/v1/description?member=" + town.ben().id()).json();

        described
                .path("sentences")
                .forEach(sentence -> {
                    assertThat(sentence.path("words").asString())
                            .contains(sentence.path("count").asString());
                    assertThat(sentence.path("filters").path("knownby").path(0).asString())
                            .isEqualTo(town.ben().id().value());
                });
        assertProblem(ben.get("/api/v1/description?member=mem_stranger"), 404);
    }

    @Test
    void routesBeginAtTheMemberAskedFor() {
        String fromBen = "{\"to\":\"per_nora\",\"from\":\"" + town.ben().id() + "\"}";
        String fromCleo = "{\"to\":\"per_nora\",\"from\":\"" + town.cleo().id() + "\"}";
        String fromStranger = "{\"to\":\"per_nora\",\"from\":\"" + server.town().ben().id() + "\"}";

        assertThat(ben.post("/api/v1/routes", fromBen).json().path("routes")).hasSize(1);
        assertThat(ben.post("/api/v1/routes", fromCleo).json().path("sources").asInt()).isZero();
        assertProblem(ben.post("/api/v1/routes", fromStranger), 404);
        assertThat(ben.post("/api/v1/routes", "{\"to\":\"Nobody\"}").json().path("targets").asInt())
                .isZero();
    }

    @Test
    void aMemberLearnsWhichPersonTheyAre() {
        assertThat(ben.get("/api/v1/me").json().path("person").asString()).isEqualTo("per_ben");
        assertThat(town.as(town.cleo()).get("/api/v1/me").json().has("person")).isFalse();
    }
}
