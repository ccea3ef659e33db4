package org.kithway.connector.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kithway.connector.Connector;
import org.kithway.connector.ExportLimits;
import org.kithway.connector.Exports;
import org.kithway.connector.Reading;
import org.kithway.connector.Settings;

import java.io.IOException;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

class ConnectorHostTest {
    @TempDir Path folder;

    private Path jar(String name) {
        return folder.resolve(name + ".jar");
    }

    private static String title(LoadedConnector loaded) {
        return loaded.connector().descriptor().title();
    }

    @Test
    void everyConnectorIsFoundWithItsPlugin() throws IOException {
        PluginJar.of("b", "0.1.0-SNAPSHOT")
                .connector("B", "b-site")
                .connector("C", "c-site")
                .writeTo(jar("2"));
        Path first = PluginJar.of("a", "2.1.0").connector("A", "a-site").writeTo(jar("1"));
        Files.writeString(folder.resolve("notes.txt"), "no plugin");
        try (ConnectorHost host = ConnectorHost.load(folder)) {
            assertThat(host.refused()).isEmpty();
            assertThat(host.connectors()).hasSize(3);
            LoadedConnector a = host.connectors().getFirst();
            assertThat(a.plugin()).isEqualTo("a");
            assertThat(a.version()).isEqualTo("2.1.0");
            assertThat(a.jar()).isEqualTo(first);
            assertThat(host.connectors())
                    .extracting(c -> c.connector().descriptor().site().name())
                    .containsExactly("a-site", "b-site", "c-site");
        }
    }

    @Test
    void aPluginThatNeedsANewerSdkIsRefused() throws IOException {
        PluginJar.of("linkedin", "2.1.0")
                .manifest("Plugin-Requires", ">=1.1.0 & <2.0.0")
                .connector("A", "linkedin")
                .writeTo(jar("1"));
        PluginJar.of("other", "1.0.0").connector("B", "other").writeTo(jar("2"));
        try (ConnectorHost host = ConnectorHost.load(folder, "1.0.0")) {
            assertThat(host.refused())
                    .containsExactly(
                            "plugin linkedin 2.1.0 needs SDK >=1.1.0 & <2.0.0, this server has"
                                    + " 1.0.0: update Kithway, or get a version of the plugin for"
                                    + " that SDK");
            assertThat(host.connectors())
                    .extracting(LoadedConnector::plugin)
                    .containsExactly("other");
        }
    }

    @Test
    void aPluginThatNeedsAnOlderSdkRunsUntilTheNextMajorVersion() throws IOException {
        PluginJar.of("old", "1.0.0").connector("A", "old").writeTo(jar("1"));
        try (ConnectorHost later = ConnectorHost.load(folder, "1.7.3")) {
            assertThat(later.refused()).isEmpty();
            assertThat(later.connectors()).hasSize(1);
        }
        try (ConnectorHost next = ConnectorHost.load(folder, "2.0.0")) {
            assertThat(next.connectors()).isEmpty();
            assertThat(next.refused())
                    .singleElement()
                    .asString()
                    .startsWith(
                            "plugin old 1.0.0 needs SDK >=1.0.0 & <2.0.0, this server has 2.0.0:");
        }
    }

    @Test
    void aPluginThatWasBuiltAgainstTheFirstSdkRuns() throws IOException {
        Path api = Path.of("..", "sdk", "src", "api");
        PluginJar.of("first", "1.0.0")
                .against(
                        api.resolve("kithway-sdk-1.0.0.jar"),
                        api.resolve("kithway-model-1.0.0.jar"))
                .connector(
                        "A",
                        "first",
                        "new org.kithway.model.Fact.Connected(org.kithway.model.AccountId.OWNER,"
                                + " org.kithway.model.AccountId.email(\"a@b.example\"), null)"
                                + ".subject().toString()",
                        "return !export.entries().isEmpty();")
                .writeTo(jar("1"));
        try (ConnectorHost host = ConnectorHost.load(folder);
                Exports.OpenExport export = Exports.open(jar("1"), ExportLimits.DEFAULT)) {
            assertThat(host.refused()).isEmpty();
            Connector connector = host.connectors().getFirst().connector();
            assertThat(connector.descriptor().title()).isEqualTo("email:a@b.example");
            assertThat(connector.recognizes(export)).isTrue();
            try (Connector.Reader reader =
                    connector.open(export, Settings.check(List.of(), Map.of()))) {
                assertThat(reader.manifest().parts()).containsKey("x");
                assertThat(reader.read()).isInstanceOf(Reading.Rejection.class);
            }
        }
    }

