package org.kithway.connector.contacts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.kithway.connector.Connector;
import org.kithway.connector.ExportLimits;
import org.kithway.connector.Exports;
import org.kithway.connector.Reading;
import org.kithway.connector.Settings;

import java.io.IOException;
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
 * Reads real address books, where there are any: the folders {@code vcard} and {@code
 * google-contacts} below the one that {@code KITHWAY_SAMPLES} names. What is expected is counted
 * another way than the connector reads: lines that say {@code BEGIN:VCARD} in the file's bytes with
 * zeros dropped, and lines of a table with an even number of quotes before them.
 */
class SamplesTest {
    private static final Pattern CARD = Pattern.compile("(?im)^BEGIN:VCARD\\s*$");

    @Test
    void everyContactOfRealAddressBooksIsAccountedFor() throws IOException {
        String samples = System.getenv("KITHWAY_SAMPLES");
        if (samples == null) {
            System.out.println("KITHWAY_SAMPLES is not set: no real address books were read");
            return;
        }
        int[] all = new int[3];
        for (Path file : files(Path.of(samples, "vcard"), Path.of(samples, "google-contacts"))) {
            String name = String.valueOf(file.getFileName());
            if (!name.endsWith(".vcf") && !name.endsWith(".csv")) {
                continue;
            }
            Map<String, Integer> outcomes = outcomes(file);
            System.out.printf(Locale.ROOT, "%-60s %s%n", name, outcomes);
            int records = outcomes.values().stream().mapToInt(Integer::intValue).sum();
            assertThat(records).as(file.toString()).isEqualTo(expected(file));
            all[0] += outcomes.getOrDefault("kept", 0);
            all[2] += outcomes.getOrDefault("rejected", 0);
            all[1] += records;
        }
        System.out.printf(
                Locale.ROOT, "contacts: %d kept of %d, %d rejected%n", all[0], all[1], all[2]);
        assertThat(all[2]).isZero();
    }

    @Test
    void noOtherSitesSamplesAreRecognized() throws IOException {
        String samples = System.getenv("KITHWAY_SAMPLES");
        if (samples == null) {
            System.out.println("KITHWAY_SAMPLES is not set: no other sites' samples were seen");
            return;
        }
        try (Stream<Path> sites = Files.list(Path.of(samples))) {
            for (Path site : sites.filter(Files::isDirectory).sorted().toList()) {
                String name = String.valueOf(site.getFileName());
                if (!List.of("vcard", "google-contacts").contains(name)) {
                    for (Path sample : samples(site)) {
                        assertThat(isRecognized(sample)).as(sample.toString()).isFalse();
                    }
                }
            }
        }
    }

    private static boolean isRecognized(Path sample) throws IOException {
        try (Exports.OpenExport export = Exports.open(sample, ExportLimits.DEFAULT)) {
            return new ContactsConnector().recognizes(export);
        }
    }

    /** The folders of a site's samples. */
    private static List<Path> samples(Path site) throws IOException {
        try (Stream<Path> children = Files.list(site)) {
            return children.filter(Files::isDirectory).sorted().toList();
        }
    }

    private static Map<String, Integer> outcomes(Path file) throws IOException {
        Map<String, Integer> outcomes = new TreeMap<>();
        ContactsConnector connector = new ContactsConnector();
        Settings settings = Settings.check(connector.descriptor().settings(), Map.of());
        try (Exports.OpenExport export = Exports.open(file, ExportLimits.DEFAULT)) {
            assertThat(connector.recognizes(export)).as(file.toString()).isTrue();
            try (Connector.Reader reader = connector.open(export, settings)) {
                for (Reading reading = reader.read(); reading != null; reading = reader.read()) {
                    if (reading.place().record() > 0) {
                        outcomes.merge(outcome(reading), 1, Integer::sum);
                    }
                }
            }
        }
        return outcomes;
    }

    private static String outcome(Reading reading) {
        return switch (reading) {
            case Reading.Statement _ -> "kept";
            case Reading.Withheld withheld -> withheld.rule();
            case Reading.Rejection _ -> "rejected";
            case Reading.Notice _ -> "notice";
        };
    }

    private static int expected(Path file) throws IOException {
        String text = Files.readString(file, StandardCharsets.ISO_8859_1).replace("\0", "");
        if (file.toString().endsWith(".vcf")) {
            return (int) CARD.matcher(text).results().count();
        }
        int quotes = 0;
        int records = 0;
        for (String line : text.split("\n", -1)) {
            records += quotes % 2 == 0 && !line.isBlank() ? 1 : 0;
            quotes += (int) line.chars().filter(c -> c == '"').count();
        }
        return records - 1;
    }

    private static List<Path> files(Path... folders) throws IOException {
        List<Path> files = new ArrayList<>();
        for (Path folder : folders) {
            try (Stream<Path> all = Files.walk(folder)) {
                all.filter(Files::isRegularFile).sorted().forEach(files::add);
            }
        }
        return files;
    }
}
