package org.kithway.connector.instagram;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.kithway.connector.Connector;
import org.kithway.connector.ExportException;
import org.kithway.connector.ExportLimits;
import org.kithway.connector.Exports;
import org.kithway.connector.Reading;
import org.kithway.connector.Settings;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads real archives, where there are any: the folder {@code instagram} below the one that {@code
 * KITHWAY_SAMPLES} names. What is expected is counted another way than the connector reads: each
 * kind of file has a word that every record of it holds once, and the words are counted in the
 * file's bytes as {@code grep -o WORD | wc -l} does.
 */
class SamplesTest {
    /** What each archive is; one folder holds a conversation without its participants. */
    private static final List<String> ARCHIVES =
            List.of(
                    "MasriAm__exodus-opensource/demo-instagram",
                    "MasriAm__exodus-opensource/demo-instagram.zip",
                    "hestiaAI__hestialabs-experiences/instagram",
                    "hestiaAI__hestialabs-experiences/instagram.zip",
                    "hestiaAI__hestialabs-experiences/instagramV2",
                    "hestiaAI__hestialabs-experiences/instagramV2.zip",
                    "lampros-m__nonfollowers",
                    "what-if-horizon__what-if-data-donation/IG_public_test_file",
                    "what-if-horizon__what-if-data-donation/IG_public_test_file.zip");

    /** By a part of the entry's name: what each of its records holds once. */
    private static final Map<Pattern, Pattern> WORDS =
            Map.of(
                    Pattern.compile("followers_and_following/"),
                    Pattern.compile("\"string_list_data\""),
                    Pattern.compile("likes/"),
                    Pattern.compile("\"string_list_data\""),
                    Pattern.compile("/message_\\d+\\.json"),
                    Pattern.compile("\"sender_name\""),
                    Pattern.compile("comments/"),
                    Pattern.compile("\"string_list_data\"|\"string_map_data\""),
                    Pattern.compile("hestiaAI.*/posts_1\\.json"),
                    Pattern.compile("\"media\""));

    private static final Settings SETTINGS =
            Settings.check(new InstagramConnector().descriptor().settings(), Map.of());

    @Test
    void everyRecordOfRealArchivesIsAccountedFor() throws IOException {
        String samples = System.getenv("KITHWAY_SAMPLES");
        if (samples == null) {
            System.out.println("KITHWAY_SAMPLES is not set: no real archives were read");
            return;
        }
        StringBuilder table =
                new StringBuilder(line("file", "read", "kept", "withheld", "rejected"));
        for (String archive : ARCHIVES) {
            table.append(archive).append('\n');
            Path path = Path.of(samples, "instagram").resolve(archive);
            try (Exports.OpenExport export = Exports.open(path, ExportLimits.DEFAULT)) {
                assertThat(new InstagramConnector().recognizes(export)).as(archive).isTrue();
                for (Map.Entry<String, Count> count : counts(export).entrySet()) {
                    table.append(count.getValue().line(count.getKey()));
                    check(export, archive, count.getKey(), count.getValue());
                }
            }
        }
        System.out.println(table);
    }

    @Test
    void noArchiveOfAnotherSiteIsRecognized() throws IOException {
        String samples = System.getenv("KITHWAY_SAMPLES");
        if (samples == null) {
            System.out.println("KITHWAY_SAMPLES is not set: no real archives were looked at");
            return;
        }
        try (Stream<Path> sites = Files.list(Path.of(samples))) {
            for (Path site : sites.filter(s -> !s.endsWith("instagram")).sorted().toList()) {
                try (Stream<Path> archives = Files.walk(site, 2)) {
                    for (Path archive :
                            archives.filter(a -> isOfOneSite(site, a)).sorted().toList()) {
                        isNotRecognized(archive);
                    }
                }
            }
        }
    }

    /** One folder mixes files of both of the company's sites. */
    private static boolean isOfOneSite(Path site, Path archive) {
        return !archive.equals(site) && !archive.toString().contains("NorseKode");
    }

    private static void isNotRecognized(Path archive) throws IOException {
        try (Exports.OpenExport export = Exports.open(archive, ExportLimits.DEFAULT)) {
            assertThat(new InstagramConnector().recognizes(export))
                    .as(archive.toString())
                    .isFalse();
        } catch (ExportException e) {
            assertThat(e).as(archive.toString()).hasMessageNotContaining("null");
        }
    }

    private static Map<String, Count> counts(Exports.OpenExport export) throws IOException {
        Map<String, Count> counts = new TreeMap<>();
        try (Connector.Reader reader = new InstagramConnector().open(export, SETTINGS)) {
            for (Reading reading = reader.read(); reading != null; reading = reader.read()) {
                counts.computeIfAbsent(reading.place().entry(), _ -> new Count()).add(reading);
            }
        }
        return counts;
    }

    private static void check(Exports.OpenExport export, String archive, String entry, Count count)
            throws IOException {
        String path = archive + '/' + entry;
        try (InputStream in = export.open(entry)) {
            String text = new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
            WORDS.forEach((name, word) -> {
                if (name.matcher(path).find()) {
                    assertThat(count.read())
                            .as(path)
                            .isEqualTo((int) word.matcher(text).results().count());
                }
            });
        }
    }

    private static final class Count {
        private int kept;
        private int withheld;
        private int rejected;
        private final Map<String, Integer> reasons = new TreeMap<>();

        void add(Reading reading) {
            switch (reading) {
                case Reading.Statement _ -> kept++;
                case Reading.Withheld it -> {
                    withheld++;
                    reasons.merge(it.rule(), 1, Integer::sum);
                }
                case Reading.Rejection it -> {
                    rejected += it.place().record() == 0 ? 0 : 1;
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