    @Test
    void ofTwoJarsForOneSiteTheFirstIsUsed() throws IOException {
        Path first = PluginJar.of("z", "1.0.0").connector("Z", "same").writeTo(jar("z"));
        Path second = PluginJar.of("a", "1.0.0").connector("A", "same").writeTo(jar("a"));
        try (ConnectorHost host = ConnectorHost.loadJars(List.of(first, second))) {
            assertThat(host.connectors()).extracting(LoadedConnector::plugin).containsExactly("z");
            assertThat(host.refused()).hasSize(1);
        }
    }

    @Test
    void aHostThatDoesNotKnowItsVersionIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ConnectorHost.load(folder, "0.0.0"))
                .withMessageContaining("0.0.0");
    }

    @Test
    void whatIsNoPluginIsRefusedInWords() throws IOException {
        Files.writeString(jar("1"), "not a jar");
        PluginJar.of("", "1.0.0").connector("A", "a").writeTo(jar("2"));
        PluginJar.of("c", "1.0.0").without("Plugin-Requires").connector("C", "c").writeTo(jar("3"));
        PluginJar.of("d", "1.0.0")
                .manifest("Plugin-Requires", "some")
                .connector("D", "d")
                .writeTo(jar("4"));
        PluginJar.of("e", "1.0.0").writeTo(jar("5"));
        PluginJar.of("f", "1.0.0").without("Plugin-Version").connector("F", "f").writeTo(jar("6"));
        try (ConnectorHost host = ConnectorHost.load(folder)) {
            assertThat(host.connectors()).isEmpty();
            assertThat(host.refused())
                    .satisfiesExactly(
                            s -> assertThat(s).contains("1.jar is not a plugin"),
                            s -> assertThat(s).contains("2.jar", "no Plugin-Id"),
                            s -> assertThat(s).contains("plugin c 1.0.0", "Plugin-Requires"),
                            s -> assertThat(s).contains("plugin d 1.0.0", "no range of versions"),
                            s -> assertThat(s).contains("plugin e 1.0.0", "names no connector"),
                            s -> assertThat(s).contains("6.jar", "Plugin-Version"));
        }
    }

    @Test
    void aConnectorThatCannotBeMadeIsRefused() throws IOException {
        PluginJar.of("a", "1.0.0")
                .connector("A", "a", "String.valueOf(1 / Integer.parseInt(\"0\"))", "return true;")
                .writeTo(jar("1"));
        PluginJar.of("b", "1.0.0")
                .resource("META-INF/services/org.kithway.connector.Connector", "plugin.Absent\n")
                .writeTo(jar("2"));
        try (ConnectorHost host = ConnectorHost.load(folder)) {
            assertThat(host.connectors()).isEmpty();
            assertThat(host.refused())
                    .satisfiesExactly(
                            s -> assertThat(s).contains("plugin a 1.0.0 fails"),
                            s -> assertThat(s).contains("plugin b 1.0.0 fails", "plugin.Absent"));
        }
    }

    @Test
    void oneSiteIsReadByOnePluginOnly() throws IOException {
        PluginJar.of("a", "1.0.0").connector("A", "same").writeTo(jar("1"));
        PluginJar.of("b", "1.0.0").connector("B", "same").writeTo(jar("2"));
        PluginJar.of("a", "2.0.0").connector("A", "another").writeTo(jar("3"));
        try (ConnectorHost host = ConnectorHost.load(folder)) {
            assertThat(host.connectors()).hasSize(1);
            assertThat(host.refused())
                    .containsExactly(
                            "plugin b 1.0.0 reads same, which plugin a 1.0.0 reads already: remove"
                                    + " one of them",
                            "plugin a 2.0.0 in 3.jar stands beside 1.0.0 in 1.jar: remove one of"
                                    + " them");
        }
    }

    @Test
    void pluginsSeeTheSdkAndNothingElseOfTheHost() throws IOException {
        String sees =
                """
                new Object() {
                    String of(String... names) {
                        StringBuilder seen = new StringBuilder();
                        for (String name : names) {
                            try {
                                Class.forName(name);
                                seen.append(name).append(' ');
                            } catch (ClassNotFoundException | LinkageError e) {
                                // not seen
                            }
                        }
                        return seen + "/" + getClass().getClassLoader()
                                .getResource("org/assertj/core/api/Assertions.class");
                    }
                }.of("org.kithway.connector.Export", "org.kithway.model.Fact", "java.sql.Driver",
                     "org.slf4j.Logger", "org.kithway.connector.host.ConnectorHost",
                     "org.assertj.core.api.Assertions",
                     "org.apache.commons.compress.archivers.ArchiveEntry",
                     "org.junit.jupiter.api.Test")
                """;
        PluginJar.of("a", "1.0.0").connector("A", "a", sees, "return false;").writeTo(jar("1"));
        try (ConnectorHost host = ConnectorHost.load(folder)) {
            assertThat(host.refused()).isEmpty();
            assertThat(title(host.connectors().getFirst()))
                    .isEqualTo(
                            "org.kithway.connector.Export org.kithway.model.Fact java.sql.Driver"
                                    + " org.slf4j.Logger /null");
        }
    }

    @Test
    void pluginsHaveTheirOwnVersionsOfALibrary() throws IOException {
        for (String version : List.of("1", "2")) {
            PluginJar.of("p" + version, "1.0.0")
                    .source(
                            "library.Version",
                            "package library; public class Version { public static String get() {"
                                    + " return \"library "
                                    + version
                                    + "\"; } }")
                    .connector("P", "site" + version, "library.Version.get()", "return false;")
                    .writeTo(jar(version));
        }
        try (ConnectorHost host = ConnectorHost.load(folder)) {
            assertThat(host.connectors())
                    .extracting(ConnectorHostTest::title)
                    .containsExactly("library 1", "library 2");
        }
    }

    @Test
    void aPluginThatBundlesTheSdkUsesTheHostsAllTheSame() throws IOException {
        PluginJar.of("a", "1.0.0")
                .source(
                        "org.kithway.model.ImportId",
                        "package org.kithway.model; public class ImportId {"
                                + " public String toString() { return \"bundled\"; } }")
                .connector(
                        "A",
                        "a",
                        "String.valueOf(org.kithway.model.ImportId.class.isRecord())",
                        "return false;")
                .writeTo(jar("1"));
        try (ConnectorHost host = ConnectorHost.load(folder)) {
            assertThat(title(host.connectors().getFirst())).isEqualTo("true");
        }
    }

    @Test
    void everyCallIntoAPluginHasItsLoaderAsTheThreads() throws IOException {
        String own =
                "Thread.currentThread().getContextClassLoader() == getClass().getClassLoader()";
        PluginJar.of("a", "1.0.0")
                .connector("A", "a", "String.valueOf(" + own + ")", "return " + own + ";")
                .writeTo(jar("1"));
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        try (ConnectorHost host = ConnectorHost.load(folder);
                Exports.OpenExport export = Exports.open(jar("1"), ExportLimits.DEFAULT)) {
            Connector connector = host.connectors().getFirst().connector();
            assertThat(connector.descriptor().title()).isEqualTo("true");
            assertThat(connector.recognizes(export)).isTrue();
            try (Connector.Reader reader =
                    connector.open(export, Settings.check(List.of(), Map.of()))) {
                assertThat(reader.manifest().parts()).containsEntry("x", "true");
                assertThat(reader.read())
                        .isInstanceOfSatisfying(
                                Reading.Rejection.class,
                                r -> assertThat(r.reason()).isEqualTo("true"));
            }
        }
        assertThat(Thread.currentThread().getContextClassLoader()).isSameAs(before);
    }

    @Test
    void closeLetsTheLoadersGo() throws Exception {
        PluginJar.of("a", "1.0.0").connector("A", "a").writeTo(jar("1"));
        PluginJar.of("b", "1.0.0").connector("B", "b").writeTo(jar("2"));
        ConnectorHost host = ConnectorHost.load(folder);
        WeakReference<ClassLoader> loader = loaderOf(host.connectors().getFirst());
        host.close();
        assertThat(host.connectors()).isEmpty();
        long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (loader.get() != null && System.nanoTime() < deadline) {
            System.gc();
            Thread.onSpinWait();
        }
        assertThat(loader.get()).isNull();
    }

    private static WeakReference<ClassLoader> loaderOf(LoadedConnector loaded) {
        return new WeakReference<>(((PluginConnector) loaded.connector()).loader());
    }

    @Test
    void aMissingFolderIsSaid() {
        assertThatThrownBy(() -> ConnectorHost.load(folder.resolve("none")))
                .isInstanceOf(NoSuchFileException.class);
    }
}
