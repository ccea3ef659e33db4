package org.kithway.connector;

import org.jspecify.annotations.Nullable;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The headers of a tar archive: POSIX.1-2001 (ustar and pax) and GNU's long names. Read here, like
 * {@link ZipDirectory}, so that no header makes more be held in memory than the limits allow.
 */
final class TarDirectory {
    static final int BLOCK = 512;

    /** Where a header's type of archive stands. */
    static final int MAGIC = 257;

    private static final int NAME_LENGTH = 100;
    private static final int MODE_END = 124;
    private static final int NUMBER_LENGTH = 12;
    private static final int TIME = 136;
    private static final int CHECKSUM = 148;
    private static final int CHECKSUM_LENGTH = 8;
    private static final int TYPE = 156;
    private static final int PREFIX = 345;
    private static final int PREFIX_LENGTH = 155;
    private static final String POSIX = "ustar\0";

    /** Longest block of extended headers; their values are paths and numbers. */
    private static final int LONGEST_EXTENSION = 64 << 10;

    /** Of each text that many bytes are kept, which is what recognizing an archive looks at. */
    private static final int HEAD = 4 << 10;

    private static final long MOST_HEADS = 8 << 20;

    private final String archive;
    private final InputStream in;
    private final ExportLimits limits;
    private final boolean keepsHeads;
    private long position;
    private long heads;

    /**
     * @param in the archive, unpacked
     * @param keepsHeads whether the beginnings of texts are kept
     */
    TarDirectory(String archive, InputStream in, ExportLimits limits, boolean keepsHeads) {
        this.archive = archive;
        this.in = in;
        this.limits = limits;
        this.keepsHeads = keepsHeads;
    }

    /**
     * One file, or what stands in a file's place.
     *
     * @param isPlain whether it is a file rather than a link or a device
     * @param offset where its content begins
     * @param head the beginning of its content, or nothing
     */
    record Entry(
            String path, boolean isPlain, Instant writtenAt, long offset, long size, byte[] head) {}

    /** Whether a block is a file's header. */
    static boolean isHeader(byte[] block) {
        if (block.length < BLOCK) {
            return false;
        }
        long sum = 0;
        for (int i = 0; i < BLOCK; i++) {
            boolean own = i >= CHECKSUM && i < CHECKSUM + CHECKSUM_LENGTH;
            sum += own ? ' ' : block[i] & 0xff;
        }
        return sum == number(block, CHECKSUM, CHECKSUM_LENGTH);
    }

    /**
     * All entries in the order of the archive, which is read to its end. Folders are left out.
     *
     * @throws ExportException if the archive is damaged or breaks a limit
     */
    List<Entry> read() throws IOException {
        List<Entry> entries = new ArrayList<>();
        String longName = null;
        Map<String, String> extended = Map.of();
        while (true) {
            byte[] header = take(BLOCK);
            if (isBlank(header)) {
                in.transferTo(OutputStream.nullOutputStream());
                return entries;
            }
            if (!isHeader(header)) {
                throw damaged();
            }
            char type = (char) (header[TYPE] & 0xff);
            long size = size(header, type, extended);
            switch (type) {
                case 'L' -> longName = text(content(size, 4 * limits.pathLength()));
                case 'x' -> extended = extensions(content(size, LONGEST_EXTENSION));
                case 'g', 'K' -> skip(size, 0);
                default -> {
                    String path = path(header, longName, extended);
                    boolean isFolder = type == '5' || path.endsWith("/");
                    if (!isFolder && entries.size() == limits.entries()) {
                        throw new ExportException(
                                archive + " holds more than " + limits.entries() + " files");
                    }
                    String plain = checked(path, isFolder, entries.size() + 1);
                    long offset = position;
                    boolean isPlain = type == '0' || type == '\0' || type == '7';
                    byte[] head = isPlain && !isFolder ? head(size) : new byte[0];
                    skip(size, position - offset);
                    if (!isFolder) {
                        Instant at = writtenAt(header, extended);
                        entries.add(new Entry(plain, isPlain, at, offset, size, head));
                    }
                    longName = null;
                    extended = Map.of();
                }
            }
        }
    }

    private String checked(String path, boolean isFolder, int number) throws ExportException {
        String plain = path;
        while (plain.startsWith("./")) {
            plain = plain.substring(2);
        }
        if (isFolder && plain.endsWith("/")) {
            plain = plain.substring(0, plain.length() - 1);
        }
        if (isFolder && (plain.isEmpty() || plain.equals("."))) {
            return plain;
        }
        String fault = EntryName.fault(plain, limits);
        if (fault != null) {
            throw new ExportException(
                    "the name of file "
                            + number
                            + " in "
                            + archive
                            + " "
                            + fault
                            + ": unpack the archive and hand in the folder");
        }
        return plain;
    }

