package org.kithway.server.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.kithway.connector.host.ConnectorHost;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Rule 14 of the connectors' contract, which can be checked only when all is packed: a plugin jar
 * in the real host reads what its connector read on the class path, and bundles nothing that the
 * host brings. (That a loader is collected after its host was closed is the host's own test.)
 */
final class PackedConnectorsTest {
    private static final Pattern OF_THE_HOST =
            Pattern.compile(
                    "org/kithway/(connector|model)/[^/]+\\.class|org/(slf4j|jspecify|pf4j)/.*");
    private static final List<String> OF_THE_CASE = List.of("expected.jsonl", "forbidden.txt");
    private static final Path CONNECTORS = Path.of("..", "..", "connectors");
    private static final Pattern ID =
            Pattern.compile("<kithway.plugin.id>(.+)</kithway.plugin.id>");

    @TestFactory
    Stream<DynamicTest> readsWhatItReadOnTheClassPath() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        for (PluginJar jar : PluginJar.packed()) {
            Path samples = module(jar.id()).resolve("src/test/resources/exports");
            try (Stream<Path> cases = Files.list(samples)) {
                cases.sorted()
                        .forEach(folder ->
                                tests.add(
                                        DynamicTest.dynamicTest(
                                                jar.id() + ": " + folder.getFileName(),
                                                () -> reads(jar, folder))));
            }
        }
        assertThat(tests).isNotEmpty();
        return tests.stream();
    }

    private static void reads(PluginJar jar, Path folder) throws IOException {
        CannedServer.Ran ran =
                ConnectorCommandsTest.run(
                        new PluginFolders(folder, folder),
                        "run",
                        jar.file(),
                        export(folder),
                        "--json");
        assertThat(ran.err()).contains(" recognizes ");
        List<JsonNode> read = ran.out().lines().map(JsonMapper.shared()::readTree).toList();
        assertThat(read.subList(0, read.size() - 1))
                .containsExactlyElementsOf(
                        Files.readAllLines(folder.resolve("expected.jsonl")).stream()
                                .map(JsonMapper.shared()::readTree)
                                .toList());
        JsonNode ledger = read.getLast().path("ledger");
        assertThat(ledger.valueStream().mapToLong(f -> f.path("read").asLong()).sum())
                .as("every record of the ledger is a reading")
                .isEqualTo(
                        read.stream()
                                .filter(line ->
                                        line.path("place").asString("").matches("(?s).*:\\d+"))
                                .count());
    }

    private static Path export(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(f -> !OF_THE_CASE.contains(String.valueOf(f.getFileName())))
                    .findFirst()
                    .orElseThrow();
        }
    }

    @Test
    void aJarThatLacksItsParserIsCaught(@TempDir Path folder) throws IOException {
        PluginJar broken =
                PluginJar.packed("facts").without("tools/jackson/.*", folder.resolve("broken.jar"));
        Path sample = module("facts").resolve("src/test/resources/exports/every-kind");
        assertThatThrownBy(() -> reads(broken, sample)).isInstanceOf(AssertionError.class);
    }

    @Test
    void aJarThatBundlesTheSdkIsCaught(@TempDir Path folder) throws IOException {
        Path jar = folder.resolve("broken.jar");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            out.putNextEntry(new JarEntry("org/kithway/model/Fact.class"));
        }
        assertThatThrownBy(() -> bundles(new PluginJar(jar))).isInstanceOf(AssertionError.class);
    }

    @TestFactory
    Stream<DynamicTest> bundlesNothingOfTheHost() {
        return PluginJar.packed().stream()
                .map(jar -> DynamicTest.dynamicTest(jar.id(), () -> bundles(jar)));
    }

    private static void bundles(PluginJar jar) throws IOException {
        try (JarFile content = new JarFile(jar.file().toFile())) {
            assertThat(content.stream().map(JarEntry::getName))
                    .noneMatch(name -> OF_THE_HOST.matcher(name).matches());
        }
    }

    @Test
    void everyConnectorOfTheBuildIsShipped() throws IOException {
        assertThat(PluginJar.packed()).extracting(PluginJar::id).containsAll(ids());
        try (ConnectorHost host = ConnectorHost.load(PluginJar.PACKED)) {
            assertThat(host.refused()).isEmpty();
        }
    }

    private static List<String> ids() throws IOException {
        try (Stream<Path> modules = Files.list(CONNECTORS)) {
            return modules.map(PackedConnectorsTest::id).filter(id -> !id.isEmpty()).toList();
        }
    }

    private static Path module(String id) throws IOException {
        try (Stream<Path> modules = Files.list(CONNECTORS)) {
            return modules.filter(module -> id(module).equals(id)).findFirst().orElseThrow();
        }
    }

    /** The id of the plugin that a module makes; empty if it makes none. */
    private static String id(Path module) {
        Path pom = module.resolve("pom.xml");
        try {
            Matcher id = ID.matcher(Files.exists(pom) ? Files.readString(pom) : "");
            return id.find() ? id.group(1) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
