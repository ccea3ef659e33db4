package org.kithway.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HexFormat;

class ExportsTest {
    @TempDir Path folder;

    private static final ExportLimits LIMITS = new ExportLimits(5, 1000, 1500, 50, 100, 64);

    private static String text(Export export, String entry) throws IOException {
        try (InputStream in = export.open(entry)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private Path file(String path, String content) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, content);
    }

    @Test
    void aSingleFileHasOneEntryOfItsOwnName() throws IOException {
        try (Exports.OpenExport export = Exports.open(file("crm.jsonl", "{}"), LIMITS)) {
            assertThat(export.name()).isEqualTo("crm.jsonl");
            assertThat(export.entries()).containsExactly("crm.jsonl");
            assertThat(export.writtenAt()).isNull();
            assertThat(text(export, "crm.jsonl")).isEqualTo("{}");
            assertThat(text(export, "crm.jsonl")).isEqualTo("{}");
        }
    }

    @Test
    void contentDecidesWhatIsAZip() throws IOException {
        Path zip = Files.write(folder.resolve("download.csv"), Zips.of("a.csv", "a"));
        Path csv = file("export.zip", "a,b\n");
        try (Exports.OpenExport export = Exports.open(zip, LIMITS)) {
            assertThat(export.entries()).containsExactly("a.csv");
        }
        try (Exports.OpenExport export = Exports.open(csv, LIMITS)) {
            assertThat(export.entries()).containsExactly("export.zip");
        }
    }

    @Test
    void aFolderHasItsFilesAsEntries() throws IOException {
        file("x/b/two.csv", "zwei");
        file("x/one.csv", "eins");
        file("x/.DS_Store", "?");
        file("x/__MACOSX/one.csv", "?");
        try (Exports.OpenExport export = Exports.open(folder.resolve("x"), LIMITS)) {
            assertThat(export.name()).isEqualTo("x");
            assertThat(export.entries()).containsExactly("b/two.csv", "one.csv");
            assertThat(text(export, "b/two.csv")).isEqualTo("zwei");
            assertThat(export.writtenAt()).isNull();
        }
    }

    @Test
    void linksInAFolderAreNamedAndNotFollowed() throws IOException {
        Path secret = file("secret.txt", "secret");
        file("outside/more.txt", "secret");
        file("x/good.csv", "good");
        Files.createSymbolicLink(folder.resolve("x/link.csv"), secret);
        Files.createSymbolicLink(folder.resolve("x/dir"), folder.resolve("outside"));
        try (Exports.OpenExport export = Exports.open(folder.resolve("x"), LIMITS)) {
            assertThat(export.entries()).containsExactly("dir", "good.csv", "link.csv");
            for (String link : new String[] {"dir", "link.csv"}) {
                assertThatThrownBy(() -> export.open(link))
                        .isInstanceOf(ExportException.class)
                        .hasMessageContaining("not a plain file");
            }
            assertThatThrownBy(() -> export.open("dir/more.txt")).isInstanceOf(IOException.class);
            assertThatThrownBy(() -> export.open("../secret.txt")).isInstanceOf(IOException.class);
            assertThat(text(export, "good.csv")).isEqualTo("good");
        }
    }

    @Test
    void aFileThatBecameALinkSinceIsNotFollowed() throws IOException {
        Path secret = file("secret.txt", "secret");
        Path inner = file("x/d/a.csv", "a");
        try (Exports.OpenExport export = Exports.open(folder.resolve("x"), LIMITS)) {
            Files.delete(inner);
            Files.delete(inner.getParent());
            Files.createSymbolicLink(inner.getParent(), secret.getParent());
            file("a.csv", "secret");
            assertThatThrownBy(() -> export.open("d/a.csv")).isInstanceOf(ExportException.class);
        }
    }

    @Test
    void aFolderKeepsTheLimits() throws IOException {
        file("x/big.csv", "x".repeat(1001));
        file("x/half.csv", "x".repeat(800));
        try (Exports.OpenExport export = Exports.open(folder.resolve("x"), LIMITS)) {
            assertThatThrownBy(() -> text(export, "big.csv"))
                    .hasMessageContaining("larger than 1000 bytes");
            assertThatThrownBy(() -> text(export, "half.csv"))
                    .hasMessageContaining("larger than 1500 bytes when unpacked");
        }
        for (int i = 0; i < 4; i++) {
            file("x/" + i, "");
        }
        assertThatThrownBy(() -> Exports.open(folder.resolve("x"), LIMITS))
                .hasMessageContaining("more than 5 files");
    }

    @Test
    void aFolderWithABadNameIsRefused() throws IOException {
        file("x/a\\b.csv", "");
        assertThatThrownBy(() -> Exports.open(folder.resolve("x"), LIMITS))
                .isInstanceOf(ExportException.class)
                .hasMessageContaining("backslash");
    }

    @Test
    void anEmptyFileIsRefusedAndAnEmptyFolderIsNot() throws IOException {
        assertThatThrownBy(() -> Exports.open(file("empty.zip", ""), LIMITS))
                .isInstanceOf(ExportException.class)
                .hasMessage("empty.zip is empty: download it again");
        Path empty = Files.createDirectory(folder.resolve("none"));
        try (Exports.OpenExport export = Exports.open(empty, LIMITS)) {
            assertThat(export.entries()).isEmpty();
        }
    }

    @Test
    void whatIsNotThereIsSaid() {
        assertThatThrownBy(() -> Exports.open(folder.resolve("none.zip"), LIMITS))
                .isInstanceOf(NoSuchFileException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "RAR, 526172211a0700",
        "7z, 377abcaf271c0004",
        "gzip, 1f8b0800",
        "xz, fd377a585a00",
        "bzip2, 425a6839"
    })
    void otherArchivesAreNamed(String format, String head) {
        byte[] bytes = HexFormat.of().parseHex(head);
        assertThatThrownBy(
                        () -> Exports.open("x.zip", new SeekableInMemoryByteChannel(bytes), LIMITS))
                .isInstanceOf(ExportException.class)
                .hasMessageContaining("is a " + format + " archive: unpack it");
    }

    @Test
    void theChannelIsClosedWithTheExportAndWhenItCannotBeOpened() throws IOException {
        SeekableInMemoryByteChannel good = new SeekableInMemoryByteChannel(new byte[] {1});
        Exports.open("a", good, LIMITS).close();
        assertThat(good.isOpen()).isFalse();
        SeekableInMemoryByteChannel bad = new SeekableInMemoryByteChannel(new byte[0]);
        assertThatThrownBy(() -> Exports.open("a", bad, LIMITS)).isInstanceOf(IOException.class);
        assertThat(bad.isOpen()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"C:\\fakepath\\x.csv, x.csv", "/home/someone/x.csv, x.csv", "x.csv, x.csv"})
    void onlyTheLastStepOfAGivenNameIsKept(String given, String kept) throws IOException {
        var channel = new SeekableInMemoryByteChannel(new byte[] {1});
        try (Exports.OpenExport export = Exports.open(given, channel, LIMITS)) {
            assertThat(export.name()).isEqualTo(kept);
        }
    }
}
