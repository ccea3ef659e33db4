package org.kithway.connector.mastodon;

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
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads real archives, where there are any: the folder {@code mastodon} below the one that {@code
 * KITHWAY_SAMPLES} names. What is expected is counted another way than the connector reads: these
 * files are one line each, whose activities plain patterns tell apart ({@code grep -o}).
 */
class SamplesTest {
    private static final Pattern ACTIVITY =
            Pattern.compile(
                    "\"type\":\"(Create|Announce)\",\"actor\":.*?(?=\"type\":\"(?:Create|Announce)\",\"actor\":|$)");

    /** The audiences of an activity stand before its object. */
    private static final Pattern FOR_ALL =
            Pattern.compile("^(?:(?!\"object\":).)*activitystreams#Public\"");

    private static final Pattern LIKED = Pattern.compile("\"https?://[^\"]*/(?:users/|@)[^\"]*\"");

    @Test
    void everyActivityOfRealArchivesIsAccountedFor() throws IOException {
        Path samples = samples();
        if (samples == null) {
            return;
        }
        Path folder = samples.resolve("mastodon/lmorchard__fossilizer");
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> archives =
                    files.filter(file -> file.getFileName().toString().startsWith("archive-"))
                            .sorted()
                            .toList();
            assertThat(archives).isNotEmpty();
            for (Path archive : archives) {
                try (Exports.OpenExport export = Exports.open(archive, ExportLimits.DEFAULT)) {
                    check(export);
                }
            }
        }
    }

    private static void check(Export export) throws IOException {
        assertThat(new MastodonConnector().recognizes(export)).as(export.name()).isTrue();
        Map<String, Integer> counts = counts(export);
        System.out.println(export.name() + " " + counts);
        int boosts = 0;
        int publicPosts = 0;
        int otherPosts = 0;
        Matcher activities = ACTIVITY.matcher(text(export, "outbox.json"));
        while (activities.find()) {
            if (activities.group(1).equals("Announce")) {
                boosts++;
            } else if (FOR_ALL.matcher(activities.group()).find()) {
                publicPosts++;
            } else {
                otherPosts++;
            }
        }
        assertThat(counts)
                .as(export.name())
                .containsEntry("actor.json kept", 1)
                .containsEntry("outbox.json records", boosts + publicPosts + otherPosts)
                .doesNotContainKey("outbox.json rejected");
        assertThat(counts.getOrDefault("published", 0)).isEqualTo(publicPosts);
        assertThat(counts.getOrDefault("SHARE", 0))
                .isEqualTo(boosts - counts.getOrDefault("outbox.json withheld", 0));
        assertThat(counts.getOrDefault("messaged", 0)).isEqualTo(otherPosts);
        int liked = (int) LIKED.matcher(text(export, "likes.json")).results().count();
        assertThat(counts.getOrDefault("REACTION", 0)).isEqualTo(liked);
    }

    private static Map<String, Integer> counts(Export export) throws IOException {
        Map<String, Integer> counts = new TreeMap<>();
        MastodonConnector connector = new MastodonConnector();
        Settings settings = Settings.check(connector.descriptor().settings(), Map.of());
        try (Connector.Reader reader = connector.open(export, settings)) {
            for (Reading reading = reader.read(); reading != null; reading = reader.read()) {
                String entry = reading.place().entry();
                counts.merge(entry + " records", 1, Integer::sum);
                switch (reading) {
                    case Reading.Statement it -> {
                        counts.merge(entry + " kept", 1, Integer::sum);
                        it.facts().forEach(fact -> count(fact, counts));
                    }
                    case Reading.Withheld _ -> counts.merge(entry + " withheld", 1, Integer::sum);
                    case Reading.Rejection _ -> counts.merge(entry + " rejected", 1, Integer::sum);
                    case Reading.Notice _ -> counts.merge(entry + " notices", 1, Integer::sum);
                }
            }
        }
        return counts;
    }

    private static void count(Fact fact, Map<String, Integer> counts) {
        if (fact instanceof Fact.Interacted interacted) {
            counts.merge(interacted.act().name(), 1, Integer::sum);
        } else if (fact instanceof Fact.Published) {
            counts.merge("published", 1, Integer::sum);
        } else if (fact instanceof Fact.Messaged) {
            counts.merge("messaged", 1, Integer::sum);
        }
    }

    /** Blank lines and lines of headers hold no account; {@code bob} has no server. */
    @Test
    void theTableOfTheServersOwnTestsIsRead() throws IOException {
        Path samples = samples();
        if (samples == null) {
            return;
        }
        Path table =
                samples.resolve(
                        "mastodon/mastodon__mastodon/spec/fixtures/files/following_accounts.csv");
        try (Exports.OpenExport export = Exports.open(table, ExportLimits.DEFAULT)) {
            assertThat(counts(export)).containsEntry("following_accounts.csv kept", 2).hasSize(2);
        }
    }

    @Test
    void noOtherSitesArchiveIsRecognized() throws IOException {
        Path samples = samples();
        if (samples == null) {
            return;
        }
        for (Path site : children(samples)) {
            for (Path other : site.endsWith("mastodon") ? List.<Path>of() : children(site)) {
                try (Exports.OpenExport export = Exports.open(other, ExportLimits.DEFAULT)) {
                    assertThat(new MastodonConnector().recognizes(export))
                            .as(other.toString())
                            .isFalse();
                } catch (ExportException e) {
                    System.out.println(other + ": " + e.getMessage());
                }
            }
        }
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
}
