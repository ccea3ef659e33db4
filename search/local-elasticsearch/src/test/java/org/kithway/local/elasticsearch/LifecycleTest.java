package org.kithway.local.elasticsearch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** How nodes begin and end; each has a home of its own, in a folder with a space in its name. */
class LifecycleTest {
    private Path folder = Path.of("");
    private LocalElasticsearch.Settings settings =
            LocalElasticsearch.Settings.of(Path.of(""), Path.of(""));

    @BeforeEach
    void makeFolder() throws IOException {
        folder = Files.createTempDirectory("kithway node ");
        settings = settings(TestElasticsearch.distribution(), folder.resolve("a home"));
    }

    @AfterEach
    void deleteFolder() {
        TestElasticsearch.delete(folder);
    }

    @Test
    void findsItsDataAtTheNextStart() throws Exception {
        String firstPassword;
        try (LocalElasticsearch node = LocalElasticsearch.start(settings)) {
            firstPassword = node.password();
            new Requests(node).ok("PUT", "/kept", "{\"settings\":{\"number_of_replicas\":0}}");
            new Requests(node).ok("PUT", "/kept/_doc/1", "{\"name\":\"Ada\"}");
        }

        try (LocalElasticsearch node = LocalElasticsearch.start(settings)) {
            assertThat(node.password()).isEqualTo(firstPassword);
            assertThat(new Requests(node).ok("GET", "/kept/_doc/1", "")).contains("Ada");
        }
    }

    @Test
    void leavesNoProcessWhenItIsClosed() {
        LocalElasticsearch node = LocalElasticsearch.start(settings);
        assertThat(node.isAlive()).isTrue();

        node.close();
        node.close();

        assertThat(node.isAlive()).isFalse();
        assertThat(ProcessHandle.of(node.pid())).isEmpty();
    }

    @Test
    void endsWithItsParentHoweverThatEndsAndStartsAgainAtOnce() throws Exception {
        Process parent = startParent();
        long pid;
        try (BufferedReader output = parent.inputReader()) {
            pid = Long.parseLong(output.readLine());
        } finally {
            parent.destroyForcibly().waitFor();
        }
        Optional<ProcessHandle> orphan = ProcessHandle.of(pid);

        try (LocalElasticsearch node = LocalElasticsearch.start(settings)) {
            assertThat(node.pid()).isNotEqualTo(pid);
            assertThat(new Requests(node).ok("GET", "/left/_doc/1", "")).contains("Ada");
        }

        if (orphan.isPresent()) {
            orphan.get().onExit().get(30, TimeUnit.SECONDS);
        }
    }

    @Test
    void saysWhyItDoesNotStartAndWhatHelps() {
        assertThatThrownBy(() -> LocalElasticsearch.start(settings.withHeap("16m")))
                .isInstanceOf(LocalElasticsearchException.class)
                .hasMessageContaining("OutOfMemoryError")
                .hasMessageContaining("larger heap");
    }

    @Test
    void refusesAHeapThatIsNone() {
        assertThatThrownBy(() -> settings.withHeap("half"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** Where a container forbids user namespaces. */
    @Test
    void runsAsNobodyForRoot() throws Exception {
        assumeTrue(
                "root".equals(System.getProperty("user.name")), "only root has to become nobody");
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        Path distribution =
                Distribution.locate(
                        folder.resolve("cache"),
                        Optional.empty(),
                        Distribution.mavenRepository(),
                        URI.create("http://127.0.0.1:1/"));

        try (LocalElasticsearch node =
                LocalElasticsearch.start(
                        settings(distribution, folder.resolve("a home")), Account.NOBODY)) {
            assertThat(ProcessHandle.of(node.pid()).flatMap(p -> p.info().user()))
                    .contains("nobody");
            new Requests(node).ok("PUT", "/of-nobody", "{}");
        }
    }

    @Test
    void namesTheFolderThatNobodyMayNotEnter() throws IOException {
        assumeTrue(
                "root".equals(System.getProperty("user.name")), "only root has to become nobody");
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));

        assertThatThrownBy(() -> LocalElasticsearch.start(settings, Account.NOBODY))
                .isInstanceOf(LocalElasticsearchException.class)
                .hasMessageContaining("may not enter " + folder);
    }

    /** Starts a node, writes a document, says the node's process id, and waits to be killed. */
    static final class Parent {
        public static void main(String[] args) throws Exception {
            LocalElasticsearch node =
                    LocalElasticsearch.start(settings(Path.of(args[0]), Path.of(args[1])));
            Requests requests = new Requests(node);
            requests.ok("PUT", "/left", "{\"settings\":{\"number_of_replicas\":0}}");
            requests.ok("PUT", "/left/_doc/1", "{\"name\":\"Ada\"}");
            System.out.println(node.pid());
            Thread.currentThread().join();
        }
    }

    private Process startParent() throws IOException {
        return new ProcessBuilder(
                        settings.javaHome().resolve("bin").resolve("java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Parent.class.getName(),
                        settings.distribution().toString(),
                        settings.home().toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static LocalElasticsearch.Settings settings(Path distribution, Path home) {
        return LocalElasticsearch.Settings.of(distribution, home).withHeap("256m");
    }
}
