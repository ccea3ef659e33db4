package org.kithway.connector.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.fail;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.kithway.connector.Connector;
import org.kithway.connector.Descriptor;
import org.kithway.connector.Export;
import org.kithway.connector.ExportException;
import org.kithway.connector.Exports;
import org.kithway.connector.Reading;
import org.kithway.connector.Setting;
import org.kithway.connector.Settings;
import org.kithway.model.AccountId;
import org.kithway.model.Site;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TimeZone;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * The rules that every connector keeps. Extend it in the connector's tests:
 *
 * <pre>{@code
 * class LinkedInContractTest extends ConnectorContract {
 *     @Override
 *     protected Connector connector() {
 *         return new LinkedInConnector();
 *     }
 * }
 * }</pre>
 *
 * <p>Samples lie in {@code src/test/resources/exports}, a folder for each case. It holds the export
 * (a folder, a zip or a single file, of any name) and {@code expected.jsonl}: a line for the
 * manifest, then a line for each reading. {@code -Dkithway.golden=write} writes the expected files
 * instead of comparing them; read what it wrote before you keep it. What stands in the export and
 * must never be read (what was written in private, a telephone number, an address) is named in
 * {@code forbidden.txt} beside it, a text on each line.
 *
 * <p>Rule 14, that the packed plugin reads the same behind the host, can be checked only once it is
 * packed: {@code kithway connector run PLUGIN.jar SAMPLE --json} prints what {@code expected.jsonl}
 * holds.
 */
public abstract class ConnectorContract extends SampledConnector {
    private static final int MOST_OPENED = 16;
    private static final int MOST_READ = 64 << 10;
    private static final int THREADS = 4;
    private static final int MOST_RESTARTS = 150;
    private static final int MOST_GROWN = 8;
    private static final long LARGE = 4 << 20;
    private static final long MOST_HELD = 2 << 20;

    /** An address or a number says by itself who is meant; mails often give no name with it. */
    private static final Set<Site> SAYING_THEMSELVES = Set.of(Site.EMAIL, Site.PHONE);

    /**
     * Whether the site's exports may name this account and say nothing else of it, as lists of
     * followers by number do: then a tie is all that can honestly be said. By default none may.
     */
    protected boolean isNamedAlone(AccountId account) {
        return false;
    }

    @Test
    @DisplayName("Rule 1: the descriptor is stable and says what a member needs")
    void rule1() {
        Connector connector = connector();
        Descriptor descriptor = connector.descriptor();
        assertThat(connector.descriptor()).isEqualTo(descriptor);
        assertThat(connector().descriptor().site()).isEqualTo(descriptor.site());
        assertThat(descriptor.title()).isNotBlank();
        assertThat(descriptor.howToExport()).as("how to export").isNotEmpty();
        assertThat(descriptor.reads()).as("what is read").isNotEmpty();
        if (!descriptor.sites().isEmpty()) {
            assertThat(descriptor.sites()).contains(descriptor.site());
            assertThat(descriptor.sites()).doesNotContain(Site.KITHWAY);
        }
        assertThat(descriptor.settings())
                .extracting(Setting::name)
                .doesNotHaveDuplicates()
                .allMatch(name -> name.matches("[a-z][a-zA-Z0-9]*"));
        assertThat(descriptor.settings()).allMatch(s -> !s.description().isBlank());
    }

    @Test
    @DisplayName("Rule 2: it recognizes its samples, and no other site's")
    void rule2() throws IOException {
        for (Sample sample : cases()) {
            try (Exports.OpenExport export = sample.open()) {
                assertThat(connector().recognizes(export)).as(sample.name()).isTrue();
            }
        }
        for (OtherSites.Foreign foreign : foreign()) {
            assertThat(connector().recognizes(foreign.export()))
                    .as("an export of " + foreign.site())
                    .isFalse();
        }
        assertThat(connector().recognizes(OtherSites.crowd(SEED))).as("a crowd").isFalse();
    }

