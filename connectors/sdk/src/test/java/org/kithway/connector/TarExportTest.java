package org.kithway.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.ByteArrayOutputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.Random;
import java.util.zip.GZIPOutputStream;

class TarExportTest {
    private static final ExportLimits LIMITS =
            new ExportLimits(20, 100_000, 150_000, 50, 20_000, 300);
    private static final long SEED = 20_261_125;

    /** Makes tar archives. */
    private static final class Tars {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private final TarArchiveOutputStream out = new TarArchiveOutputStream(bytes, "UTF-8");

        Tars() {
            out.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
            out.setAddPaxHeadersForNonAsciiNames(true);
        }

        Tars gnu() {
            out.setLongFileMode(TarArchiveOutputStream.LONGFILE_GNU);
            return this;
        }

        Tars with(String name, String content) throws IOException {
            return with(new TarArchiveEntry(name, true), content.getBytes(StandardCharsets.UTF_8));
        }

        Tars with(TarArchiveEntry entry, byte[] content) throws IOException {
            entry.setSize(content.length);
            out.putArchiveEntry(entry);
            out.write(content);
            out.closeArchiveEntry();
            return this;
        }

        byte[] plain() throws IOException {
            out.close();
            return bytes.toByteArray();
        }

        byte[] packed() throws IOException {
            return gzip(plain());
        }
    }

