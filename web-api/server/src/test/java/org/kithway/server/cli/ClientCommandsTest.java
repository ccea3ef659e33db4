package org.kithway.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

final class ClientCommandsTest {
    @TempDir Path home;
    CannedServer server;

    @BeforeEach
    void start() throws IOException {
        server = new CannedServer(home);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text);
    }

    @ParameterizedTest
    @CsvSource({"400,2", "401,4", "403,4", "404,5", "409,3", "413,2", "500,1", "503,6"})
    void theExitCodeTellsWhatTheServerAnswered(int status, int exitCode) {
        server.on("POST /api/v1/links", status, "{\"status\":" + status + ",\"detail\":\"So.\"}");
        CannedServer.Ran ran = server.run("link", "--json");
        assertThat(ran.exitCode()).isEqualTo(exitCode);
        assertThat(ran.err()).startsWith("kithway: So.");
        assertThat(json(ran.out()).path("status").asInt()).isEqualTo(status);
    }

    @Test
    void withoutAServerTheCommandSaysHowToStartOne() {
        URI address = server.address();
        server.close();
        Endpoint nobody = new Endpoint(address, Optional.empty(), home, home.resolve("key"));
        CannedServer.Ran ran = CannedServer.run(nobody, "experts", "bees");
        assertThat(ran.exitCode()).isEqualTo(6);
        assertThat(ran.err().strip())
                .isEqualTo(
                        "kithway: No Kithway answers at "
                                + address
                                + ": start one with ./kithway serve, or try ./kithway demo");
        assertThat(ran.out()).isEmpty();
    }

    @Test
    void aMissingArgumentIsAUsageError() {
        assertThat(server.run("routes").exitCode()).isEqualTo(2);
        assertThat(server.asked()).isEmpty();
    }

    @Test
    void whatIsNotKithwayIsToldApart() {
        server.on("POST /api/v1/links", 200, "<html>hello</html>");
        assertThat(server.run("link").exitCode()).isEqualTo(6);
    }

    @Test
    void aLinkIsPrintedAloneAndTheKeyIsShown() {
        server.on("POST /api/v1/links", 201, "{\"url\":\"http://127.0.0.1/sign-in#t\"}");
        assertThat(server.run("link").out().strip()).isEqualTo("http://127.0.0.1/sign-in#t");
        assertThat(server.asked().getFirst().authorization()).isEqualTo("Bearer kw_test");
    }

    @Test
    void jsonIsTheServersAnswer() {
        String answer = "{\"total\":1,\"people\":[{\"id\":\"per_1\"}],\"facets\":{\"more\":[]}}";
        server.on("POST /api/v1/people/search", 200, answer);
        CannedServer.Ran ran = server.run("people", "bee", "keeper", "--size", "3", "--json");
        assertThat(ran.exitCode()).isZero();
        assertThat(json(ran.out())).isEqualTo(json(answer));
        JsonNode question = json(server.asked().getFirst().body());
        assertThat(question.path("q").asString()).isEqualTo("bee keeper");
        assertThat(question.path("size").asInt()).isEqualTo(3);
    }

    @Test
    void qualitiesAreToldInWordsWithWhomTheyConcern() {
        server.on(
                "GET /api/v1/quality",
                200,
                """
                {"qualities":[{"meaning":"2 contacts.","advice":"Import more."}],
                 "bridges":[{"one":"A","other":"B","both":3,"crossing":4}],
                 "keepers":[{"person":{"name":"Ana"},"alone":5}],
                 "overlap":[{"one":{"name":"Ana"},"other":{"name":"Ben"},"common":6,"jaccard":0.25}],
                 "uploads":[{"person":{"name":"Cy"},"member":true,"pairs":7}],
                 "usages":[{"person":{"name":"Ana"},"words":"keeps contacts"}]}
                """);
        assertThat(server.run("quality").out().lines())
                .containsExactly(
                        "2 contacts.",
                        "  -> Import more.",
                        "A and B: 3 at both, 4 ties from one to the other",
                        "Ana and Ben have 6 contacts in common, 25 % of theirs",
                        "Ana alone knows 5",
                        "Ana keeps contacts",
                        "An upload by Cy, a member, would tell of 7 more pairs");
    }

    @Test
    void aNameCannotSteerTheTerminal() {
        server.on(
                "POST /api/v1/people/search",
                200,
                "{\"total\":1,\"people\":[{\"id\":\"per_1\",\"name\":\"A\\u001b[2Jb\\u009b\"}]}");
        assertThat(server.run("people", "a").out())
                .contains("A[2Jb")
                .doesNotContain("\u001b", "\u009b");
        assertThat(server.run("people", "a", "--json").out()).doesNotContain("\u001b", "\u009b");
    }

    @Test
    void noNameIsPutIntoAnAddress() {
        CannedServer.Ran ran = server.run("person", "Pia Potter");
        assertThat(ran.exitCode()).isEqualTo(2);
        assertThat(ran.err()).doesNotContain("Pia");
        assertThat(server.asked()).isEmpty();
    }

    @Test
    void expertsShowTheirEvidence() {
        server.on(
                "POST /api/v1/experts",
                200,
                """
                {"experts":[{"person":{"id":"per_1","name":"Pia"},"score":2.5,"evidence":[
                {"kind":"skill","site":"linkedin","date":"2020-05","text":"Skill: bees",
                "import":"imp_1","place":"Skills.csv#3"}]}]}\
                """);
        assertThat(server.run("experts", "bees").out())
                .contains("1. Pia (per_1)  score 2.50")
                .contains("2020-05  Skill: bees  [skill, linkedin, imp_1 Skills.csv#3]");
    }

    @Test
    void aNeedIsAnsweredWithPartsAndHowToAsk() {
        server.on(
                "POST /api/v1/questions/jobs",
                200,
                """
                {"people":[{"person":{"id":"per_1","name":"Pia"},"score":0.5,
                "parts":[{"name":"fit","factor":0.5,"words":"half"}],"evidence":[],
                "ask":"Ann knows Pia and can ask."}]}\
                """);
        assertThat(server.run("ask", "job", "bee", "keeper").out())
                .contains("1. Pia (per_1)  score 0.500", "fit 0.500  half", "Ann knows Pia");
        assertThat(server.run("ask", "love", "bees").exitCode()).isEqualTo(2);
    }

    @Test
    void aRouteBeginsAtTheMemberOfTheGivenName() {
        server.on("GET /api/v1/members", 200, "{\"members\":[{\"id\":\"mem_7\",\"name\":\"Ann\"}]}")
                .on(
                        "POST /api/v1/routes",
                        200,
                        """
                        {"routes":[{"probability":0.5,"hops":[{"from":{"name":"Ann"},
                        "to":{"name":"Bo"},"probability":0.5,"reasons":["connected"]}]}]}\
                        """);
        CannedServer.Ran ran =
                server.run("routes", "--to", "company:acme", "--from", "ann", "--max-hops", "2");
        assertThat(ran.out()).contains("1. 50 %  Ann -> Bo").contains("connected");
        JsonNode question = json(server.asked().getLast().body());
        assertThat(question.path("from").asString()).isEqualTo("mem_7");
        assertThat(question.path("maxHops").asInt()).isEqualTo(2);
    }

    @Test
    void routesAreToldInTheOrderInWhichToTryThem() {
        server.on(
                "POST /api/v1/routes",
                200,
                """
                {"routes":[{"probability":0.5,"hops":[]},{"probability":0.4,"hops":[]}],
                "plan":{"steps":[{"route":1,"chanceSoFar":0.4},{"route":0,"chanceSoFar":0.7}]}}\
                """);

        assertThat(server.run("routes", "--to", "x").out())
                .contains("Ask in this order: 2 (40 % so far), 1 (70 % so far).");
    }

    @Test
    void anAskIsMadeAndReported() {
        server.on(
                        "POST /api/v1/asks",
                        201,
                        """
                        {"ask":{"id":"ask_1","recipients":[{"person":{"name":"Pia"},
                        "site":"linkedin","wording":"plain","code":"K7QMB2XA"}]},
                        "spared":[{"person":{"name":"Bo"},"why":"busy"}],"detectable":0.14}\
                        """)
                .on(
                        "GET /api/v1/asks/ask_1/report",
                        200,
                        """
                        {"all":{"asked":300,"answered":{"count":57,"low":0.15,"high":0.24}},
                        "bySite":[],"byWording":[],"comparisons":[],
                        "tree":{"depth":2,"reproduction":0.25},"detectable":0.14}\
                        """);
        String made =
                server.run(
                                "asks",
                                "make",
                                "--purpose",
                                "hire",
                                "--title",
                                "Ovens",
                                "--to",
                                "bakers",
                                "--text",
                                "plain=Hello")
                        .out();
        assertThat(made).contains("ask_1", "Pia", "K7QMB2XA", "spared: Bo (busy)", "14 %");
        JsonNode asked = json(server.asked().getLast().body());
        assertThat(asked.path("wordings").path(0).path("text").asString()).isEqualTo("Hello");

        assertThat(server.run("asks", "report", "ask_1").out())
                .contains("57 (15 % to 24 %)", "each reader led to 0.25 new ones");
    }

    @Test
    void aRouteFromNobodyIsNotFound() {
        server.on("GET /api/v1/members", 200, "{\"members\":[]}");
        assertThat(server.run("routes", "--to", "x", "--from", "Ann").exitCode()).isEqualTo(5);
    }

    @Test
    void verifyEndsWithAFinding() {
        server.on(
                "POST /api/v1/operations/verify",
                200,
                """
                {"ok":false,"checks":[{"import":"imp_1","subject":"index","ok":false,
                "finding":"3 of 4"}]}\
                """);
        CannedServer.Ran ran = server.run("verify");
        assertThat(ran.exitCode()).isEqualTo(3);
        assertThat(ran.out()).contains("finding: 3 of 4");
    }

    @Test
    void rebuildWaitsForItsEnd() {
        server.on("POST /api/v1/operations/rebuild", 202, "{\"running\":true,\"done\":0}")
                .on("GET /api/v1/operations/rebuild", 200, "{\"running\":true,\"done\":0.5}")
                .on("GET /api/v1/operations/rebuild", 200, "{\"running\":false,\"done\":1}");
        CannedServer.Ran ran = server.run("rebuild");
        assertThat(ran.exitCode()).isZero();
        assertThat(ran.out().strip()).isEqualTo("Rebuilt.");
        assertThat(ran.err()).contains("50 %");
    }

    @Test
    void undoWaitsUntilTheImportIsUndone() {
        server.on(
                        "POST /api/v1/imports/imp_1/undo",
                        202,
                        "{\"id\":\"imp_1\",\"state\":\"undoing\"}")
                .on(
                        "GET /api/v1/imports/imp_1",
                        200,
                        "{\"id\":\"imp_1\",\"state\":\"undone\",\"ended\":true}");
        CannedServer.Ran ran = server.run("undo", "imp_1");
        assertThat(ran.exitCode()).isZero();
        assertThat(ran.out().strip()).isEqualTo("imp_1 is undone.");
    }

    @Test
    void doctorFindsAnOpenKeyFileAndAStoppedEngine() throws IOException {
        Path key = Files.writeString(home.resolve("key"), "kw_test");
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r--r--"));
        server.on("GET /actuator/health/liveness", 200, "{\"status\":\"UP\"}")
                .on(
                        "GET /actuator/health",
                        503,
                        "{\"status\":\"DOWN\",\"components\":{\"kafka\":{\"status\":\"DOWN\"}}}")
                .on("GET /api/v1/connectors", 200, "{\"connectors\":[{\"site\":\"linkedin\"}]}");
        CannedServer.Ran ran = server.run("doctor");
        assertThat(ran.exitCode()).isEqualTo(3);
        assertThat(ran.out())
                .contains("finding  key file")
                .contains("finding  kafka: DOWN")
                .contains("ok       connectors: linkedin");
    }

    @Test
    void doctorFindsNothingAmissBeforeTheFirstStart() {
        Endpoint nobody =
                new Endpoint(server.address(), Optional.empty(), home, home.resolve("key"));
        server.close();
        CannedServer.Ran ran = CannedServer.run(nobody, "doctor", "--json");
        assertThat(ran.exitCode()).isZero();
        assertThat(json(ran.out()).path("ok").asBoolean()).isTrue();
        assertThat(
                        json(ran.out())
                                .path("checks")
                                .valueStream()
                                .map(check -> check.path("subject").asString()))
                .containsExactly("Java", "data folder", "disk", "key file", "server");
    }

    @Test
    void doctorFindsThatSomethingElseTookThePort() {
        server.on("GET /actuator/health/liveness", 200, "<html>hello</html>");
        CannedServer.Ran ran = server.run("doctor");
        assertThat(ran.exitCode()).isEqualTo(3);
        assertThat(ran.out()).contains("finding  server").contains("KITHWAY_PORT");
    }

    @Test
    void whyTellsTheReasonsWithTheirWeights() {
        server.on(
                "GET /api/v1/people/per_1/identity",
                200,
                """
                {"id":"per_1","name":"Pia","atoms":[
                {"id":"per_1","accounts":[{"id":"per_1","site":"linkedin","key":"pia"}],"stated":[]},
                {"id":"per_2","accounts":[{"id":"per_2","site":"twitter","key":"7"}],"stated":[]}],
                "links":[{"one":"per_1","other":"per_2","state":"joined","judgement":{
                "probability":0.98,"reasons":[{"words":"same name, rare","bits":9.1}]}}],
                "decisions":[],"events":[]}\
                """);

        assertThat(server.run("identity", "why", "per_1").out())
                .contains("joined  linkedin:pia and twitter:7  98 %: same name, rare (+9.1)");
    }

    @Test
    void aDecisionIsWaitedForUntilPeopleFollow() {
        String pending = "{\"id\":\"dec_1\",\"verdict\":\"same\",\"state\":\"pending\"}";
        server.on("POST /api/v1/identity/decisions", 202, pending)
                .on("GET /api/v1/identity/decisions/dec_1", 200, pending)
                .on(
                        "GET /api/v1/identity/decisions/dec_1",
                        200,
                        pending.replace("pending", "applied"));

        CannedServer.Ran ran = server.run("identity", "merge", "per_1", "per_2", "--note", "met");

        assertThat(ran.exitCode()).isZero();
        assertThat(ran.out()).contains("dec_1  applied  same");
        JsonNode said = json(server.asked().getFirst().body());
        assertThat(said.path("people").size()).isEqualTo(2);
        assertThat(said.path("note").asString()).isEqualTo("met");
    }

    @Test
    void namesAreNoIdsOfPeopleToMerge() {
        assertThat(server.run("identity", "merge", "Pia Potter", "per_2").exitCode()).isEqualTo(2);
        assertThat(server.run("identity", "accept", "Pia").exitCode()).isEqualTo(2);
        assertThat(server.asked()).isEmpty();
    }

    @Test
    void theReviewShowsBothOfAPair() {
        server.on(
                "GET /api/v1/identity/review?size=20",
                200,
                """
                {"pairs":[{"id":"pair_1-2","one":{"person":{"id":"per_1","name":"Pia"},"accounts":[]},
                "other":{"person":{"id":"per_2","name":"P. Potter"},"accounts":[]},
                "judgement":{"probability":0.4,"reasons":[]}}]}\
                """);

        assertThat(server.run("identity", "review").out())
                .contains("pair_1-2  40 %", "Pia", "P. Potter");
    }

    @Test
    void aDecisionIsUndoneByItsId() {
        server.on(
                "DELETE /api/v1/identity/decisions/dec_1",
                202,
                "{\"id\":\"dec_1\",\"verdict\":\"same\",\"state\":\"withdrawn\"}");

        assertThat(server.run("identity", "undo", "dec_1").out()).contains("dec_1  withdrawn");
    }
}
