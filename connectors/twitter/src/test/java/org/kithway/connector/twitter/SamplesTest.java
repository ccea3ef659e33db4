package org.kithway.connector.twitter;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.kithway.connector.Connector;
import org.kithway.connector.Export;
import org.kithway.connector.ExportException;
import org.kithway.connector.ExportLimits;
import org.kithway.connector.Exports;
import org.kithway.connector.Reading;
import org.kithway.connector.Settings;
import org.kithway.model.Fact;

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
 * Reads real archives, where there are any: the folder {@code twitter} below the one that {@code
 * KITHWAY_SAMPLES} names. What is expected is counted another way than the connector reads: all
 * these files are printed with a field to the line, so that plain patterns over their text count
 * the records ({@code grep -c}).
 */
class SamplesTest {
    private static final String EVENTS =
            "\"(messageCreate|joinConversation|participantsJoin|participantsLeave"
                    + "|conversationNameUpdate|welcomeMessageCreate)\" : \\{";

    private static final String MONTH = "tweets of a month";

    /** What begins a record in a file of each kind. */
    private static final Map<String, String> RECORDS =
            Map.ofEntries(
                    Map.entry("account", "\"account\" : \\{|\"screen_name\" :"),
                    Map.entry("profile", "\"profile\" : \\{"),
                    Map.entry("followers", "\"follower\" : \\{"),
                    Map.entry("following", "\"following\" : \\{"),
                    Map.entry("lists-member", "\"userListInfo\" : \\{"),
                    Map.entry("likes", "\"like\" : \\{"),
                    Map.entry("tweets", "\"tweet\" : \\{"),
                    Map.entry(MONTH, "(?m)^(\\}, | \\[ )\\{$"),
                    Map.entry("community-tweets", "\"tweet\" : \\{"),
                    Map.entry("direct-messages", EVENTS),
                    Map.entry("direct-messages-group", EVENTS));

    /** Whose account's number was replaced in one file and not in the other, or is nowhere. */
    private static final List<String> WITHOUT_OWNER = List.of("denchi__", "timlinux__");

    @Test
    void everyRecordOfRealArchivesIsAccountedFor() throws IOException {
        Path samples = samples();
        if (samples == null) {
            return;
        }
        StringBuilder table =
                new StringBuilder(line("file", "read", "kept", "withheld", "rejected"));
        for (Path sample : children(samples.resolve("twitter"))) {
            table.append(sample.getFileName()).append('\n');
            try (Exports.OpenExport export = Exports.open(sample, ExportLimits.DEFAULT)) {
                assertThat(new TwitterConnector().recognizes(export)).as(export.name()).isTrue();
                check(export, table);
            }
        }
        System.out.println(table);
    }

    @Test
    void theMonthsAndTheTableOfOneArchiveTellTheSameTweets() throws IOException {
        Path samples = samples();
        if (samples == null) {
            return;
        }
        Path archive = samples.resolve("twitter/edsu__congressedits-archive");
        Path table = archive.resolve("tweets.csv");
        try (Exports.OpenExport export = Exports.open(table, ExportLimits.DEFAULT)) {
            long records =
                    Pattern.compile("(?m)^\"\\d+\",\"")
                            .matcher(text(export, "tweets.csv"))
                            .results()
                            .count();
            Count count = counts(export).getOrDefault("tweets.csv", new Count());
            assertThat(count.kept).isEqualTo(records).isEqualTo(1198);
            assertThat(count.acts).containsEntry(Fact.Act.SHARE, 1);
        }
    }

    @Test
    void noOtherSitesArchiveIsRecognized() throws IOException {
        Path samples = samples();
        if (samples == null) {
            return;
        }
        for (Path site : children(samples)) {
            if (!site.endsWith("twitter")) {
                for (Path other : children(site)) {
                    try (Exports.OpenExport export = Exports.open(other, ExportLimits.DEFAULT)) {
                        assertThat(new TwitterConnector().recognizes(export))
                                .as(other.toString())
                                .isFalse();
                    } catch (ExportException e) {
                        System.out.println(other + ": " + e.getMessage());
                    }
                }
            }
        }
    }

