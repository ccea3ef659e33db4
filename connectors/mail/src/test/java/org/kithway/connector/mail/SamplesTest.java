package org.kithway.connector.mail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.kithway.connector.Connector;
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
 * Reads real mailboxes, where there are any: the folder {@code mbox} below the one that {@code
 * KITHWAY_SAMPLES} names. What is expected was counted by {@code grep -c '^From '} less the lines
 * that a look shows to be text; a file without such lines is one mail.
 */
class SamplesTest {
    private static final Map<String, Integer> MAILS =
            Map.of(
                    "All mail Including Spam and Trash.mbox", 4,
                    "gmail_sample.mbox", 7,
                    "mbox.rlug", 5,
                    "mbox.rlug-0", 1,
                    "mbox.rlug-1", 1,
                    "mbox.rlug-2", 1,
                    "mbox.rlug-3", 1,
                    "mbox.rlug-4", 1);

    @Test
    void everyMailOfRealMailboxesIsAccountedFor() throws IOException {
        String samples = System.getenv("KITHWAY_SAMPLES");
        if (samples == null) {
            System.out.println("KITHWAY_SAMPLES is not set: no real mailboxes were read");
            return;
        }
        try (Stream<Path> files = Files.walk(Path.of(samples, "mbox"))) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                String name = String.valueOf(file.getFileName());
                if (!MAILS.containsKey(name)) {
                    continue;
                }
                Map<String, Integer> outcomes = outcomes(file);
                System.out.println(name + " " + outcomes);
                assertThat(outcomes.values().stream().mapToInt(Integer::intValue).sum())
                        .as(name)
                        .isEqualTo(MAILS.get(name));
                assertThat(outcomes).as(name).doesNotContainKey("rejected");
            }
        }
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
                if (!site.endsWith("mbox")) {
                    for (Path sample : folders(site)) {
                        assertThat(isRecognized(sample)).as(sample.toString()).isFalse();
                    }
                }
            }
        }
    }

    private static boolean isRecognized(Path sample) throws IOException {
        try (Exports.OpenExport export = Exports.open(sample, ExportLimits.DEFAULT)) {
            return new MailConnector().recognizes(export);
        }
    }

    private static List<Path> folders(Path site) throws IOException {
        try (Stream<Path> children = Files.list(site)) {
            return children.filter(Files::isDirectory).sorted().toList();
        }
    }

    private static Map<String, Integer> outcomes(Path file) throws IOException {
        Map<String, Integer> outcomes = new TreeMap<>();
        MailConnector connector = new MailConnector();
        try (Exports.OpenExport export = Exports.open(file, ExportLimits.DEFAULT)) {
            assertThat(connector.recognizes(export)).as(file.toString()).isTrue();
            try (Connector.Reader reader =
                    connector.open(export, Settings.check(List.of(), Map.of()))) {
                for (Reading reading = reader.read(); reading != null; reading = reader.read()) {
                    outcomes.merge(outcome(reading), 1, Integer::sum);
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
}
