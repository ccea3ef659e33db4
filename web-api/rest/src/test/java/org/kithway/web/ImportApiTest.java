package org.kithway.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kithway.web.AccessTest.assertProblem;

import org.junit.jupiter.api.Test;
import org.kithway.model.ImportId;
import org.kithway.model.Layer;
import org.kithway.model.Place;
import org.kithway.registry.Import.State;
import org.kithway.registry.LedgerDelta;
import org.kithway.registry.Member;
import org.kithway.registry.NewImport;
import org.kithway.registry.Outcome;
import org.kithway.web.Caller.Answer;

import tools.jackson.databind.JsonNode;

import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Imports as they are listed, watched and taken back. */
class ImportApiTest {
    private static final String FILE = "pals of Nora.csv";

    private final TestServer server = TestServer.shared();
    private final TestServer.Town town = server.town();

    @Test
    void anImportShowsItsLedger() {
        ImportId id = read(town.ben(), Layer.ORGANIZATION);

        JsonNode json = town.as(town.cleo()).get("/api/v1/imports/" + id).json();

        assertThat(json.path("state").asString()).isEqualTo("running");
        assertThat(json.path("ended").asBoolean()).isFalse();
        JsonNode file = json.path("files").path(0);
        assertThat(file.path("path").asString()).isEqualTo(FILE);
        assertThat(file.path("part").asString()).isEqualTo("pals");
        assertThat(file.path("read").asInt()).isEqualTo(10);
        assertThat(file.path("kept").asInt()).isEqualTo(6);
        assertThat(file.path("withheld").asInt()).isEqualTo(1);
        assertThat(file.path("rejected").asInt()).isEqualTo(3);
        assertThat(json.path("totals").path("read").asInt()).isEqualTo(10);
        assertThat(json.path("withheld").path(0).path("rule").asString()).isEqualTo("bodies");
        assertThat(json.path("facts").asInt()).isEqualTo(12);
    }

    @Test
    void rejectionsAreGroupedAndPagedWithoutANameInTheAddress() {
        ImportId id = read(town.ben(), Layer.ORGANIZATION);
        Caller ben = town.as(town.ben());
        String file =
                ben.get("/api/v1/imports/" + id).json().path("files").path(0).path("id").asString();
        String path = "/api/v1/imports/" + id + "/rejections?file=" + file + "&limit=2";

        JsonNode first = ben.get(path).json();
        JsonNode second = ben.get(path + "&offset=" + first.path("next").asInt()).json();

        assertThat(file).matches("[0-9a-f]{16}");
        assertThat(first.path("reasons").path(0).path("records").asInt()).isEqualTo(2);
        assertThat(first.path("reasons").path(0).path("first").asInt()).isEqualTo(4);
        assertThat(first.path("rejections")).hasSize(2);
        assertThat(second.path("rejections").path(0).path("record").asInt()).isEqualTo(9);
        assertThat(second.path("rejections").path(0).path("path").asString()).isEqualTo(FILE);
        assertThat(second.has("next")).isFalse();
        assertProblem(ben.get("/api/v1/imports/" + id + "/rejections?file=nothing"), 404);
        assertProblem(ben.get("/api/v1/imports/" + id + "/rejections?limit=many"), 400);
    }

    @Test
    void whatOneMayNotSeeReadsLikeWhatIsNotThere() {
        ImportId secret = read(town.ben(), Layer.of(town.ben().id()));
        TestServer.Town elsewhere = server.town();
        for (String way : List.of("", "/rejections", "/events")) {
            Answer unknown = town.as(town.ben()).get("/api/v1/imports/imp_unknown" + way);
            Answer illegal = town.as(town.ben()).get("/api/v1/imports/nothing" + way);
            Answer others = town.as(town.ada()).get("/api/v1/imports/" + secret + way);
            Answer foreign = elsewhere.as(elsewhere.ada()).get("/api/v1/imports/" + secret + way);

            assertProblem(unknown, 404);
            assertThat(List.of(illegal.text(), others.text(), foreign.text()))
                    .containsOnly(unknown.text());
        }
        assertProblem(town.as(town.ada()).post("/api/v1/imports/" + secret + "/undo", ""), 404);
        assertThat(town.as(town.ada()).get("/api/v1/imports").text())
                .doesNotContain(secret.value());
        assertThat(town.as(town.ben()).get("/api/v1/imports").text()).contains(secret.value());
    }

    @Test
    void whoHandsInAPrivateArchiveForAnotherSeesItsLedgerInTheList() {
        ImportId id = read(town.ben(), town.ada(), Layer.of(town.ben().id()));

        for (Member one : List.of(town.ada(), town.ben())) {
            JsonNode listed =
                    town.as(one)
                            .get("/api/v1/imports")
                            .json()
                            .path("imports")
                            .valueStream()
                            .filter(i -> i.path("id").asString().equals(id.value()))
                            .findFirst()
                            .orElseThrow();
            assertThat(listed.path("share").asString()).isEqualTo("private");
            assertThat(listed.path("totals").path("kept").asInt()).isEqualTo(6);
        }
        assertThat(town.as(town.cleo()).get("/api/v1/imports").text()).doesNotContain(id.value());
    }

