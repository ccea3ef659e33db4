package org.kithway.docs;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.reader.CsvReader;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.kithway.connector.Connector;
import org.kithway.connector.tck.ConnectorContract;
import org.kithway.server.Home;
import org.kithway.server.Kithway;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import javax.tools.ToolProvider;

/**
 * The guide's connector is the archetype's, at most 60 lines of code, keeps the contract, and
 * prints what the guide shows.
 */
class WriteAConnectorTest {
    private static final Path GUIDE = Path.of("guide", "write-a-connector.md");
    private static final Path ARCHETYPE =
            Path.of("..", "connectors", "archetype", "src", "main", "resources")
                    .resolve("archetype-resources");
    private static final String PACKAGE = "org.example.penpals";
    private static final Pattern BLOCK = Pattern.compile("```[a-z]+\\n(.*?)```", Pattern.DOTALL);

    @TempDir private static Path folder;
    private static URLClassLoader classes;

    /** The guide's blocks. */
    private enum Block {
        EXPORT(0),
        FORBIDDEN(1),
        CONNECTOR(2),
        CONTRACT(3),
        EXPECTED(4),
        OUTPUT(5);

        private final int number;

        Block(int number) {
            this.number = number;
        }
    }

    private static String block(Block block) throws IOException {
        Matcher found = BLOCK.matcher(Files.readString(GUIDE));
        for (int i = 0; i <= block.number; i++) {
            assertThat(found.find()).as("block %s in %s", block, GUIDE).isTrue();
        }
        return found.group(1);
    }

    private static Path sample() {
        return folder.resolve("exports").resolve("first").resolve("contacts.csv");
    }

    @BeforeAll
    static void writeWhatTheGuideShows() throws IOException {
        Path first = Files.createDirectories(sample().getParent());
        Files.writeString(sample(), block(Block.EXPORT));
        Files.writeString(first.resolve("forbidden.txt"), block(Block.FORBIDDEN));
        Files.writeString(first.resolve("expected.jsonl"), block(Block.EXPECTED));
        Path compiled = Files.createDirectories(folder.resolve("classes"));
        Path connector = folder.resolve("PenpalsConnector.java");
        Path contract = folder.resolve("PenpalsContractTest.java");
        Files.writeString(connector, block(Block.CONNECTOR));
        Files.writeString(contract, block(Block.CONTRACT));
        int failed =
                ToolProvider.getSystemJavaCompiler()
                        .run(
                                null,
                                null,
                                null,
                                "-proc:none",
                                "-cp",
                                System.getProperty("java.class.path"),
                                "-d",
                                compiled.toString(),
                                connector.toString(),
                                contract.toString());
        assertThat(failed).as("javac").isZero();
        classes =
                new URLClassLoader(
                        new URL[] {compiled.toUri().toURL()},
                        WriteAConnectorTest.class.getClassLoader());
    }

    @AfterAll
    static void letGo() throws IOException {
        classes.close();
    }

    @Test
    void theConnectorHasAtMost60LinesOfCode() throws IOException {
        assertThat(block(Block.CONNECTOR).lines().filter(line -> !line.isBlank()).count())
                .isLessThanOrEqualTo(60);
    }

    @Test
    void theArchetypeYieldsWhatTheGuideShows() throws IOException {
        Path exports = Path.of("src", "test", "resources", "exports", "first");
        Map<Block, Path> templates =
                Map.of(
                        Block.EXPORT, exports.resolve("contacts.csv"),
                        Block.FORBIDDEN, exports.resolve("forbidden.txt"),
                        Block.EXPECTED, exports.resolve("expected.jsonl"),
                        Block.CONNECTOR, Path.of("src/main/java/__title__Connector.java"),
                        Block.CONTRACT, Path.of("src/test/java/__title__ContractTest.java"));
        for (Map.Entry<Block, Path> template : templates.entrySet()) {
            assertThat(block(template.getKey()))
                    .as("%s", template.getValue())
                    .isEqualTo(
                            Files.readString(ARCHETYPE.resolve(template.getValue()))
                                    .replace("${package}", PACKAGE)
                                    .replace("${title}", "Penpals")
                                    .replace("${site}", "penpals"));
        }
    }

    @TestFactory
    Stream<DynamicTest> theConnectorKeepsTheContract() throws Exception {
        Class<?> type = classes.loadClass(PACKAGE + ".PenpalsConnector");
        ConnectorContract contract =
                new ConnectorContract() {
                    @Override
                    protected Connector connector() {
                        try {
                            return (Connector) type.getConstructor().newInstance();
                        } catch (ReflectiveOperationException e) {
                            throw new LinkageError("PenpalsConnector cannot be made", e);
                        }
                    }

                    @Override
                    protected Path samples() {
                        return folder.resolve("exports");
                    }
                };
        return Stream.of(ConnectorContract.class.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(Test.class))
                .map(rule -> DynamicTest.dynamicTest(rule.getName(), () -> keep(rule, contract)));
    }

    private static void keep(Method rule, ConnectorContract contract) throws Throwable {
        rule.setAccessible(true);
        try {
            rule.invoke(contract);
        } catch (InvocationTargetException e) {
            throw e.getCause() == null ? e : e.getCause();
        }
    }

    @Test
    void thePluginPrintsWhatTheGuideShows() throws Exception {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code =
                Kithway.commandLine(
                                new Home(folder.resolve("home")),
                                8080,
                                new PrintWriter(out, true),
                                new PrintWriter(err, true))
                        .execute("connector", "run", packed().toString(), sample().toString());
        assertThat(out.toString()).as(err.toString()).isEqualTo(block(Block.OUTPUT));
        assertThat(code).isEqualTo(3);
    }

    /** The plugin as the shade plugin packs it: its classes and those of its parser. */
    private static Path packed() throws IOException, URISyntaxException {
        Manifest manifest = new Manifest();
        Attributes said = manifest.getMainAttributes();
        said.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        said.putValue("Plugin-Id", "penpals");
        said.putValue("Plugin-Version", "0.1.0");
        said.putValue("Plugin-Requires", ">=1.0.0 & <2.0.0");
        Path jar = folder.resolve("plugin.jar");
        Path parser =
                Path.of(
                        CsvReader.class
                                .getProtectionDomain()
                                .getCodeSource()
                                .getLocation()
                                .toURI());
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file, manifest);
                JarFile library = new JarFile(parser.toFile());
                Stream<Path> own = Files.walk(folder.resolve("classes"))) {
            for (Path type : own.filter(Files::isRegularFile).toList()) {
                put(out, folder.resolve("classes").relativize(type), Files.readAllBytes(type));
            }
            for (JarEntry entry : library.stream().toList()) {
                if (entry.getName().startsWith("de/") && !entry.isDirectory()) {
                    try (InputStream in = library.getInputStream(entry)) {
                        put(out, Path.of(entry.getName()), in.readAllBytes());
                    }
                }
            }
            Path services = Path.of("META-INF", "services", Connector.class.getName());
            put(out, services, (PACKAGE + ".PenpalsConnector\n").getBytes(UTF_8));
        }
        return jar;
    }

    private static void put(JarOutputStream out, Path path, byte[] content) throws IOException {
        out.putNextEntry(new JarEntry(path.toString().replace('\\', '/')));
        out.write(content);
    }
}