    @Test
    @DisplayName("Rule 3: recognition opens at most 16 entries and reads at most 64 KiB")
    void rule3() throws IOException {
        List<Export> exports = new ArrayList<>();
        MemoryExport crowd = OtherSites.crowd(SEED);
        exports.add(crowd);
        for (MemoryExport sample : copies().values()) {
            exports.add(sample);
            Map<String, byte[]> lost = new HashMap<>(crowd.contents());
            lost.putAll(sample.contents());
            exports.add(MemoryExport.of(sample.name(), lost));
        }
        for (Export export : exports) {
            WatchedExport watched = new WatchedExport(export);
            connector().recognizes(watched);
            assertThat(watched.opened()).as("entries opened").isLessThanOrEqualTo(MOST_OPENED);
            assertThat(watched.bytes()).as("bytes read").isLessThanOrEqualTo(MOST_READ);
            assertThat(watched.stillOpen()).as("streams left open").isZero();
        }
    }

    @Test
    @DisplayName("Rule 4: the readings are those of the expected file")
    void rule4() throws IOException {
        boolean write = "write".equals(System.getProperty("kithway.golden"));
        for (Sample sample : cases()) {
            List<String> lines;
            try (Exports.OpenExport export = sample.open()) {
                lines = ReadingLines.of(read(connector(), export));
            }
            if (write) {
                Files.writeString(sample.expected(), String.join("\n", lines) + "\n");
            }
            assertThat(sample.expected()).as("write it by -Dkithway.golden=write").isRegularFile();
            assertThat(lines)
                    .as(sample.name())
                    .containsExactlyElementsOf(Files.readAllLines(sample.expected()));
        }
    }

    @Test
    @DisplayName("Rule 5: reading again gives the same readings in the same order")
    void rule5() throws IOException {
        for (Map.Entry<String, MemoryExport> sample : copies().entrySet()) {
            Connector connector = connector();
            ReadExport first = read(connector, sample.getValue());
            assertThat(read(connector, sample.getValue())).as(sample.getKey()).isEqualTo(first);
            assertThat(read(connector(), sample.getValue())).as(sample.getKey()).isEqualTo(first);
        }
    }

    @Test
    @DisplayName("Rule 6: accounts are of the declared sites, and both ends of a tie are known")
    void rule6() throws IOException {
        Set<Site> sites = connector().descriptor().sites();
        for (Map.Entry<String, MemoryExport> sample : copies().entrySet()) {
            ReadExport read = read(connector(), sample.getValue());
            Set<AccountId> stated = read.stated();
            Set<AccountId> ends = read.ends();
            if (sites.isEmpty()) {
                ends.removeIf(AccountId::isMember);
            } else {
                Set<AccountId> accounts = new HashSet<>(stated);
                accounts.addAll(ends);
                accounts.remove(AccountId.OWNER);
                assertThat(accounts)
                        .as(sample.getKey() + ": accounts of sites that are not declared")
                        .allMatch(account -> sites.contains(account.site()));
            }
            ends.removeAll(stated);
            ends.removeIf(end -> SAYING_THEMSELVES.contains(end.site()));
            ends.removeIf(this::isNamedAlone);
            assertThat(ends)
                    .as(sample.getKey() + ": ends of ties of which nothing else is said")
                    .isEmpty();
        }
    }

    @Test
    @DisplayName("Rule 7: places are real, increase within each entry, and lie in the parts")
    void rule7() throws IOException {
        for (Map.Entry<String, MemoryExport> sample : copies().entrySet()) {
            ReadExport read = read(connector(), sample.getValue());
            List<String> entries = sample.getValue().entries();
            assertThat(entries)
                    .as(sample.getKey() + ": parts are entries")
                    .containsAll(read.manifest().parts().keySet());
            assertThat(read.manifest().parts().values()).noneMatch(String::isBlank);
            Map<String, Long> last = new HashMap<>();
            for (Reading reading : read.readings()) {
                String entry = reading.place().entry();
                long record = reading.place().record();
                assertThat(read.manifest().parts()).as(sample.getKey()).containsKey(entry);
                long before = last.getOrDefault(entry, 0L);
                assertThat(record)
                        .as(sample.getKey() + ": record after " + reading.place())
                        .matches(next -> next > before || (next == 0 && before == 0));
                last.put(entry, record);
            }
        }
    }