    private static String path(
            byte[] header, @Nullable String longName, Map<String, String> extended) {
        String stated = extended.get("path");
        if (stated != null) {
            return stated;
        }
        if (longName != null) {
            return longName;
        }
        String name = text(Arrays.copyOf(header, NAME_LENGTH));
        String magic = new String(header, MAGIC, POSIX.length(), StandardCharsets.ISO_8859_1);
        String prefix = text(Arrays.copyOfRange(header, PREFIX, PREFIX + PREFIX_LENGTH));
        return magic.equals(POSIX) && !prefix.isEmpty() ? prefix + "/" + name : name;
    }

    /** Links and devices have no content, whatever size they state. */
    private long size(byte[] header, char type, Map<String, String> extended)
            throws ExportException {
        if (type >= '1' && type <= '6') {
            return 0;
        }
        String stated = extended.get("size");
        long size = stated == null ? number(header, MODE_END, NUMBER_LENGTH) : decimal(stated);
        if (size < 0) {
            throw damaged();
        }
        return size;
    }

    private static Instant writtenAt(byte[] header, Map<String, String> extended) {
        String stated = extended.getOrDefault("mtime", "");
        long second =
                stated.isEmpty()
                        ? number(header, TIME, NUMBER_LENGTH)
                        : decimal(stated.replaceFirst("\\..*", ""));
        try {
            return Instant.ofEpochSecond(Math.max(0, second));
        } catch (DateTimeException e) {
            return Instant.EPOCH;
        }
    }

    private byte[] head(long size) throws IOException {
        if (!keepsHeads || heads >= MOST_HEADS) {
            return new byte[0];
        }
        byte[] head = take((int) Math.min(size, HEAD));
        for (byte b : head) {
            if (b == 0) {
                return new byte[0]; // a picture or a film, which nobody looks into
            }
        }
        heads += head.length;
        return head;
    }

    private byte[] content(long size, int most) throws IOException {
        if (size > most) {
            throw damaged();
        }
        byte[] content = take((int) size);
        skip(size, size);
        return content;
    }

    /** Goes to the block after an entry of which some bytes were read. */
    private void skip(long size, long read) throws IOException {
        long padding = (BLOCK - size % BLOCK) % BLOCK;
        in.skipNBytes(size - read);
        in.skipNBytes(padding);
        position += size - read + padding;
    }

    private byte[] take(int count) throws IOException {
        byte[] bytes = in.readNBytes(count);
        if (bytes.length < count) {
            throw new EOFException("the archive ends too early");
        }
        position += count;
        return bytes;
    }

    /** Records of the form {@code length name=value}, ended by a line break. */
    private Map<String, String> extensions(byte[] content) throws ExportException {
        Map<String, String> extensions = new HashMap<>();
        int at = 0;
        while (at < content.length) {
            int blank = at;
            while (blank < content.length && content[blank] != ' ') {
                blank++;
            }
            long length = decimal(new String(content, at, blank - at, StandardCharsets.ISO_8859_1));
            long end = at + length - 1;
            if (length <= 0 || end <= blank || end >= content.length) {
                throw damaged();
            }
            String record =
                    new String(content, blank + 1, (int) end - blank - 1, StandardCharsets.UTF_8);
            int equals = record.indexOf('=');
            if (equals > 0) {
                extensions.put(record.substring(0, equals), record.substring(equals + 1));
            }
            at = (int) end + 1;
        }
        return extensions;
    }

    /** Up to the first zero. */
    private static String text(byte[] bytes) {
        int end = 0;
        while (end < bytes.length && bytes[end] != 0) {
            end++;
        }
        return new String(bytes, 0, end, StandardCharsets.UTF_8);
    }

    /**
     * Octal digits, or for large numbers the bytes themselves after a leading bit; -1 if neither.
     */
    private static long number(byte[] block, int from, int length) {
        if ((block[from] & 0x80) != 0) {
            long number = block[from] & 0x3f;
            for (int i = from + 1; i < from + length; i++) {
                if (number > Long.MAX_VALUE >> 8) {
                    return -1;
                }
                number = number << 8 | block[i] & 0xff;
            }
            return number;
        }
        String digits =
                new String(block, from, length, StandardCharsets.ISO_8859_1)
                        .replace('\0', ' ')
                        .strip();
        return digits.isEmpty()
                ? 0
                : digits.matches("[0-7]{1,12}") ? Long.parseLong(digits, 8) : -1;
    }

    private static long decimal(String digits) {
        return digits.matches("\\d{1,18}") ? Long.parseLong(digits) : -1;
    }

    private static boolean isBlank(byte[] block) {
        for (byte b : block) {
            if (b != 0) {
                return false;
            }
        }
        return true;
    }

    private ExportException damaged() {
        return new ExportException(
                archive + " is incomplete or damaged: download the archive again");
    }
}
