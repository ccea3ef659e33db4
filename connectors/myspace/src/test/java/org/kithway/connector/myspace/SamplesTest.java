package org.kithway.connector.myspace;

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
 * Reads real captures, where there are any: the folders {@code myspace} and {@code opensocial}
 * below the one that {@code KITHWAY_SAMPLES} names. What is expected was counted by reading the
 * files: there are few, and they are short.
 */
class SamplesTest {
    private static final Map<String, Map<String, Map<String, Integer>>> EXPECTED =
            Map.of(
                    "myspace/rubygem__spacer-v1",
                    Map.of(
                            "v1/user.json",
                            Map.of("kept", 1),
                            "v1/users/107265345/friends.json",
                            Map.of("Tom, everybody's first friend", 1, "not a person", 1),
                            "v1/users/107265345/profile.json",
                            Map.of("kept", 1),
                            "v1/users/107265345/interests.json",
                            Map.of("no interests", 1)),
                    "myspace/derived__opensocial",
                    Map.of(
                            "0.8/people/@me/@self.json",
                            Map.of("kept", 1),
                            "0.9/people/@me/@self.json",
                            Map.of("kept", 1),
                            "0.9/people/@me/@friends.json",
                            Map.of("kept", 1, "not a person", 1),
                            "0.9/people/@me/@friends.xml",
                            Map.of("kept", 1),
                            "0.9/profilecomments/@me/@self.json",
                            Map.of("kept", 1)),
                    "opensocial/apache__shindig/content/sampledata/canonicaldb.json",
                    Map.of(
                            "canonicaldb.json",
                            // people with friends among the people: four of the five
                            Map.of("kept", 10, "no friends among the people", 1)));

    @Test
    void everyRecordOfRealCapturesIsAccountedFor() throws IOException {
        Path samples = samples();
        if (samples == null) {
            return;
        }
        for (Map.Entry<String, Map<String, Map<String, Integer>>> sample : EXPECTED.entrySet()) {
            Map<String, Map<String, Integer>> counts = counts(samples.resolve(sample.getKey()));
            System.out.println(sample.getKey() + " " + counts);
            assertThat(counts).as(sample.getKey()).isEqualTo(sample.getValue());
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
                assertThat(new MySpaceConnector().recognizes(export))
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
            System.out.println("KITHWAY_SAMPLES is not set: no real captures were read");
        }
        return samples == null ? null : Path.of(samples);
    }

    /** Each sample's folder of each other site, and each of its files alone. */
    private static List<Path> others(Path samples) throws IOException {
        try (Stream<Path> all = Files.walk(samples)) {
            return all.filter(path -> path.getNameCount() >= samples.getNameCount() + 2)
                    .filter(path -> !path.startsWith(samples.resolve("myspace")))
                    .filter(path -> !path.startsWith(samples.resolve("opensocial")))
                    .filter(path ->
                            Files.isRegularFile(path)
                                    || path.getNameCount() == samples.getNameCount() + 2)
                    .sorted()
                    .toList();
        }
    }

    private static Map<String, Map<String, Integer>> counts(Path sample) throws IOException {
        Map<String, Map<String, Integer>> counts = new TreeMap<>();
        MySpaceConnector connector = new MySpaceConnector();
        try (Exports.OpenExport export = Exports.open(sample, ExportLimits.DEFAULT)) {
            assertThat(connector.recognizes(export)).as(sample.toString()).isTrue();
            try (Connector.Reader reader =
                    connector.open(export, Settings.check(List.of(), Map.of()))) {
                for (Reading reading = reader.read(); reading != null; reading = reader.read()) {
                    counts.computeIfAbsent(reading.place().entry(), _ -> new TreeMap<>())
                            .merge(ending(reading), 1, Integer::sum);
                }
            }
        }
        return counts;
    }

    private static String ending(Reading reading) {
        return switch (reading) {
            case Reading.Statement _ -> "kept";
            case Reading.Withheld withheld -> withheld.rule();
            case Reading.Rejection rejection -> rejection.reason();
            case Reading.Notice notice -> notice.text();
        };
    }
}
