package org.kithway.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import picocli.CommandLine;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

final class ConnectorCommandsTest {
    private static final String CONNECTED =
            "{\"fact\":\"connected\",\"subject\":\"kithway:owner\",\"object\":\"crm:17\"}";

    @TempDir Path home;

    /** An instance that comes with no plugins. */
    private PluginFolders bare() {
        return new PluginFolders(home.resolve("none"), PluginFolders.installedIn(home));
    }

    private PluginFolders shipped() {
        return new PluginFolders(PluginJar.PACKED, PluginFolders.installedIn(home));
    }

    static CannedServer.Ran run(PluginFolders folders, Object... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        PrintWriter data = new PrintWriter(out);
        PrintWriter progress = new PrintWriter(err);
        CommandLine line =
                new CommandLine(new CannedServer.Root())
                        .addSubcommand(ConnectorCommands.line(folders, data, progress, false));
        line.setOut(data).setErr(progress).setExecutionExceptionHandler(new Failures());
        String[] words = new String[arguments.length + 1];
        words[0] = "connector";
        for (int i = 0; i < arguments.length; i++) {
            words[i + 1] = arguments[i].toString();
        }
        return new CannedServer.Ran(line.execute(words), out.toString(), err.toString());
    }

    private Path sample(String... lines) throws IOException {
        return Files.write(home.resolve("crm.jsonl"), List.of(lines));
    }

    @Test
    void runPrintsReadingsAndTheLedgerAndKeepsNothing() throws IOException {
        Path sample = sample(CONNECTED, "{\"fact\":\"unknown\"}");
        CannedServer.Ran ran = run(bare(), "run", PluginJar.packed("facts").file(), sample);
        assertThat(ran.exitCode()).isEqualTo(Failures.FINDING);
        assertThat(ran.err().strip()).startsWith("plugin facts").endsWith("recognizes crm.jsonl");
        assertThat(ran.out().lines())
                .contains("crm.jsonl:1  connected subject=crm:17 object=kithway:owner")
                .anyMatch(line -> line.startsWith("crm.jsonl:2  rejected: "));
        assertThat(ran.out().strip().lines().toList().getLast().split("\\s+"))
                .containsExactly("crm.jsonl", "crm.jsonl", "2", "1", "0", "1");
        assertThat(home).isDirectoryNotContaining(file -> !file.equals(sample));
    }

    @Test
    void runShowsWhereAFileBreaksOff() throws IOException {
        Path sample = home.resolve("following.js");
        Files.writeString(
                sample,
                "window.YTD.following.part0 = [{\"following\":{\"accountId\":\"12\"}},{\"follo");
        CannedServer.Ran ran = run(bare(), "run", PluginJar.packed("twitter").file(), sample);
        assertThat(ran.exitCode()).isEqualTo(Failures.FINDING);
        assertThat(ran.out().lines())
                .anyMatch(line -> line.startsWith("following.js:2  ends the file: "));
        assertThat(ran.out()).endsWith("needs attention: not read to its end\n");
        assertThat(run(bare(), "run", PluginJar.packed("twitter").file(), sample, "--json").out())
                .contains("\"whole\":false");
    }

    @Test
    void runEndsWithTheLedgerAsJson() throws IOException {
        CannedServer.Ran ran =
                run(bare(), "run", PluginJar.packed("facts").file(), sample(CONNECTED), "--json");
        assertThat(ran.exitCode()).isZero();
        List<JsonNode> lines = ran.out().lines().map(JsonMapper.shared()::readTree).toList();
        assertThat(lines).hasSize(3);
        assertThat(lines.getFirst().path("parts").path("crm.jsonl").asString())
                .isEqualTo("crm.jsonl");
        JsonNode ledger = lines.getLast().path("ledger").path(0);
        assertThat(ledger.path("read").asLong()).isEqualTo(1);
        assertThat(ledger.path("kept").asLong()).isEqualTo(1);
        assertThat(lines.getLast().path("notRead")).isEmpty();
    }

    @Test
    void runSaysWhatIsNotRecognized() throws IOException {
        CannedServer.Ran ran =
                run(bare(), "run", PluginJar.packed("linkedin").file(), sample(CONNECTED));
        assertThat(ran.exitCode()).isEqualTo(Failures.FINDING);
        assertThat(ran.err()).contains("plugin linkedin does not recognize crm.jsonl");
    }

    @Test
    void runSaysWhatIsMissingOrUnknown() throws IOException {
        Path facts = PluginJar.packed("facts").file();
        assertThat(run(bare(), "run", facts, home.resolve("none.zip")).exitCode())
                .isEqualTo(Failures.USAGE);
        CannedServer.Ran ran = run(bare(), "run", facts, sample(CONNECTED), "--set", "hue=blue");
        assertThat(ran.exitCode()).isEqualTo(Failures.USAGE);
        assertThat(ran.err()).contains("unknown setting hue").doesNotContain("blue");
        assertThat(run(bare()).exitCode()).isEqualTo(Failures.USAGE);
    }