    @Test
    @DisplayName("Rule 8: what is broken ends in rejections or early, never in an exception")
    void rule8() throws IOException {
        for (Map.Entry<String, MemoryExport> sample : copies().entrySet()) {
            MemoryExport export = sample.getValue();
            for (String entry : parts(export)) {
                for (Damage damage : Damage.of(export.content(entry), SEED)) {
                    survives(
                            export.with(entry, damage.content()),
                            about(sample.getKey(), entry, damage.what()));
                }
                survives(export.without(entry), about(sample.getKey(), entry, "taken out"));
                tellsOfItsEnd(export, entry, about(sample.getKey(), entry, "made unreadable"));
            }
        }
    }

    @Test
    @DisplayName("Rule 9: a reason quotes no word of the record")
    void rule9() throws IOException {
        for (Map.Entry<String, MemoryExport> sample : copies().entrySet()) {
            MemoryExport export = sample.getValue();
            for (String entry : parts(export)) {
                for (Damage damage : Damage.canaries(export.content(entry), SEED)) {
                    ReadExport read = read(connector(), export.with(entry, damage.content()));
                    assertThat(read.reasons())
                            .as(about(sample.getKey(), entry, damage.what()))
                            .noneMatch(Damage::betrayedBy);
                }
            }
        }
    }

    @Test
    @DisplayName("Rule 10: locale and time zone change nothing")
    void rule10() throws IOException {
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        for (Map.Entry<String, MemoryExport> sample : copies().entrySet()) {
            ReadExport expected = read(connector(), sample.getValue());
            try {
                TimeZone.setDefault(TimeZone.getTimeZone("Asia/Kathmandu"));
                for (String tag : List.of("tr-TR", "ar-EG", "th-TH-u-ca-buddhist-nu-thai")) {
                    Locale.setDefault(Locale.forLanguageTag(tag));
                    assertThat(connector().recognizes(sample.getValue())).as(tag).isTrue();
                    assertThat(read(connector(), sample.getValue()))
                            .as(sample.getKey() + " in " + tag)
                            .isEqualTo(expected);
                }
            } finally {
                Locale.setDefault(locale);
                TimeZone.setDefault(zone);
            }
        }
    }

