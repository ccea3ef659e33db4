package org.kithway.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.kithway.demo.DemoTown;
import org.kithway.demo.LinkedInArchive;
import org.kithway.model.MemberId;
import org.kithway.registry.Role;
import org.kithway.server.cli.ConnectorCommands;

import tools.jackson.databind.JsonNode;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * The main job, from archives in to answers out, on the real engines. One instance serves all
 * tests; the last one ends it.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PlatformTest {
    private static final String CANARY = "xylocanary7391";

    private Path temp = Path.of("unset");
    private Home home = new Home(Path.of("unset"));
    private Server server = nothing();
    private Api admin = nothing();
    private final DemoTown town = DemoTown.create();
    private final Map<String, JsonNode> imports = new LinkedHashMap<>();
    private List<DemoTown.Archive> archives = List.of();

    @BeforeAll
    void startAndImport(@TempDir Path folder) throws IOException {
        temp = folder;
        home = new Home(temp.resolve("data with spaces"));
        server = Server.start(home, freePort(), Map.of("kithway.plugins", plugins().toString()));
        admin = new Api(server.address(), home.key().orElseThrow());
        archives =
                town.writeArchives(
                        Files.createDirectories(temp.resolve("archives")),
                        LinkedInArchive.Options.COMPLETE.withCanary(CANARY));
        for (DemoTown.Archive archive : archives) {
            imports.put(
                    archive.member().name(),
                    admin.upload(
                            archive.file(),
                            Map.of("member", archive.member().name(), "share", "organization")));
        }
    }

    /**
     * All connectors but that of facts come with the program; that one is installed in the data
     * folder, as by its command. So imports of facts show that the server reads with it.
     */
    private Path plugins() throws IOException {
        Path shipped = Files.createDirectories(temp.resolve("shipped"));
        StringWriter said = new StringWriter();
        try (DirectoryStream<Path> jars =
                Files.newDirectoryStream(Path.of("target", "plugins"), "*.jar")) {
            for (Path jar : jars) {
                if (!jar.getFileName().toString().contains("facts")) {
                    Files.copy(jar, shipped.resolve(jar.getFileName()));
                    continue;
                }
                int code =
                        ConnectorCommands.line(
                                        new Plugins(shipped).with(home),
                                        new PrintWriter(said),
                                        new PrintWriter(said),
                                        false)
                                .execute("install", jar.toString());
                assertThat(code).as(said::toString).isZero();
            }
        }
        assertThat(home.folder().resolve("plugins").resolve("facts.jar")).exists();
        return shipped;
    }

    @AfterAll
    void stop() throws IOException {
        server.close();
    }

    @Test
    @Order(1)
    void everyRecordOfEveryArchiveIsAccountedFor() {
        for (DemoTown.Archive archive : archives) {
            JsonNode done = imported(archive);
            assertThat(done.get("state").asString()).isEqualTo("completed");
            assertAddsUp(done);
            for (JsonNode file : done.get("files")) {
                long read = file.get("read").asLong();
                Long written = archive.records().get(file.get("path").asString());
                if (written != null && read > 0) {
                    assertThat(read).as(file.get("path").asString()).isEqualTo(written);
                }
            }
        }
    }

    @Test
    @Order(2)
    void ledgerTopicIndexPeopleAndGraphAgree() {
        assertVerified();
    }

    @Test
    @Order(3)
    void anExpertIsFoundAndTheScoreIsTheSumOfTheEvidence() {
        JsonNode experts = experts(admin).get("experts");

        assertThat(experts.size()).isGreaterThan(2);
        for (JsonNode expert : experts) {
            double sum = expert.has("more") ? expert.get("more").get("points").asDouble() : 0;
            for (JsonNode line : expert.get("evidence")) {
                sum += line.get("points").asDouble();
                assertThat(line.get("import").asString()).startsWith("imp_");
                assertThat(line.get("place").asString()).contains(".csv:");
            }
            assertThat(expert.get("score").asDouble()).isCloseTo(sum, within(1e-9));
        }
    }

    @Test
    @Order(4)
    void anExecutiveIsReachedByAnIntroductionRoute() {
        JsonNode routes = routes(admin).get("routes");

        assertThat(routes.size()).isPositive();
        for (JsonNode route : routes) {
            double product = 1;
            String at = route.get("hops").get(0).get("from").get("id").asString();
            for (JsonNode hop : route.get("hops")) {
                assertThat(hop.get("from").get("id").asString()).isEqualTo(at);
                at = hop.get("to").get("id").asString();
                product *= hop.get("probability").asDouble();
                assertThat(hop.get("reasons").size()).isPositive();
            }
            assertThat(
                            route.get("hops")
                                    .get(route.get("hops").size() - 1)
                                    .get("to")
                                    .get("name")
                                    .asString())
                    .isEqualTo(town.questions().routeTarget());
            assertThat(route.get("probability").asDouble()).isCloseTo(product, within(1e-9));
        }
    }

    @Test
    @Order(5)
    void theSameArchiveTwiceAddsNothingAndSaysSo() throws IOException {
        DemoTown.Archive again = archives.getFirst();
        JsonNode done =
                admin.upload(
                        again.file(),
                        Map.of("member", again.member().name(), "share", "organization"));

        assertThat(done.get("state").asString()).isEqualTo("duplicate");
        assertThat(done.get("duplicateOf").asString())
                .isEqualTo(imported(again).get("id").asString());
    }

    @Test
    @Order(6)
    void aPrivateImportChangesNothingThatAnotherMemberSees() throws IOException {
        Api other = member("Outsider");
        String before = everythingSeenBy(other);
        Path archive =
                facts(
                        "private.jsonl",
                        """
                        {"fact":"described","subject":"linkedin:%s","trait":"name","text":"Secret Friend"}
                        {"fact":"connected","subject":"kithway:owner","object":"linkedin:hidden-contact","since":"2020"}
                        {"fact":"skill","subject":"linkedin:hidden-contact","skill":"solar inverters"}
                        {"fact":"described","subject":"linkedin:hidden-contact","trait":"name","text":"Hidden Contact"}
                        """
                                .formatted("someone-unseen"));
        Api owner = member("Insider");
        String ownBefore = everythingSeenBy(owner);
        JsonNode done = owner.upload(archive, Map.of("share", "private"));
        assertThat(done.get("state").asString()).isEqualTo("completed");

        assertThat(everythingSeenBy(other)).isEqualTo(before);
        assertThat(everythingSeenBy(owner)).isNotEqualTo(ownBefore).contains("Hidden Contact");
        owner.undo(done.get("id").asString());
        assertThat(everythingSeenBy(owner)).isEqualTo(ownBefore);
    }

    @Test
    @Order(7)
    void takingBackALaterImportBringsBackWhatItHadReplaced() throws IOException {
        Path first =
                facts(
                        "crm.jsonl",
                        """
                        {"export":{"source":"crm","exportedAt":"2024-01-01T00:00:00Z"}}
                        {"fact":"described","subject":"crm:17","trait":"name","text":"Firstname Oldentry"}
                        """);
        Path second =
                facts(
                        "crm-new.jsonl",
                        """
                        {"export":{"source":"crm","exportedAt":"2025-01-01T00:00:00Z"}}
                        {"fact":"described","subject":"crm:17","trait":"name","text":"Firstname Newentry"}
                        """);
        Map<String, String> shared = Map.of("share", "organization");
        admin.upload(first, shared);
        assertThat(total("Oldentry")).isEqualTo(1);

        JsonNode later = admin.upload(second, shared);
        assertThat(total("Oldentry")).isZero();
        assertThat(total("Newentry")).isEqualTo(1);

        admin.undo(later.get("id").asString());
        assertThat(total("Oldentry")).isEqualTo(1);
        assertThat(total("Newentry")).isZero();
    }

    @TestFactory
    @Order(8)
    List<DynamicTest> whatIsBrokenIsToldWithARemedyAndTheRestIsRead() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        for (BrokenArchive broken :
                BrokenArchive.all(Files.readAllBytes(archives.getFirst().file()))) {
            tests.add(dynamicTest(broken.fileName(), () -> importBroken(broken)));
        }
        tests.add(dynamicTest("and then everything agrees", this::assertVerified));
        return tests;
    }

    private void importBroken(BrokenArchive broken) throws IOException {
        JsonNode done =
                admin.upload(
                        broken.write(temp),
                        Map.of(
                                "member",
                                "Member of " + broken.fileName(),
                                "share",
                                "organization",
                                "site",
                                broken.site()));

        String said = said(done);
        assertThat(done.get("state").asString()).as(said).isEqualTo(broken.state());
        for (String word : broken.said()) {
            assertThat(said).contains(word);
        }
        assertThat(said).doesNotContain(BrokenArchive.UNSPOKEN);
        assertAddsUp(done);
        for (String name : broken.found()) {
            assertThat(api("name:\"" + name + "\"").get("people").valueStream())
                    .extracting(person -> person.get("name").asString())
                    .contains(name);
        }
        assertThat(home.folder().resolve("logs").resolve("kithway.log"))
                .content()
                .doesNotContain(BrokenArchive.UNSPOKEN);
    }

    /** All that the platform says of an import, by place. */
    private String said(JsonNode imported) {
        StringBuilder said = new StringBuilder(imported.path("note").asString(""));
        for (JsonNode file : imported.get("files")) {
            if (file.hasNonNull("note")) {
                said.append('\n').append(file.get("path").asString());
                said.append(' ').append(file.get("note").asString());
            }
        }
        String rejections = "/api/v1/imports/" + imported.get("id").asString() + "/rejections";
        for (JsonNode rejection : admin.get(rejections).get("rejections")) {
            said.append('\n').append(rejection.get("path").asString());
            said.append(':').append(rejection.get("record").asLong());
            said.append(' ').append(rejection.get("reason").asString());
        }
        return said.toString();
    }

    @Test
    @Order(8)
    void aLaterFileThatCannotBeReadTakesNobodysPlace() throws IOException {
        Path good =
                facts(
                        "club.jsonl",
                        """
                        {"export":{"source":"club","exportedAt":"2024-01-01T00:00:00Z"}}
                        {"fact":"described","subject":"club:5","trait":"name","text":"Firstname Clubmate"}
                        """);
        Path broken =
                facts(
                        "club-new.jsonl",
                        """
                        {"export":{"source":"club","exportedAt":"2025-01-01T00:00:00Z"}}
                        {"fact":"described","subject":"club:5"
                        """);
        Map<String, String> shared = Map.of("share", "organization");
        admin.upload(good, shared);
        JsonNode later = admin.upload(broken, shared);
        assertThat(later.get("files").get(0).get("kept").asLong()).isZero();
        assertThat(total("Clubmate")).isEqualTo(1);

        admin.undo(later.get("id").asString());
        assertThat(total("Clubmate")).isEqualTo(1);
    }

    @Test
    @Order(9)
    void anArchiveThatLacksAFileTakesNothingOfItBack() throws IOException {
        String member = "Member of two archives";
        for (BrokenArchive half : BrokenArchive.halves()) {
            JsonNode done =
                    admin.upload(
                            half.write(temp), Map.of("member", member, "share", "organization"));
            assertThat(done.get("state").asString()).isEqualTo("completed");
        }
        for (BrokenArchive half : BrokenArchive.halves()) {
            assertThat(total("name:\"" + half.found().getFirst() + "\"")).isEqualTo(1);
        }
    }

    @Test
    @Order(9)
    void peopleAreJoinedAcrossSitesForReasonsAndSplitAndJoinedAgain() throws IOException {
        String lines =
                """
                {"export":{"source":"%2$s"}}
                {"fact":"described","subject":"%1$s","trait":"name","text":"Ottilie Zwingmann"}
                {"fact":"described","subject":"%1$s","trait":"place","text":"Oxenholme"}
                {"fact":"position","subject":"%1$s","organization":"Tarn Lantern Works","title":"Treasurer","from":"2015"}
                """;
        Map<String, String> shared = Map.of("share", "organization");
        admin.upload(facts("tarn.jsonl", lines.formatted("tarn:ottilie", "tarn")), shared);
        String former = onlyId("Zwingmann");
        admin.upload(facts("lantern.jsonl", lines.formatted("lantern:oz", "lantern")), shared);
        String joined = onlyId("Zwingmann");
        assertThat(admin.get("/api/v1/people/" + joined).get("accounts").size()).isEqualTo(2);

        JsonNode why = admin.get("/api/v1/people/" + joined + "/identity");
        assertThat(why.get("links").get(0).get("state").asString()).isEqualTo("joined");
        assertThat(why.get("links").get(0).get("judgement").get("reasons").toString())
                .contains("name");
        assertThat(why.get("events").get(0).get("kind").asString()).isEqualTo("merged");

        String account = why.get("atoms").get(0).get("accounts").get(0).get("id").asString();
        JsonNode split = admin.post("/api/v1/identity/splits", Map.of("account", account));
        String decision = "/api/v1/identity/decisions/" + split.get("id").asString();
        Api.await(() -> admin.get(decision), d -> !d.get("state").asString().equals("pending"));
        assertThat(total("Zwingmann")).isEqualTo(2);

        admin.delete(decision);
        Api.await(() -> admin.get(decision), d -> d.get("state").asString().equals("withdrawn"));
        assertThat(onlyId("Zwingmann")).isEqualTo(joined);
        assertThat(admin.get("/api/v1/people/" + former).get("id").asString()).isEqualTo(joined);
        assertVerified();
    }

    private String onlyId(String query) {
        JsonNode people = api(query).get("people");
        assertThat(people.size()).isEqualTo(1);
        return people.get(0).get("id").asString();
    }

    @Test
    @Order(10)
    void aRebuildGivesTheSameAnswers() {
        String before = everythingSeenBy(admin);
        admin.post("/api/v1/operations/rebuild", Map.of());
        JsonNode rebuilt =
                Api.await(
                        () -> admin.get("/api/v1/operations/rebuild"),
                        state -> !state.get("running").asBoolean());

        assertThat(rebuilt.has("failure")).isFalse();
        assertThat(Api.await(() -> everythingSeenBy(admin), before::equals)).isEqualTo(before);
        assertVerified();
    }

    @Test
    @Order(11)
    void noWordOfAPrivateMessageIsFoundAnywhere() throws IOException {
        server.close();
        List<Path> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(home.folder())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (holds(file, CANARY.getBytes(StandardCharsets.US_ASCII))) {
                    found.add(file);
                }
            }
        }

        assertThat(found).isEmpty();
    }

    private void assertVerified() {
        assertThat(findings()).isEmpty();
    }

    private static void assertAddsUp(JsonNode imported) {
        for (JsonNode file : imported.get("files")) {
            assertThat(
                            file.get("kept").asLong()
                                    + file.get("withheld").asLong()
                                    + file.get("rejected").asLong())
                    .isEqualTo(file.get("read").asLong());
        }
    }

    private List<String> findings() {
        JsonNode checks = admin.post("/api/v1/operations/verify", Map.of()).get("checks");
        assertThat(checks.size()).isPositive();
        List<String> findings = new ArrayList<>();
        for (JsonNode check : checks) {
            if (!check.get("ok").asBoolean()) {
                findings.add(check.toString());
            }
        }
        return findings;
    }

    private JsonNode imported(DemoTown.Archive archive) {
        return Objects.requireNonNull(imports.get(archive.member().name()));
    }

    private JsonNode experts(Api api) {
        return api.post(
                "/api/v1/experts", Map.of("topic", town.questions().expertTopic(), "limit", 5));
    }

    private JsonNode routes(Api api) {
        return api.post("/api/v1/routes", Map.of("to", town.questions().routeQuery(), "k", 3));
    }

    private long total(String query) {
        return api(query).get("total").asLong();
    }

    private JsonNode api(String query) {
        return admin.post("/api/v1/people/search", Map.of("q", query));
    }

    private String everythingSeenBy(Api api) {
        JsonNode people =
                api.post(
                        "/api/v1/people/search",
                        Map.of(
                                "q",
                                "solar OR hidden",
                                "facets",
                                List.of("company", "skill", "site", "knownby"),
                                "histogram",
                                true,
                                "size",
                                100));
        return people + "\n" + experts(api) + "\n" + routes(api);
    }

    private Api member(String name) {
        MemberId id =
                server.registry().members().create(FirstStart.ORGANIZATION, name, Role.MEMBER).id();
        return new Api(
                server.address(), server.registry().access().createKey(id, "test", null).token());
    }

    private Path facts(String name, String lines) throws IOException {
        return Files.writeString(temp.resolve(name), lines);
    }

    private static boolean holds(Path file, byte[] word) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            int matched = 0;
            for (int b = in.read(); b >= 0; b = in.read()) {
                if (b == word[matched]) {
                    matched++;
                    if (matched == word.length) {
                        return true;
                    }
                } else {
                    matched = b == word[0] ? 1 : 0;
                }
            }
            return false;
        }
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    // The fields are set before the first test.
    @SuppressWarnings({"NullAway", "TypeParameterUnusedInFormals"})
    private static <T> T nothing() {
        return null;
    }
}
