package org.kithway.connector.linkedin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.kithway.connector.Connector;
import org.kithway.connector.Export;
import org.kithway.connector.ExportLimits;
import org.kithway.connector.Exports;
import org.kithway.connector.Reading;
import org.kithway.connector.Settings;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads real archives, where there are any: the folder {@code linkedin} below the one that {@code
 * KITHWAY_SAMPLES} names. What is expected is counted another way than the connector reads: lines
 * are joined until their quotes are even, and looked at with plain patterns.
 */
class SamplesTest {
    /** The English names of what must be read wherever it is in an archive. */
    private static final Pattern READ =
            Pattern.compile(
                    "(?i)(.*/)?(Profile|Connections|Invitations|Messages|Positions|Education|Skills"
                            + "|Shares|Comments|Company Follows|Email Addresses"
                            + "|Endorsement_(Given|Received)_Info"
                            + "|Recommendations_(Given|Received))\\.csv");

    private static final Pattern CLOSED_ACCOUNT = Pattern.compile("(?s),,,.*");

    @Test
    void everyRecordOfRealArchivesIsAccountedFor() throws IOException {
        String samples = System.getenv("KITHWAY_SAMPLES");
        if (samples == null) {
            System.out.println("KITHWAY_SAMPLES is not set: no real archives were read");
            return;
        }
        StringBuilder table =
                new StringBuilder(line("file", "read", "kept", "withheld", "rejected"));
        for (Path sample : samples(Path.of(samples, "linkedin"))) {
            table.append(sample.getFileName()).append('\n');
            try (Exports.OpenExport export = Exports.open(sample, ExportLimits.DEFAULT)) {
                counts(export).forEach((entry, count) -> table.append(count.line(entry)));
            }
        }
        System.out.println(table);
    }

    private static Map<String, Count> counts(Export export) throws IOException {
        LinkedInConnector connector = new LinkedInConnector();
        assertThat(connector.recognizes(export)).as(export.name()).isTrue();
        Map<String, Count> counts = new TreeMap<>();
        try (Connector.Reader reader =
                connector.open(export, Settings.check(List.of(), Map.of()))) {
            assertThat(reader.manifest().parts().keySet())
                    .as(export.name())
                    .containsAll(
                            export.entries().stream()
                                    .filter(entry -> READ.matcher(entry).matches())
                                    .toList());
            for (Reading reading = reader.read(); reading != null; reading = reader.read()) {
                counts.computeIfAbsent(reading.place().entry(), _ -> new Count()).add(reading);
            }
        }
        for (Map.Entry<String, Count> count : counts.entrySet()) {
            if (Articles.isArticle(count.getKey())) {
                assertThat(count.getValue().kept).as(count.getKey()).isEqualTo(1);
                continue;
            }
            try (InputStream content = export.open(count.getKey())) {
                check(count.getKey(), count.getValue(), records(content.readAllBytes()));
            }
        }
        return counts;
    }

    private static void check(String entry, Count count, List<String> records) {
        assertThat(count.read()).as(entry).isEqualTo(records.size());
        assertThat(count.rejected).as(entry).isZero();
        if (entry.endsWith("Connections.csv")) {
            assertThat(count.withheld)
                    .as(entry)
                    .isEqualTo(records.stream().filter(CLOSED_ACCOUNT.asMatchPredicate()).count());
        }
        if (entry.contains("Endorsement_")) {
            assertThat(count.kept)
                    .as(entry)
                    .isEqualTo(records.stream().filter(r -> r.endsWith(",ACCEPTED")).count());
        }
        if (entry.endsWith("Positions.csv") || entry.endsWith("Skills.csv")) {
            assertThat(count.kept).as(entry).isEqualTo(records.size());
        }
    }

    /** The records after the header, each as its raw text. */
    private static List<String> records(byte[] bytes) {
        boolean wide = bytes.length > 1 && (bytes[0] & 0xFF) == 0xFF && (bytes[1] & 0xFF) == 0xFE;
        Charset charset = wide ? StandardCharsets.UTF_16LE : StandardCharsets.ISO_8859_1;
        List<String> records = new ArrayList<>();
        StringBuilder record = new StringBuilder();
        for (String line : new String(bytes, charset).split("\\r?\\n", -1)) {
            record.append(record.isEmpty() ? "" : "\n").append(line);
            if (record.chars().filter(c -> c == '"').count() % 2 == 0) {
                if (!record.toString().isBlank()) {
                    records.add(record.toString());
                }
                record.setLength(0);
            }
        }
        boolean noted = records.getFirst().startsWith("Notes:");
        return records.subList(noted ? 3 : 1, records.size());
    }

    /** Each sample's folder, and each zip file in one. */
    private static List<Path> samples(Path folder) throws IOException {
        try (Stream<Path> children = Files.list(folder);
                Stream<Path> files = Files.walk(folder)) {
            List<Path> samples =
                    Stream.concat(
                                    children.filter(Files::isDirectory),
                                    files.filter(file -> file.toString().endsWith(".zip")))
                            .sorted()
                            .toList();
            assertThat(samples).isNotEmpty();
            return samples;
        }
    }

    private static final class Count {
        private int kept;
        private int withheld;
        private int rejected;
        private final Map<String, Integer> reasons = new TreeMap<>();

        void add(Reading reading) {
            if (reading.place().record() == 0 && reading instanceof Reading.Rejection note) {
                reasons.merge("(file) " + note.reason(), 1, Integer::sum);
                return;
            }
            switch (reading) {
                case Reading.Statement _ -> kept++;
                case Reading.Withheld it -> {
                    withheld++;
                    reasons.merge(it.rule(), 1, Integer::sum);
                }
                case Reading.Rejection it -> {
                    rejected++;
                    reasons.merge(it.reason(), 1, Integer::sum);
                }
                case Reading.Notice it -> reasons.merge("(file) " + it.text(), 1, Integer::sum);
            }
        }

        int read() {
            return kept + withheld + rejected;
        }

        String line(String entry) {
            return SamplesTest.line("  " + entry, read(), kept, withheld, rejected)
                    + (reasons.isEmpty() ? "" : "    " + reasons + "\n");
        }
    }

    private static String line(Object... cells) {
        return String.format(Locale.ROOT, "%-60s %8s %8s %8s %8s%n", cells);
    }
}
