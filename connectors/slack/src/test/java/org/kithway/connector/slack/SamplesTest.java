package org.kithway.connector.slack;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.kithway.connector.Connector;
import org.kithway.connector.ExportException;
import org.kithway.connector.ExportLimits;
import org.kithway.connector.Exports;
import org.kithway.connector.Reading;
import org.kithway.connector.Settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Reads real exports, where there are any: the folder {@code slack} below the one that {@code
 * KITHWAY_SAMPLES} names. What is expected was counted by a script of twenty lines in another
 * language, which loads each file whole and looks at subtypes, senders, mentions, threads and
 * reactions.
 */
class SamplesTest {
    private static final Map<String, Map<String, Integer>> EXPECTED =
            Map.of(
                    "slack-export.zip",
                    Map.of(
                            "kept users",
                            4,
                            "kept channels",
                            2,
                            "kept messages",
                            14,
                            "addressed to nobody",
                            38,
                            "notice of the site",
                            12,
                            "bot",
                            94),
                    "slack_export_sample.zip",
                    Map.of("kept users", 6, "addressed to nobody", 9, "notice of the site", 14));

    @Test
    void everyRecordOfRealExportsIsAccountedFor() throws IOException {
        Path samples = samples();
        if (samples == null) {
            return;
        }
        int read = 0;
        for (Path file : paths(samples.resolve("slack"))) {
            Map<String, Integer> expected = EXPECTED.get(String.valueOf(file.getFileName()));
            if (expected != null) {
                Map<String, Integer> counts = counts(file);
                System.out.println(file.getFileName() + " " + counts);
                assertThat(counts).as(file.toString()).isEqualTo(expected);
                read++;
            }
        }
        assertThat(read).isEqualTo(EXPECTED.size());
    }

    @Test
    void archivesOfOtherSitesAreNotRecognized() throws IOException {
        Path samples = samples();
        if (samples == null) {
            return;
        }
        for (Path other : paths(samples)) {
            boolean sample =
                    Files.isRegularFile(other)
                            || other.getNameCount() == samples.getNameCount() + 2;
            if (!sample || other.startsWith(samples.resolve("slack"))) {
                continue;
            }
            try (Exports.OpenExport export = Exports.open(other, ExportLimits.DEFAULT)) {
                assertThat(new SlackConnector().recognizes(export)).as(other.toString()).isFalse();
            } catch (ExportException e) {
                // no connector is asked about it
            }
        }
    }

    private static @Nullable Path samples() {
        String samples = System.getenv("KITHWAY_SAMPLES");
        if (samples == null) {
            System.out.println("KITHWAY_SAMPLES is not set: no real exports were read");
        }
        return samples == null ? null : Path.of(samples);
    }

    private static List<Path> paths(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.sorted().toList();
        }
    }

    private static Map<String, Integer> counts(Path file) throws IOException {
        Map<String, Integer> counts = new TreeMap<>();
        SlackConnector connector = new SlackConnector();
        try (Exports.OpenExport export = Exports.open(file, ExportLimits.DEFAULT)) {
            assertThat(connector.recognizes(export)).as(file.toString()).isTrue();
            try (Connector.Reader reader =
                    connector.open(export, Settings.check(List.of(), Map.of()))) {
                for (Reading reading = reader.read(); reading != null; reading = reader.read()) {
                    counts.merge(ending(reading), 1, Integer::sum);
                }
            }
        }
        return counts;
    }

    private static String ending(Reading reading) {
        String entry = reading.place().entry();
        String name = entry.substring(entry.lastIndexOf('/') + 1).replace(".json", "");
        return switch (reading) {
            case Reading.Statement _ ->
                    "kept " + (Character.isDigit(name.charAt(0)) ? "messages" : name);
            case Reading.Withheld withheld -> withheld.rule();
            case Reading.Rejection rejection -> rejection.reason();
            case Reading.Notice notice -> notice.text();
        };
    }
}
