package org.kithway.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.kithway.connector.Zips.END;
import static org.kithway.connector.Zips.ENTRY;
import static org.kithway.connector.Zips.LOCAL;

import org.apache.commons.compress.archivers.zip.Zip64Mode;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.zip.ZipEntry;

class ZipExportTest {
    private static final ExportLimits LIMITS = new ExportLimits(20, 100_000, 150_000, 50, 1000, 64);

    private static Exports.OpenExport open(byte[] zip) throws IOException {
        return Exports.open("archive.zip", new SeekableInMemoryByteChannel(zip), LIMITS);
    }

    private static String text(Export export, String entry) throws IOException {
        try (InputStream in = export.open(entry)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static void isRefused(byte[] zip, String... words) {
        assertThatThrownBy(() -> open(zip))
                .isInstanceOf(ExportException.class)
                .message()
                .contains(words);
    }

    /** The entry is refused, and {@code good.csv} beside it can be read all the same. */
    private static void entryIsRefused(byte[] zip, String entry, String... words)
            throws IOException {
        try (Exports.OpenExport export = open(zip)) {
            assertThatThrownBy(() -> text(export, entry))
                    .isInstanceOf(ExportException.class)
                    .message()
                    .contains("archive.zip", entry)
                    .contains(words);
            assertThat(text(export, "good.csv")).isEqualTo("good");
        }
    }

    @Test
    void entriesAreSortedAndReadable() throws IOException {
        byte[] zip =
                new Zips()
                        .with("b/two.csv", "zwei")
                        .with("a.csv", ZipEntry.STORED, "eins".getBytes(StandardCharsets.UTF_8))
                        .with(new ZipArchiveEntry("b/"), new byte[0])
                        .with("Café.csv", "drei")
                        .bytes();
        try (Exports.OpenExport export = open(zip)) {
            assertThat(export.name()).isEqualTo("archive.zip");
            assertThat(export.entries()).containsExactly("Café.csv", "a.csv", "b/two.csv");
            assertThat(text(export, "a.csv")).isEqualTo("eins");
            assertThat(text(export, "b/two.csv")).isEqualTo("zwei");
            assertThat(text(export, "Café.csv")).isEqualTo("drei");
            assertThatThrownBy(() -> export.open("c.csv"))
                    .isInstanceOf(FileNotFoundException.class);
        }
    }

    @Test
    void anArchiveWithoutEntriesIsEmpty() throws IOException {
        try (Exports.OpenExport export = open(new Zips().bytes())) {
            assertThat(export.entries()).isEmpty();
            assertThat(export.writtenAt()).isNull();
        }
    }

    @Test
    void whatOperatingSystemsAddIsPassedOver() throws IOException {
        Zips zip = new Zips().with("a.csv", "a");
        for (String litter :
                List.of(
                        "__MACOSX/._a.csv",
                        "b/.DS_Store",
                        "b/Thumbs.db",
                        "Desktop.ini",
                        "b/._a.csv")) {
            zip.with(litter, "x");
        }
        try (Exports.OpenExport export = open(zip.bytes())) {
            assertThat(export.entries()).containsExactly("a.csv");
        }
    }

    @Test
    void theNewestEntryTellsWhenItWasWritten() throws IOException {
        ZipArchiveEntry older = new ZipArchiveEntry("a.csv");
        older.setTime(Instant.parse("2020-01-01T00:00:00Z").toEpochMilli());
        ZipArchiveEntry newer = new ZipArchiveEntry("b.csv");
        newer.setLastModifiedTime(FileTime.from(Instant.parse("2024-05-06T07:08:11Z")));
        byte[] zip = new Zips().with(older, new byte[] {1}).with(newer, new byte[] {1}).bytes();
        try (Exports.OpenExport export = open(zip)) {
            assertThat(export.writtenAt()).isEqualTo(Instant.parse("2024-05-06T07:08:11Z"));
        }
    }

    @Test
    void aClockThatWasNeverSetTellsNothing() throws IOException {
        ZipArchiveEntry entry = new ZipArchiveEntry("a.csv");
        entry.setTime(Instant.parse("1981-01-01T00:00:00Z").toEpochMilli());
        try (Exports.OpenExport export = open(new Zips().with(entry, new byte[] {1}).bytes())) {
            assertThat(export.writtenAt()).isNull();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../evil.csv",
                "a/../../evil.csv",
                "/etc/passwd",
                "C:/evil.csv",
                "c:evil.csv",
                "//server/share/x",
                "a//b.csv",
                "a/./b.csv",
                "..",
                "a/..",
                "a\u0000b.csv",
                "a\nb.csv",
                "a\u001b[31m.csv",
                "a\u202ecod.csv",
                "a/b\\c.csv",
                "..\\evil.csv",
                "C:\\evil.csv"
            })
    void hostileNamesAreRefusedAndNotRepeated(String name) throws IOException {
        byte[] zip = new Zips().with("good.csv", "good").with(name, "x").bytes();
        assertThatThrownBy(() -> open(zip))
                .isInstanceOf(ExportException.class)
                .message()
                .contains("archive.zip", "entry 2")
                .doesNotContain(name);
    }

    @Test
    void tooLongNamesAreRefused() throws IOException {
        isRefused(Zips.of("x".repeat(65), "x"), "entry 1", "longer than 64");
        isRefused(Zips.of("x".repeat(60_000), "x"), "entry 1", "longer than 64");
    }

    @Test
    void namesThatWindowsWroteAreUnderstood() throws IOException {
        byte[] zip = Zips.of("data\\a.csv", "a");
        try (Exports.OpenExport export = open(zip)) {
            assertThat(export.entries()).containsExactly("data/a.csv");
            assertThat(text(export, "data/a.csv")).isEqualTo("a");
        }
    }

    @Test
    void twoEntriesOfOneNameAreRefusedAndTheOthersRead() throws IOException {
        byte[] zip =
                new Zips()
                        .with("aaa.csv", "1")
                        .with("aab.csv", "2")
                        .with("good.csv", "good")
                        .bytes();
        entryIsRefused(Zips.renamed(zip, "aab.csv", "aaa.csv"), "aaa.csv", "more than once");
    }

    @Test
    void namesThatDifferByCaseOnlyAreRefusedAndTheOthersRead() throws IOException {
        byte[] zip =
                new Zips().with("a.csv", "1").with("A.csv", "2").with("good.csv", "good").bytes();
        entryIsRefused(zip, "a.csv", "more than once");
        entryIsRefused(zip, "A.csv", "more than once");
    }

    @Test
    void tooManyEntriesAreRefused() throws IOException {
        Zips zip = new Zips();
        for (int i = 0; i <= LIMITS.entries(); i++) {
            zip.with(i + ".csv", "x");
        }
        isRefused(zip.bytes(), "more than 20 files");
    }

    @Test
    void aBombIsStoppedByItsRatio() throws IOException {
        byte[] zip =
                new Zips()
                        .with("bomb.csv", ZipEntry.DEFLATED, new byte[90_000])
                        .with("good.csv", "good")
                        .bytes();
        entryIsRefused(zip, "bomb.csv", "50 times");
    }

    @Test
    void aBombThatLiesAboutItsSizeIsStopped() throws IOException {
        byte[] zip =
                new Zips()
                        .with("bomb.csv", ZipEntry.DEFLATED, new byte[90_000])
                        .with("good.csv", "good")
                        .bytes();
        entryIsRefused(Zips.patch32(zip, ENTRY, 0, 24, 10), "bomb.csv", "50 times");
    }

    @Test
    void anEntryAboveItsLimitIsStopped() throws IOException {
        byte[] noise = new byte[110_000];
        new Random(1).nextBytes(noise);
        byte[] zip =
                new Zips().with("big.csv", ZipEntry.STORED, noise).with("good.csv", "good").bytes();
        entryIsRefused(zip, "big.csv", "larger than 100000 bytes");
    }

    @Test
    void allTogetherAreLimitedAndReadingAgainCostsNothing() throws IOException {
        byte[] noise = new byte[80_000];
        new Random(1).nextBytes(noise);
        byte[] zip =
                new Zips()
                        .with("a.bin", ZipEntry.STORED, noise)
                        .with("b.bin", ZipEntry.STORED, noise)
                        .bytes();
        try (Exports.OpenExport export = open(zip)) {
            for (int i = 0; i < 5; i++) {
                assertThat(text(export, "a.bin")).isNotEmpty();
            }
            assertThatThrownBy(() -> text(export, "b.bin"))
                    .isInstanceOf(ExportException.class)
                    .hasMessageContaining("150000");
        }
    }

    @Test
    void entriesThatShareBytesAreRefused() throws IOException {
        byte[] zip = new Zips().with("a.csv", "aaaa").with("b.csv", "bbbb").bytes();
        int first = Zips.find(zip, LOCAL, 0);
        isRefused(Zips.patch32(zip, ENTRY, 1, 42, first), "overlap");
        isRefused(Zips.patch32(zip, ENTRY, 0, 20, 60), "overlap");
    }

    @Test
    void encryptedEntriesAreRefusedAndTheOthersRead() throws IOException {
        byte[] zip = new Zips().with("secret.csv", "x").with("good.csv", "good").bytes();
        entryIsRefused(Zips.patch16(zip, ENTRY, 8, 1), "secret.csv", "password");
    }

    @Test
    void unknownMethodsAreRefusedAndTheOthersRead() throws IOException {
        byte[] zip = new Zips().with("odd.csv", "x").with("good.csv", "good").bytes();
        entryIsRefused(Zips.patch16(zip, ENTRY, 10, 14), "odd.csv", "method 14");
    }

    @Test
    void linksAreRefusedAndTheOthersRead() throws IOException {
        ZipArchiveEntry link = new ZipArchiveEntry("link.csv");
        link.setUnixMode(0120777);
        byte[] zip =
                new Zips()
                        .with(link, "/etc/passwd".getBytes(StandardCharsets.UTF_8))
                        .with("good.csv", "good")
                        .bytes();
        entryIsRefused(zip, "link.csv", "link");
    }

    @Test
    void aWrongChecksumIsToldAtTheEndOfTheEntry() throws IOException {
        byte[] zip = new Zips().with("bad.csv", "x").with("good.csv", "good").bytes();
        entryIsRefused(Zips.patch32(zip, ENTRY, 0, 16, 12345), "bad.csv", "damaged", "again");
    }

    @Test
    void brokenContentIsToldAndTheOthersRead() throws IOException {
        byte[] zip =
                new Zips().with("bad.csv", "x".repeat(900) + "y").with("good.csv", "good").bytes();
        // The last bytes before the next entry are the deflated content's end.
        byte[] broken = zip.clone();
        Arrays.fill(broken, Zips.find(zip, LOCAL, 1) - 8, Zips.find(zip, LOCAL, 1), (byte) 0xff);
        entryIsRefused(broken, "bad.csv", "damaged");
    }

    @Test
    void aDirectoryThatContradictsTheEntryIsTold() throws IOException {
        byte[] zip = new Zips().with("bad.csv", "x").with("good.csv", "good").bytes();
        byte[] local = zip.clone();
        local[Zips.find(zip, LOCAL, 0) + 30] = 'm';
        entryIsRefused(local, "bad.csv", "disagree");
    }

    @Test
    void aTruncatedArchiveIsIncomplete() throws IOException {
        byte[] zip = new Zips().with("a.csv", "a".repeat(99)).with("b.csv", "b").bytes();
        for (int length = 4; length < zip.length; length++) {
            isRefused(Arrays.copyOf(zip, length), "archive.zip", "incomplete", "download it again");
        }
    }

    @Test
    void anArchiveWithoutItsBeginningIsIncomplete() throws IOException {
        byte[] zip = new Zips().with("a.csv", "a".repeat(99)).with("b.csv", "b").bytes();
        isRefused(Arrays.copyOfRange(zip, Zips.find(zip, LOCAL, 1), zip.length), "incomplete");
    }

    @Test
    void aCountThatLiesIsTold() throws IOException {
        byte[] zip = new Zips().with("a.csv", "a").with("b.csv", "b").bytes();
        isRefused(Zips.patch16(zip, END, 10, 7), "incomplete or damaged");
    }

    @Test
    void oneOfSeveralDisksIsTold() throws IOException {
        isRefused(Zips.patch16(Zips.of("a.csv", "a"), END, 4, 2), "split");
    }

    @Test
    void aZipInsideIsAFileLikeAnyOther() throws IOException {
        byte[] inner = Zips.of("a.csv", "a");
        byte[] zip =
                new Zips().with("inner.zip", ZipEntry.STORED, inner).with("b.csv", "b").bytes();
        try (Exports.OpenExport export = open(zip);
                InputStream in = export.open("inner.zip")) {
            assertThat(export.entries()).containsExactly("b.csv", "inner.zip");
            assertThat(in.readAllBytes()).isEqualTo(inner);
        }
    }

    @Test
    void aZipOfNothingButAZipIsToBeUnpackedOnce() throws IOException {
        byte[] zip = new Zips().with("a.zip", ZipEntry.STORED, Zips.of("a.csv", "a")).bytes();
        isRefused(zip, "another zip", "unpack it once");
    }

    @Test
    void zip64IsRead() throws IOException {
        ZipArchiveEntry entry = new ZipArchiveEntry("a.csv");
        SeekableInMemoryByteChannel channel = new SeekableInMemoryByteChannel();
        try (var out = new ZipArchiveOutputStream(channel)) {
            out.setUseZip64(Zip64Mode.Always);
            out.putArchiveEntry(entry);
            out.write("a".getBytes(StandardCharsets.UTF_8));
            out.closeArchiveEntry();
        }
        byte[] zip = Arrays.copyOf(channel.array(), (int) channel.size());
        try (Exports.OpenExport export = open(zip)) {
            assertThat(text(export, "a.csv")).isEqualTo("a");
        }
    }

    @Test
    void manyThreadsReadManyEntriesAtOnce() throws Exception {
        Zips zip = new Zips();
        for (int i = 0; i < 10; i++) {
            zip.with(i + ".csv", noise(i));
        }
        try (Exports.OpenExport export = open(zip.bytes());
                ExecutorService threads = Executors.newFixedThreadPool(8)) {
            List<Callable<String>> readers =
                    export.entries().stream()
                            .map(entry -> (Callable<String>) () -> text(export, entry))
                            .toList();
            for (int round = 0; round < 20; round++) {
                List<Future<String>> texts = threads.invokeAll(readers);
                for (int i = 0; i < 10; i++) {
                    assertThat(texts.get(i).get()).isEqualTo(noise(i));
                }
            }
        }
    }

    private static String noise(int seed) {
        StringBuilder text = new StringBuilder();
        new Random(seed).ints(700, 0, 1000).forEach(text::append);
        return text.toString();
    }

    /** Whatever is spoiled, the end is a content, an export's error or a missing file. */
    @Test
    void noDamageEndsInAnotherException() throws IOException {
        long seed = 20_261_124;
        Random random = new Random(seed);
        byte[] zip =
                new Zips()
                        .with("a.csv", "some text; ".repeat(30))
                        .with("b.csv", ZipEntry.STORED, "plain".getBytes(StandardCharsets.UTF_8))
                        .with("d/c.csv", "more")
                        .bytes();
        for (int i = 0; i < 20_000; i++) {
            byte[] spoiled = zip.clone();
            for (int j = random.nextInt(3); j >= 0; j--) {
                spoiled[random.nextInt(spoiled.length)] ^= (byte) (1 + random.nextInt(255));
            }
            try (Exports.OpenExport export = open(spoiled)) {
                for (String entry : export.entries()) {
                    try {
                        text(export, entry);
                    } catch (ExportException expected) {
                        assertThat(expected).message().contains("archive.zip");
                    }
                }
            } catch (ExportException expected) {
                assertThat(expected).message().contains("archive.zip");
            } catch (IOException | RuntimeException e) {
                throw new AssertionError("round " + i + " of seed " + seed, e);
            }
        }
    }
}