    @Test
    void aPluginIsInstalledListedReplacedAndRemoved() throws IOException {
        Path facts = PluginJar.packed("facts").file();
        assertThat(run(bare(), "install", facts).out()).startsWith("Installed plugin facts");
        assertThat(bare().jars()).containsExactly(home.resolve("plugins").resolve("facts.jar"));
        assertThat(run(bare(), "list").out().lines().toList().getLast())
                .startsWith("facts")
                .endsWith("installed");

        PluginJar newer =
                new PluginJar(facts)
                        .saying(Map.of("Plugin-Version", "9.0.0"), home.resolve("9.jar"));
        assertThat(run(bare(), "install", newer.file()).out())
                .contains("9.0.0 in the place of another version");
        assertThat(run(bare(), "list").out()).contains("9.0.0");
        assertThat(bare().jars()).hasSize(1);

        assertThat(run(bare(), "remove", "facts").exitCode()).isZero();
        assertThat(bare().jars()).isEmpty();
        assertThat(run(bare(), "remove", "facts").exitCode()).isEqualTo(Failures.NOT_FOUND);
    }

    @Test
    void whatWasCopiedThereByHandIsReplacedAndRemovedToo() throws IOException {
        Path facts = PluginJar.packed("facts").file();
        Path plugins = Files.createDirectories(bare().installed());
        Path byHand = Files.copy(facts, plugins.resolve("some-name.jar"));
        assertThat(run(bare(), "install", facts).exitCode()).isZero();
        assertThat(byHand).doesNotExist();
        Files.move(plugins.resolve("facts.jar"), byHand);
        assertThat(run(bare(), "remove", "facts").exitCode()).isZero();
        assertThat(byHand).doesNotExist();
    }

    @Test
    void whatDoesNotLoadIsRefused() throws IOException {
        Path jar = Files.writeString(home.resolve("x.jar"), "no jar");
        refused(run(bare(), "install", jar), "x.jar is not a plugin: it has no readable manifest");
    }

    @Test
    void whatNeedsANewerSdkIsRefused() throws IOException {
        PluginJar newer =
                PluginJar.packed("facts")
                        .saying(
                                Map.of("Plugin-Requires", ">=1.99.0 & <2.0.0"),
                                home.resolve("newer.jar"));
        refused(run(bare(), "install", newer.file()), "needs SDK >=1.99.0 & <2.0.0, this server");
    }

    @Test
    void whatComesWithKithwayIsNeitherReplacedNorRemoved() throws IOException {
        PluginJar facts = PluginJar.packed("facts");
        refused(run(shipped(), "install", facts.file()), "plugin facts comes with Kithway");
        PluginJar renamed = facts.saying(Map.of("Plugin-Id", "mine"), home.resolve("mine.jar"));
        refused(
                run(shipped(), "install", renamed.file()),
                "plugin mine reads facts, which plugin facts reads already");
        CannedServer.Ran removed = run(shipped(), "remove", "facts");
        assertThat(removed.exitCode()).isEqualTo(Failures.USAGE);
        assertThat(removed.err()).contains("comes with Kithway and stays");
    }

    @Test
    void whatAnotherInstalledOneReadsIsRefused() throws IOException {
        PluginJar facts = PluginJar.packed("facts");
        run(bare(), "install", facts.file());
        PluginJar renamed = facts.saying(Map.of("Plugin-Id", "mine"), home.resolve("mine.jar"));
        refused(run(bare(), "install", renamed.file()), "plugin mine reads facts, which plugin");
    }

    @Test
    void anIdThatIsNoNameForAFileIsRefused() {
        assertThat(run(bare(), "remove", "../key").exitCode()).isEqualTo(Failures.USAGE);
    }

    @Test
    void listNamesWhatIsShippedAndWhatIsNotUsed() throws IOException {
        Files.createDirectories(shipped().installed());
        Files.copy(PluginJar.packed("facts").file(), shipped().installed().resolve("facts.jar"));
        CannedServer.Ran ran = run(shipped(), "list", "--json");
        assertThat(ran.exitCode()).isEqualTo(Failures.FINDING);
        JsonNode answer = JsonMapper.shared().readTree(ran.out());
        assertThat(answer.path("connectors"))
                .hasSameSizeAs(PluginJar.packed())
                .allMatch(c -> c.path("from").asString().equals("shipped"));
        assertThat(answer.path("refused")).hasSize(1);
        assertThat(ran.err()).startsWith("not used: plugin facts");
    }

    private void refused(CannedServer.Ran ran, String sentence) {
        assertThat(ran.exitCode()).isEqualTo(Failures.FINDING);
        assertThat(ran.err()).startsWith("kithway: Not installed: ").contains(sentence);
        assertThat(Files.exists(home.resolve("plugins").resolve("mine.jar"))).isFalse();
    }
}