    @Test
    void anImportIsTakenBackByThoseWhoMay() {
        ImportId id = read(town.ben(), Layer.ORGANIZATION);
        String undo = "/api/v1/imports/" + id + "/undo";

        assertProblem(town.as(town.ben()).post(undo, ""), 409);
        server.registry.imports().transition(id, Set.of(State.RUNNING), State.COMPLETED, null);
        assertProblem(town.as(town.cleo()).post(undo, ""), 403);
        Answer undone = town.as(town.ben()).post(undo, "");

        assertThat(undone.status()).isEqualTo(202);
        assertThat(undone.json().path("state").asString()).isEqualTo("undoing");
    }

    @Test
    void eventsTellEveryStateUntilTheLast() throws Exception {
        ImportId id = read(town.ben(), Layer.ORGANIZATION);
        List<String> events = new ArrayList<>();
        List<String> ids = new ArrayList<>();
        HttpRequest request =
                town.as(town.ben()).request("/api/v1/imports/" + id + "/events").build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<InputStream> response =
                    client.send(request, HttpResponse.BodyHandlers.ofInputStream());
            assertThat(response.headers().firstValue("Content-Type"))
                    .hasValueSatisfying(t -> assertThat(t).startsWith("text/event-stream"));
            try (BufferedReader lines =
                    new BufferedReader(
                            new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    if (line.startsWith("id:")) {
                        ids.add(line.substring("id:".length()));
                    }
                    if (line.startsWith("data:")) {
                        events.add(line);
                        server.registry
                                .imports()
                                .transition(id, Set.of(State.RUNNING), State.COMPLETED, null);
                    }
                }
            }
        }
        assertThat(events).hasSize(2);
        assertThat(events.getFirst()).contains("\"state\":\"running\"", FILE);
        assertThat(events.getLast()).contains("\"state\":\"completed\"", "\"ended\":true");

        HttpRequest.Builder again =
                town.as(town.ben())
                        .request("/api/v1/imports/" + id + "/events")
                        .header("Last-Event-ID", ids.getLast());
        assertThat(server.anonymous().send(again).status()).isEqualTo(204);
    }

    @Test
    void connectorsSayWhatTheyReadAndHowToGetIt() {
        JsonNode json = town.as(town.ben()).get("/api/v1/connectors").json();

        JsonNode pals = json.path("connectors").path(0);
        assertThat(pals.path("site").asString()).isEqualTo("pals");
        assertThat(pals.path("version").asString()).isEqualTo("1.2.3");
        assertThat(pals.path("neverReads").path(0).asString()).isEqualTo("messages");
        assertThat(pals.path("howToExport")).hasSize(2);
        assertThat(pals.path("settings").path(0).path("fallback").asString()).isEqualTo("2000");
    }

    @Test
    void administratorsCareForWhatIsDerived() {
        Caller ada = town.as(town.ada());

        JsonNode checks = ada.post("/api/v1/operations/verify", "").json();
        assertThat(checks.path("ok").asBoolean()).isFalse();
        assertThat(checks.path("checks").path(0).path("import").asString())
                .isEqualTo(TestProjections.IMPORT.value());
        assertThat(checks.path("checks").path(1).path("finding").asString()).contains("4 derived");
        assertProblem(ada.get("/api/v1/operations/rebuild"), 404);
        assertThat(ada.post("/api/v1/operations/rebuild", "").status()).isEqualTo(202);
        assertProblem(ada.post("/api/v1/operations/rebuild", ""), 409);
        assertThat(ada.get("/api/v1/operations/rebuild").json().path("done").asDouble())
                .isEqualTo(0.25);
        assertThat(
                        ada.post("/api/v1/operations/dead-letters/replay", "")
                                .json()
                                .path("replayed")
                                .asInt())
                .isEqualTo(2);
    }

    private ImportId read(Member member, Layer layer) {
        return read(member, member, layer);
    }

    private ImportId read(Member member, Member submittedBy, Layer layer) {
        ImportId id = server.registry.imports().newId();
        server.registry
                .imports()
                .submit(
                        new NewImport(
                                id,
                                member.organization(),
                                member.id(),
                                submittedBy.id(),
                                !submittedBy.equals(member),
                                TestConnector.SITE,
                                layer,
                                "pals.zip",
                                100,
                                "0".repeat(64),
                                Map.of()));
        server.registry.imports().transition(id, Set.of(State.QUEUED), State.RUNNING, null);
        server.registry.ledger().startFile(id, FILE, "pals");
        server.registry
                .ledger()
                .record(
                        id,
                        new LedgerDelta(
                                FILE,
                                "pals",
                                10,
                                6,
                                Map.of("bodies", 1L),
                                List.of(
                                        new Outcome(new Place(FILE, 4), "no date"),
                                        new Outcome(new Place(FILE, 7), "no date"),
                                        new Outcome(new Place(FILE, 9), "no name")),
                                12));
        return id;
    }
}