    private static byte[] gzip(byte[] content) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(packed)) {
            out.write(content);
        }
        return packed.toByteArray();
    }

    /** 30,000 characters that cannot be packed into almost nothing. */
    private static String text(long seed) {
        StringBuilder text = new StringBuilder();
        new Random(seed).ints(30_000, 'a', 'z' + 1).forEach(text::appendCodePoint);
        return text.toString();
    }

    private static Exports.OpenExport open(byte[] tar) throws IOException {
        return Exports.open("archive.tar.gz", new SeekableInMemoryByteChannel(tar), LIMITS);
    }

    private static String text(Export export, String entry) throws IOException {
        try (InputStream in = export.open(entry)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static void isRefused(byte[] tar, String... words) {
        assertThatThrownBy(() -> open(tar))
                .isInstanceOf(ExportException.class)
                .message()
                .contains(words);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void entriesAreSortedAndReadableInAnyOrder(boolean packed) throws IOException {
        String large = text(SEED);
        Tars tars =
                new Tars()
                        .with("b/two.json", "zwei")
                        .with(new TarArchiveEntry("b/"), new byte[0])
                        .with("./a.json", large)
                        .with("Café.json", "");
        try (Exports.OpenExport export = open(packed ? tars.packed() : tars.plain())) {
            assertThat(export.entries()).containsExactly("Café.json", "a.json", "b/two.json");
            assertThat(text(export, "a.json")).isEqualTo(large);
            assertThat(text(export, "b/two.json")).isEqualTo("zwei");
            assertThat(text(export, "a.json")).isEqualTo(large);
            assertThat(text(export, "Café.json")).isEmpty();
            assertThatThrownBy(() -> export.open("c")).isInstanceOf(FileNotFoundException.class);
        }
    }

    @Test
    void twoEntriesAreReadAtOnce() throws IOException {
        String one = text(1);
        String two = text(2);
        byte[] tar = new Tars().with("one", one).with("two", two).packed();
        try (Exports.OpenExport export = open(tar);
                InputStream first = export.open("two");
                InputStream second = export.open("one")) {
            byte[] half = first.readNBytes(10_000);
            assertThat(new String(second.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo(one);
            assertThat(
                            new String(half, StandardCharsets.UTF_8)
                                    + new String(first.readAllBytes(), StandardCharsets.UTF_8))
                    .isEqualTo(two);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void longNamesAreReadInBothDialects(boolean gnu) throws IOException {
        String path = "media/" + "x".repeat(200) + ".json";
        Tars tars = gnu ? new Tars().gnu() : new Tars();
        try (Exports.OpenExport export = open(tars.with(path, "long").packed())) {
            assertThat(export.entries()).containsExactly(path);
            assertThat(text(export, path)).isEqualTo("long");
        }
    }

    @Test
    void theNewestEntryTellsWhenTheArchiveWasWritten() throws IOException {
        TarArchiveEntry entry = new TarArchiveEntry("a");
        entry.setModTime(Date.from(Instant.parse("2022-12-18T19:56:00Z")));
        try (Exports.OpenExport export = open(new Tars().with(entry, new byte[1]).packed())) {
            assertThat(export.writtenAt()).isEqualTo(Instant.parse("2022-12-18T19:56:00Z"));
        }
    }

    @Test
    void linksAreNamedAndNotFollowed() throws IOException {
        TarArchiveEntry link = new TarArchiveEntry("link", TarConstants.LF_SYMLINK);
        link.setLinkName("/etc/passwd");
        byte[] tar = new Tars().with(link, new byte[0]).with("good", "good").packed();
        try (Exports.OpenExport export = open(tar)) {
            assertThatThrownBy(() -> export.open("link"))
                    .isInstanceOf(ExportException.class)
                    .hasMessageContaining("link or a device");
            assertThat(text(export, "good")).isEqualTo("good");
        }
    }

    @Test
    void namesThatLeadOutsideAreRefused() throws IOException {
        isRefused(new Tars().with("../x", "x").packed(), "leads outside");
        isRefused(new Tars().with("/x", "x").packed(), "is absolute");
        isRefused(new Tars().with("a\\b", "x").packed(), "backslash");
    }

    @Test
    void twoFilesOfOneNameAreNotRead() throws IOException {
        byte[] tar = new Tars().with("a", "1").with("A", "2").packed();
        try (Exports.OpenExport export = open(tar)) {
            assertThatThrownBy(() -> export.open("a")).hasMessageContaining("more than once");
        }
    }

    @Test
    void theLimitsHold() throws IOException {
        Tars many = new Tars();
        for (int i = 0; i < 21; i++) {
            many.with("f" + i, "");
        }
        isRefused(many.packed(), "more than 20 files");
        isRefused(new Tars().with("x".repeat(301), "").packed(), "longer than 300 characters");
        isRefused(new Tars().with("x".repeat(3000), "").gnu().packed(), "longer than 300");
        byte[] noise = new byte[90_000];
        new Random(SEED).nextBytes(noise);
        isRefused(
                new Tars()
                        .with(new TarArchiveEntry("a"), noise)
                        .with(new TarArchiveEntry("b"), noise)
                        .packed(),
                "larger than 150000 bytes when unpacked");
        isRefused(new Tars().with("bomb", "0".repeat(120_000)).packed(), "over 50 times");
        byte[] one = new Tars().with(new TarArchiveEntry("a"), new byte[100_001]).plain();
        try (Exports.OpenExport export = open(one)) {
            assertThatThrownBy(() -> text(export, "a"))
                    .hasMessageContaining("larger than 100000 bytes");
        }
    }

    @Test
    void anExtendedHeaderOfAnySizeIsNotHeld() throws IOException {
        TarArchiveEntry header = new TarArchiveEntry("x", TarConstants.LF_PAX_EXTENDED_HEADER_LC);
        isRefused(
                new Tars().with(header, new byte[70_000]).with("a", "a").plain(),
                "incomplete or damaged");
    }

    @Test
    void whatGzipPacksAloneIsRefusedAsBefore() throws IOException {
        isRefused(gzip("{}".getBytes(StandardCharsets.UTF_8)), "is a gzip archive: unpack it");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whatIsCutOrFlippedIsRefusedOrReadButNeverAnotherException(boolean packed)
            throws IOException {
        Tars tars = new Tars().with("dir/é" + "x".repeat(150), "one").with("b", "two".repeat(999));
        byte[] whole = packed ? tars.packed() : tars.plain();
        Random random = new Random(SEED);
        for (int i = 0; i < 300; i++) {
            int at = random.nextInt(whole.length);
            byte[] flipped = whole.clone();
            flipped[at] ^= (byte) (1 + random.nextInt(255));
            for (byte[] damaged : new byte[][] {flipped, Arrays.copyOf(whole, at)}) {
                assertThatCode(() -> readAll(damaged)).as("byte %s, seed %s", at, SEED).isNull();
            }
        }
    }

    private static void readAll(byte[] archive) throws IOException {
        try (Exports.OpenExport export = open(archive)) {
            for (String entry : export.entries()) {
                text(export, entry);
            }
        } catch (ExportException e) {
            assertThat(e).hasMessageContaining("archive.tar.gz");
        }
    }

    @Test
    void aCutPackedArchiveIsRefused() throws IOException {
        byte[] noise = new byte[50_000];
        new Random(SEED).nextBytes(noise);
        byte[] whole = new Tars().with(new TarArchiveEntry("a"), noise).packed();
        isRefused(Arrays.copyOf(whole, whole.length / 2), "incomplete or damaged");
    }
}