    @Test
    @DisplayName("Rule 11: readers do not disturb one another")
    void rule11() throws Exception {
        Connector connector = connector();
        Settings settings = checked();
        for (Map.Entry<String, MemoryExport> sample : copies().entrySet()) {
            MemoryExport export = sample.getValue();
            List<Reading> expected = read(connector, export).readings();
            List<Reading> one = new ArrayList<>();
            List<Reading> other = new ArrayList<>();
            try (Connector.Reader first = connector.open(export, settings);
                    Connector.Reader second = connector.open(export, settings)) {
                for (int i = 0; i <= expected.size(); i++) {
                    add(first.read(), one);
                    add(second.read(), other);
                }
            }
            assertThat(one).as(sample.getKey() + " by turns").isEqualTo(expected);
            assertThat(other).as(sample.getKey() + " by turns").isEqualTo(expected);
            try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
                List<Callable<List<Reading>>> readers = new ArrayList<>();
                for (int i = 0; i < THREADS; i++) {
                    readers.add(() -> read(connector, export).readings());
                }
                for (Future<List<Reading>> read : threads.invokeAll(readers)) {
                    assertThat(read.get()).as(sample.getKey() + " at once").isEqualTo(expected);
                }
            }
        }
    }

    @Test
    @DisplayName("Rule 12: close closes every stream, at any time, and may be called again")
    void rule12() throws IOException {
        for (Map.Entry<String, MemoryExport> sample : copies().entrySet()) {
            int all = read(connector(), sample.getValue()).readings().size() + 1;
            for (int reads : List.of(0, 1, all / 2, all)) {
                WatchedExport watched = new WatchedExport(sample.getValue());
                Connector.Reader reader = connector().open(watched, checked());
                for (int i = 0; i < reads; i++) {
                    reader.read();
                }
                reader.close();
                assertThat(watched.stillOpen())
                        .as(sample.getKey() + ": streams left open after reading " + reads)
                        .isZero();
                reader.close();
            }
        }
    }

    @Test
    @DisplayName("Rule 13: unknown and missing settings are told before anything is opened")
    void rule13() {
        List<Setting<?>> known = connector().descriptor().settings();
        Settings good = checked();
        known.forEach(setting -> assertThat(good.get(setting)).isNotNull());
        Map<String, String> unknown = new HashMap<>(settings());
        unknown.put("noSuchSetting", Damage.CANARY);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Settings.check(known, unknown))
                .withMessageContaining("noSuchSetting")
                .withMessageNotContaining(Damage.CANARY);
        for (Setting<?> setting : known) {
            Map<String, String> without = new HashMap<>(settings());
            without.remove(setting.name());
            if (setting.fallback() == null) {
                assertThatIllegalArgumentException()
                        .isThrownBy(() -> Settings.check(known, without))
                        .withMessageContaining(setting.name());
            } else {
                Settings.check(known, without);
            }
        }
    }

    @Test
    @DisplayName("Rule 15: reading again and passing over what was read gives the rest")
    void rule15() throws IOException {
        for (Map.Entry<String, MemoryExport> sample : copies().entrySet()) {
            Connector connector = connector();
            List<Reading> all = read(connector, sample.getValue()).readings();
            for (int n : Restarts.of(all.size(), MOST_RESTARTS, SEED)) {
                try (Connector.Reader interrupted = connector.open(sample.getValue(), checked())) {
                    for (int i = 0; i < n; i++) {
                        interrupted.read();
                    }
                }
                List<Reading> again = read(connector, sample.getValue()).readings();
                assertThat(again.subList(Math.min(n, again.size()), again.size()))
                        .as(about(sample.getKey(), "the rest", "after " + n + " readings"))
                        .isEqualTo(all.subList(n, all.size()));
            }
        }
    }

    /**
     * The longest samples of up to eight kinds of file, each grown to 4 MiB by repeating its
     * records. What a reader remembers of distinct people or messages does not show here.
     */
    @Test
    @DisplayName("Rule 16: memory does not grow with the number of records")
    void rule16() throws IOException {
        Set<String> grown = new HashSet<>();
        for (SampleFile file : files()) {
            Records records = grown.contains(file.kind()) ? null : growing(file);
            if (records != null && grown.size() < MOST_GROWN) {
                grown.add(file.kind());
                int times = (int) (LARGE / (records.to() - records.from())) + 1;
                Export large = new GrownExport(file.export(), file.entry(), records, times);
                assertThat(Memory.heldWhileReading(connector(), large, checked(), LARGE, MOST_HELD))
                        .as("bytes held while reading %s, grown to %s", file.entry(), LARGE)
                        .isLessThan(MOST_HELD);
            }
        }
        assertThat(grown).as("kinds of file that can be grown: see records()").isNotEmpty();
    }

    @Test
    @DisplayName("Rule 17: what must not be read is not in any reading")
    void rule17() throws IOException {
        int all = 0;
        for (Sample sample : cases()) {
            MemoryExport export = copy(sample);
            List<String> texts = sample.forbiddenTexts();
            all += texts.size();
            for (String forbidden : texts) {
                assertThat(export)
                        .as("%s names '%s', which its export must hold", sample.name(), forbidden)
                        .matches(e -> e.holds(forbidden));
                assertThat(ReadingLines.of(read(connector(), export)))
                        .as("%s: '%s' must not be read", sample.name(), forbidden)
                        .noneMatch(line -> line.contains(forbidden));
            }
        }
        if (!connector().descriptor().neverReads().isEmpty()) {
            assertThat(all)
                    .as("texts in forbidden.txt, as the descriptor says that something is not read")
                    .isPositive();
        }
    }

    private void survives(Export export, String about) {
        try {
            connector().recognizes(export);
            read(connector(), export);
        } catch (ExportException e) {
            // What the export itself throws may be passed on.
            assertThat(e).as(about).hasMessage(Unreadable.REASON);
        } catch (IOException | RuntimeException e) {
            fail(about, e);
        }
    }

    /** A file that breaks off must not take the place of an earlier one that was whole. */
    private void tellsOfItsEnd(MemoryExport export, String entry, String about) {
        Unreadable broken = new Unreadable(export, entry);
        survives(broken, about);
        try {
            ReadExport read = read(connector(), broken);
            if (read.manifest().parts().containsKey(entry)) {
                assertThat(read.ended()).as(about + ": no rejection ends the file").contains(entry);
            }
        } catch (IOException e) {
            // The export as a whole could not be read: nothing takes the place of anything.
            assertThat(e).as(about).isInstanceOf(ExportException.class);
        }
    }

    private static void add(@Nullable Reading reading, List<Reading> to) {
        if (reading != null) {
            to.add(reading);
        }
    }
}
