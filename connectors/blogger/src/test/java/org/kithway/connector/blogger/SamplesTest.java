package org.kithway.connector.blogger;

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
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads real archives, where there are any: the folder {@code blogger} below the one that {@code
 * KITHWAY_SAMPLES} names. What is expected is counted another way than the connector reads: the
 * file's text is cut at each entry's beginning, and the pieces are told apart by plain patterns.
 */
class SamplesTest {
    private static final Pattern ENTRY = Pattern.compile("<(?:\\w+:)?entry>");
    private static final Pattern ARTICLE_OR_COMMENT =
            Pattern.compile("kind#(post|page|comment)|type>(POST|PAGE|COMMENT)<");
    private static final Pattern HIDDEN = Pattern.compile("draft>yes<|<blogger:status>(?!LIVE)");
    private static final Pattern NAMED = Pattern.compile("(?s)<(?:\\w+:)?author>.*?name>");

    @Test
    void everyEntryOfRealArchivesIsAccountedFor() throws IOException {
        Path samples = samples();
        if (samples == null) {
            return;
        }
        for (Path file : files(samples.resolve("blogger"))) {
            List<String> entries = entries(file);
            long kept =
                    entries.stream()
                            .filter(entry -> ARTICLE_OR_COMMENT.matcher(entry).find())
                            .filter(entry -> !HIDDEN.matcher(entry).find())
                            .filter(entry -> NAMED.matcher(entry).find())
                            .count();
            Map<String, Long> counts = counts(file);
            System.out.println(samples.relativize(file) + " " + counts);
            assertThat(counts)
                    .as(file.toString())
                    .containsEntry("kept", kept)
                    .doesNotContainKey("rejected");
            assertThat(counts.values().stream().mapToLong(Long::longValue).sum())
                    .as(file.toString())
                    .isEqualTo(entries.size());
        }
    }

    @Test
    void archivesOfOtherSitesAreNotRecognized() throws IOException {
        Path samples = samples();
        if (samples == null) {
            return;
        }
        for (Path other : others(samples)) {
            try (Exports.OpenExport export = Exports.open(other, ExportLimits.DEFAULT)) {
                assertThat(new BloggerConnector().recognizes(export))
                        .as(other.toString())
                        .isFalse();
            } catch (ExportException e) {
                // no connector is asked about it
            }
        }
    }

    private static @Nullable Path samples() {
        String samples = System.getenv("KITHWAY_SAMPLES");
        if (samples == null) {
            System.out.println("KITHWAY_SAMPLES is not set: no real archives were read");
        }
        return samples == null ? null : Path.of(samples);
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            List<Path> files =
                    all.filter(file -> file.toString().matches(".*\\.(xml|atom)"))
                            .sorted()
                            .toList();
            assertThat(files).isNotEmpty();
            return files;
        }
    }

    /** Each sample's folder of each other site, and each of its files alone. */
    private static List<Path> others(Path samples) throws IOException {
        try (Stream<Path> all = Files.walk(samples)) {
            return all.filter(path -> path.getNameCount() >= samples.getNameCount() + 2)
                    .filter(path -> !path.startsWith(samples.resolve("blogger")))
                    .filter(path ->
                            Files.isRegularFile(path)
                                    || path.getNameCount() == samples.getNameCount() + 2)
                    .sorted()
                    .toList();
        }
    }

    private static List<String> entries(Path file) throws IOException {
        String[] pieces = ENTRY.split(Files.readString(file, StandardCharsets.UTF_8));
        return Arrays.asList(pieces).subList(1, pieces.length);
    }

    private static Map<String, Long> counts(Path file) throws IOException {
        Map<String, Long> counts = new TreeMap<>();
        BloggerConnector connector = new BloggerConnector();
        try (Exports.OpenExport export = Exports.open(file, ExportLimits.DEFAULT)) {
            assertThat(connector.recognizes(export)).as(file.toString()).isTrue();
            try (Connector.Reader reader =
                    connector.open(export, Settings.check(List.of(), Map.of()))) {
                for (Reading reading = reader.read(); reading != null; reading = reader.read()) {
                    counts.merge(ending(reading), 1L, Long::sum);
                }
            }
        }
        return counts;
    }

    private static String ending(Reading reading) {
        return switch (reading) {
            case Reading.Statement _ -> "kept";
            case Reading.Withheld withheld -> withheld.rule();
            case Reading.Rejection _ -> "rejected";
            case Reading.Notice _ -> "notice";
        };
    }
}