    private static void check(Export export, StringBuilder table) throws IOException {
        Map<String, String> parts;
        try (Connector.Reader reader =
                new TwitterConnector().open(export, Settings.check(List.of(), Map.of()))) {
            parts = reader.manifest().parts();
        }
        Map<String, Count> counts = counts(export);
        assertThat(counts.keySet()).isEqualTo(parts.keySet());
        counts.forEach((entry, count) -> table.append(count.line(entry)));
        for (Map.Entry<String, String> part : parts.entrySet()) {
            String kind = part.getKey().contains("js/tweets/") ? MONTH : part.getValue();
            Count count = counts.getOrDefault(part.getKey(), new Count());
            String text = text(export, part.getKey());
            assertThat(count.read())
                    .as(part.getKey())
                    .isEqualTo(count(RECORDS.getOrDefault(kind, "(?!)"), text));
            boolean knowsOwner = WITHOUT_OWNER.stream().noneMatch(export.name()::startsWith);
            if (kind.startsWith("direct-messages")) {
                int messages = count("\"messageCreate\" : \\{", text);
                assertThat(count.rejected).as(part.getKey()).isEqualTo(knowsOwner ? 0 : messages);
            } else {
                assertThat(count.rejected).as(part.getKey()).isZero();
            }
            if (kind.equals("tweets")) {
                int answers = count("\"in_reply_to_user_id_str\" :", text);
                int toOneself = count("\"in_reply_to_screen_name\" : \"LumenInferius\"", text);
                assertThat(count.acts.getOrDefault(Fact.Act.REPLY, 0))
                        .as(part.getKey())
                        .isEqualTo(answers - toOneself);
            }
        }
    }

    private static Map<String, Count> counts(Export export) throws IOException {
        Map<String, Count> counts = new TreeMap<>();
        try (Connector.Reader reader =
                new TwitterConnector().open(export, Settings.check(List.of(), Map.of()))) {
            for (Reading reading = reader.read(); reading != null; reading = reader.read()) {
                counts.computeIfAbsent(reading.place().entry(), _ -> new Count()).add(reading);
            }
        }
        return counts;
    }

    private static int count(String pattern, String text) {
        return (int) Pattern.compile(pattern).matcher(text).results().count();
    }

    private static String text(Export export, String entry) throws IOException {
        try (InputStream in = export.open(entry)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static @Nullable Path samples() {
        String samples = System.getenv("KITHWAY_SAMPLES");
        if (samples == null) {
            System.out.println("KITHWAY_SAMPLES is not set: no real archives were read");
            return null;
        }
        return Path.of(samples);
    }

    private static List<Path> children(Path folder) throws IOException {
        try (Stream<Path> children = Files.list(folder)) {
            List<Path> folders = children.filter(Files::isDirectory).sorted().toList();
            assertThat(folders).isNotEmpty();
            return folders;
        }
    }

    private static final class Count {
        private int kept;
        private int withheld;
        private int rejected;
        private final Map<Fact.Act, Integer> acts = new TreeMap<>();
        private final Map<String, Integer> reasons = new TreeMap<>();

        void add(Reading reading) {
            switch (reading) {
                case Reading.Statement it -> {
                    kept++;
                    for (Fact fact : it.facts()) {
                        if (fact instanceof Fact.Interacted interacted) {
                            acts.merge(interacted.act(), 1, Integer::sum);
                        }
                    }
                }
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
                    + (acts.isEmpty() ? "" : "    " + acts + "\n")
                    + (reasons.isEmpty() ? "" : "    " + reasons + "\n");
        }
    }

    private static String line(Object... cells) {
        return String.format(Locale.ROOT, "%-60s %8s %8s %8s %8s%n", cells);
    }
}
