package org.kithway.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kithway.demo.DemoTown;
import org.kithway.ingestion.ImportDesk;
import org.kithway.model.ImportId;
import org.kithway.model.Layer;
import org.kithway.model.Site;
import org.kithway.registry.FileLedger;
import org.kithway.registry.Import;
import org.kithway.registry.Member;
import org.kithway.registry.Role;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/**
 * Kills the whole process at random instants of importing, indexing and deriving, and compares what
 * comes of it with an undisturbed run.
 */
class DeathTest {
    private static final int INSTANTS = Integer.getInteger("kithway.test.instants", 3);
    private static final String PLUGINS = Path.of("target", "plugins").toAbsolutePath().toString();

    @Test
    void afterAnyDeathTheResultIsThatOfAnUndisturbedRun(@TempDir Path temp) throws Exception {
        long seed = Long.getLong("kithway.test.seed", System.nanoTime());
        System.out.println(
                "DeathTest: -Dkithway.test.seed=" + seed + " -Dkithway.test.instants=" + INSTANTS);
        Random random = new Random(seed);
        Path archives = Files.createDirectories(temp.resolve("archives"));
        DemoTown.create().writeArchives(archives);
        Home undisturbed = new Home(temp.resolve("undisturbed"));
        long started = System.nanoTime();
        Outcome expected = finish(undisturbed, archives);
        long needed = System.nanoTime() - started;

        Home disturbed = new Home(temp.resolve("disturbed"));
        for (int instant = 0; instant < INSTANTS; instant++) {
            die(disturbed, archives, (long) (needed * (0.2 + 0.8 * random.nextDouble())));
        }

        Outcome outcome = finish(disturbed, archives);
        assertThat(outcome.ledgers()).as("seed %d", seed).isEqualTo(expected.ledgers());
        assertThat(without(expected.people(), outcome.people()))
                .as("lost, seed %d", seed)
                .isEmpty();
        assertThat(without(outcome.people(), expected.people())).as("new, seed %d", seed).isEmpty();
    }

    // Two lists of thousands would drown the few lines that differ.
    private static List<String> without(List<String> all, List<String> known) {
        List<String> left = new ArrayList<>(all);
        known.forEach(left::remove);
        return left;
    }

    /** What does not depend on the random ids of members and imports. */
    private record Outcome(List<String> people, Map<String, String> ledgers) {}

    private static void die(Home home, Path archives, long afterNanos)
            throws IOException, InterruptedException {
        Process process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx700m",
                                "--enable-native-access=ALL-UNNAMED",
                                "--sun-misc-unsafe-memory-access=allow",
                                "-cp",
                                System.getProperty("java.class.path"),
                                DeathTest.class.getName(),
                                home.folder().toString(),
                                archives.toString(),
                                PLUGINS)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
        if (!process.waitFor(afterNanos, TimeUnit.NANOSECONDS)) {
            process.destroyForcibly().waitFor();
        }
    }

    /** The process that is killed. */
    public static void main(String[] arguments) throws IOException {
        finish(new Home(Path.of(arguments[0])), Path.of(arguments[1]), arguments[2]);
    }

    private static Outcome finish(Home home, Path archives) throws IOException {
        return finish(home, archives, PLUGINS);
    }

    private static Outcome finish(Home home, Path archives, String plugins) throws IOException {
        try (Server server =
                Server.start(home, PlatformTest.freePort(), Map.of("kithway.plugins", plugins))) {
            List<Path> files;
            try (var walk = Files.walk(archives)) {
                files = walk.filter(f -> f.toString().endsWith(".zip")).sorted().toList();
            }
            for (Path file : files) {
                submitOnce(server, file);
            }
            Api api = new Api(server.address(), home.key().orElseThrow());
            List<Import> done =
                    Api.await(
                            () -> server.registry().imports().all(FirstStart.ORGANIZATION),
                            all -> all.stream().allMatch(i -> i.state().isFinal()));
            Api.await(
                    () -> api.post("/api/v1/operations/verify", Map.of()),
                    report -> report.get("ok").asBoolean());
            return outcome(server, api, done);
        }
    }

    private static void submitOnce(Server server, Path file) throws IOException {
        String name = archiveOwner(file);
        Member member =
                server.registry()
                        .members()
                        .byName(FirstStart.ORGANIZATION, name)
                        .orElseGet(() ->
                                server.registry()
                                        .members()
                                        .create(FirstStart.ORGANIZATION, name, Role.MEMBER));
        boolean submitted =
                server.registry().imports().all(FirstStart.ORGANIZATION).stream()
                        .anyMatch(i -> i.member().equals(member.id()));
        if (submitted) {
            return;
        }
        try (var content = Files.newInputStream(file)) {
            ImportId id =
                    server.desk()
                            .receive(
                                    new ImportDesk.Submission(
                                            FirstStart.ORGANIZATION,
                                            member.id(),
                                            member.id(),
                                            false,
                                            Layer.ORGANIZATION,
                                            new Site("linkedin"),
                                            String.valueOf(file.getFileName()),
                                            Map.of()),
                                    content);
            assertThat(id).isNotNull();
        }
    }

    // Each archive lies in a folder of its member's name.
    private static String archiveOwner(Path file) {
        return file.getName(file.getNameCount() - 2).toString();
    }

    private static Outcome outcome(Server server, Api api, List<Import> imports) {
        Map<String, String> ledgers = new TreeMap<>();
        for (Import done : imports) {
            String member =
                    server.registry()
                            .members()
                            .find(FirstStart.ORGANIZATION, done.member())
                            .map(Member::name)
                            .orElse("");
            for (FileLedger file : server.registry().ledger().files(done.id())) {
                ledgers.put(member + " " + file.path(), done.state() + " " + file);
            }
        }
        return new Outcome(people(api), ledgers);
    }

    // Ids differ from one data folder to the next, for each has a key of its own.
    private static List<String> people(Api api) {
        List<String> people = new ArrayList<>();
        Map<String, Object> question = new HashMap<>(Map.of("q", "", "size", 200, "sort", "name"));
        JsonNode page = api.post("/api/v1/people/search", question);
        while (true) {
            for (JsonNode person : page.get("people")) {
                List<String> knownBy = new ArrayList<>();
                person.path("knownBy")
                        .forEach(member -> knownBy.add(member.get("name").asString()));
                knownBy.sort(null);
                people.add(
                        "%s, %s, %s ties, known by %s"
                                .formatted(
                                        person.get("name").asString(),
                                        person.path("headline").asString(""),
                                        person.get("ties").asInt(),
                                        knownBy));
            }
            if (!page.has("next")) {
                people.sort(null);
                return people;
            }
            question.put("cursor", page.get("next").asString());
            page = api.post("/api/v1/people/search", question);
        }
    }
}
