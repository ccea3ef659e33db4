package org.kithway.connector;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;

/**
 * The one door through which archives, folders and single files are opened.
 *
 * <p>What the first bytes say counts, not the name. Archives inside an archive are files like any
 * other and are not opened. Nothing is unpacked to disk. What is wrong with an archive as a whole
 * is said here; what is wrong with one entry (encrypted, damaged, a link, too large) is said when
 * that entry is opened or read, so that the others can be read all the same.
 */
public final class Exports {
    private static final List<Signature> ZIP =
            List.of(
                    new Signature("zip", 0, "PK\3\4"),
                    new Signature("zip", 0, "PK\5\6"),
                    new Signature("zip", 0, "PK\7\10"));

    private static final Signature TAR = new Signature("tar", TarDirectory.MAGIC, "ustar");

    /** Opened if it packs a tar archive. */
    private static final Signature GZIP = new Signature("gzip", 0, "\37\u008b\10");

    /** Archives that are not opened; said so, lest they pass for a file that nobody recognizes. */
    private static final List<Signature> REFUSED =
            List.of(
                    new Signature("RAR", 0, "Rar!\32\7"),
                    new Signature("7z", 0, "7z\u00bc\u00af\47\34"),
                    GZIP,
                    new Signature("bzip2", 0, "BZh"),
                    new Signature("xz", 0, "\u00fd7zXZ\0"));

    private static final int LONGEST_SIGNATURE = TarDirectory.MAGIC + 5;

    private Exports() {}

    /**
     * Opens a zip or tar file (plain or packed by gzip), a folder or a single file. Links inside a
     * folder are not followed.
     *
     * @throws ExportException if the export breaks a limit or cannot be read safely
     */
    public static OpenExport open(Path path, ExportLimits limits) throws IOException {
        Path real = path.toRealPath();
        if (Files.isDirectory(real, LinkOption.NOFOLLOW_LINKS)) {
            return FolderExport.open(nameOf(path), real, limits);
        }
        if (!Files.isRegularFile(real, LinkOption.NOFOLLOW_LINKS)) {
            throw new ExportException(nameOf(path) + " is neither a file nor a folder");
        }
        return open(nameOf(path), FileChannel.open(real, StandardOpenOption.READ), limits);
    }

    /**
     * Opens a zip or tar archive or a single file behind a channel. The export closes the channel,
     * also when it cannot be opened; nobody else may move it meanwhile.
     *
     * @param name the file's name; a path before it is dropped
     * @throws ExportException if the export breaks a limit or cannot be read safely
     */
    public static OpenExport open(String name, SeekableByteChannel content, ExportLimits limits)
            throws IOException {
        SharedChannel channel = new SharedChannel(content);
        try {
            String own = EntryName.ofFile(name, limits);
            byte[] head = channel.from(0, LONGEST_SIGNATURE).readAllBytes();
            if (head.length == 0) {
                throw new ExportException(own + " is empty: download it again");
            }
            if (ZIP.stream().anyMatch(s -> s.begins(head))) {
                return ZipExport.open(own, channel, limits);
            }
            if (TAR.begins(head)) {
                return TarExport.open(own, channel, false, limits);
            }
            if (GZIP.begins(head) && TarExport.isPacked(channel)) {
                return TarExport.open(own, channel, true, limits);
            }
            for (Signature refused : REFUSED) {
                if (refused.begins(head)) {
                    throw new ExportException(
                            own
                                    + " is a "
                                    + refused.format
                                    + " archive: unpack it and hand in the folder, or a zip of it");
                }
            }
            return new FileExport(own, channel, limits);
        } catch (IOException | RuntimeException e) {
            try {
                channel.close();
            } catch (IOException suppressed) {
                e.addSuppressed(suppressed);
            }
            throw e;
        }
    }

    private static String nameOf(Path path) {
        Path name = path.toAbsolutePath().normalize().getFileName();
        return name == null ? "export" : name.toString();
    }

    /** An export that holds a file open. */
    public interface OpenExport extends Export, AutoCloseable {
        @Override
        void close() throws IOException;
    }

    private record Signature(String format, int at, String bytes) {
        boolean begins(byte[] head) {
            byte[] expected = bytes.getBytes(StandardCharsets.ISO_8859_1);
            int end = at + expected.length;
            return head.length >= end && Arrays.equals(head, at, end, expected, 0, expected.length);
        }
    }
}
