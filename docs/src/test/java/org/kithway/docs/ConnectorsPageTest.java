package org.kithway.docs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.kithway.connector.Connector;
import org.kithway.connector.Descriptor;
import org.kithway.connector.ExportLimits;
import org.kithway.connector.Exports;
import org.kithway.connector.Reading;
import org.kithway.connector.Settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.stream.Stream;

/**
 * The page of connectors says what each reads and what becomes of its samples; it is made from the
 * connectors themselves. {@code -Dkithway.golden=write} writes it anew.
 */
class ConnectorsPageTest {
    private static final Path PAGE = Path.of("connectors.md");

    @Test
    void thePageSaysWhatTheConnectorsDo() throws IOException {
        StringBuilder page =
                new StringBuilder(
                        """
                        # Connectors

                        What each connector reads, and what becomes of the samples that it is tested with. A sample stands for one variant or
                        quirk of the site's exports; all are invented. How a member gets an export, and the variants in detail, are in each
                        connector's own README.
                        """);
        for (Connector connector : connectors().toList()) {
            describe(connector, page);
        }
        if ("write".equals(System.getProperty("kithway.golden"))) {
            Files.writeString(PAGE, page);
        }
        assertThat(PAGE)
                .as("write it by -Dkithway.golden=write")
                .content()
                .isEqualTo(page.toString());
    }

    @Test
    void everyConnectorOfTheProjectIsHere() throws IOException {
        try (Stream<Path> modules = Files.list(Path.of("..", "connectors"))) {
            assertThat(connectors().map(c -> c.descriptor().site().name()))
                    .containsExactlyInAnyOrderElementsOf(
                            modules.filter(module ->
                                            Files.isDirectory(
                                                    module.resolve("src/test/resources/exports")))
                                    .map(module -> module.getFileName().toString())
                                    .filter(name -> !name.equals("tck"))
                                    .toList());
        }
    }

    static Stream<Connector> connectors() {
        return ServiceLoader.load(Connector.class).stream()
                .map(ServiceLoader.Provider::get)
                .sorted(Comparator.comparing(connector -> connector.descriptor().site()));
    }

    private static void describe(Connector connector, StringBuilder page) throws IOException {
        Descriptor descriptor = connector.descriptor();
        String name = descriptor.site().name();
        page.append(
                """

                ## %s
                [README](../connectors/%s/README.md)

                """
                        .formatted(descriptor.title(), name));
        page.append("Reads: ").append(String.join("; ", descriptor.reads())).append(".\n\n");
        page.append("Never: ").append(String.join("; ", descriptor.neverReads())).append(".\n\n");
        if (!descriptor.affordances().isEmpty()) {
            page.append("On the site one can: ")
                    .append(
                            String.join(
                                    ", ",
                                    descriptor.affordances().stream()
                                            .map(a ->
                                                    words(a.action())
                                                            + " ("
                                                            + words(a.towards())
                                                            + ")")
                                            .sorted()
                                            .toList()))
                    .append(".\n\n");
        }
        page.append(
                """
                | Sample | Files read | Records kept | Withheld | Rejected | Files that need attention |
                |---|---:|---:|---:|---:|---:|
                """);
        Path samples = Path.of("..", "connectors", name, "src", "test", "resources", "exports");
        try (Stream<Path> cases = Files.list(samples)) {
            for (Path sample : cases.filter(Files::isDirectory).sorted().toList()) {
                page.append(line(connector, sample));
            }
        }
    }

    private static String line(Connector connector, Path sample) throws IOException {
        long kept = 0;
        long withheld = 0;
        long rejected = 0;
        long faulty = 0;
        int files;
        try (Exports.OpenExport export = Exports.open(export(sample), ExportLimits.DEFAULT);
                Connector.Reader reader =
                        connector.open(
                                export,
                                Settings.check(connector.descriptor().settings(), Map.of()))) {
            files = reader.manifest().parts().size();
            for (Reading reading = reader.read(); reading != null; reading = reader.read()) {
                switch (reading) {
                    case Reading.Statement _ -> kept++;
                    case Reading.Withheld _ -> withheld++;
                    case Reading.Rejection rejection -> {
                        if (rejection.place().record() == 0) {
                            faulty++;
                        } else {
                            rejected++;
                        }
                    }
                    case Reading.Notice _ -> {}
                }
            }
        }
        return "| %s | %d | %d | %d | %d | %d |\n"
                .formatted(
                        sample.getFileName().toString().replace('-', ' '),
                        files,
                        kept,
                        withheld,
                        rejected,
                        faulty);
    }

    private static Path export(Path sample) throws IOException {
        try (Stream<Path> files = Files.list(sample)) {
            List<Path> exports =
                    files.filter(file -> !file.endsWith("expected.jsonl"))
                            .filter(file -> !file.endsWith("forbidden.txt"))
                            .toList();
            assertThat(exports).as(sample.toString()).hasSize(1);
            return exports.getFirst();
        }
    }

    private static String words(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
