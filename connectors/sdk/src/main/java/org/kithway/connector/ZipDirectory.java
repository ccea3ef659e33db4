package org.kithway.connector;

import org.jspecify.annotations.Nullable;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A zip archive's central directory, by PKWARE's APPNOTE 6.3.10.
 *
 * <p>Read here rather than by a library because the libraries hold a whole directory in memory
 * before one can look at it, and read on where the archive contradicts itself.
 */
final class ZipDirectory {
    static final int ENCRYPTED = 1 | 1 << 6 | 1 << 13;
    private static final int UTF_8_NAME = 1 << 11;

    private static final int END = 0x06054b50;
    private static final int END_LENGTH = 22;
    private static final int LONGEST_COMMENT = 0xffff;
    private static final int END_64 = 0x06064b50;
    private static final int END_64_LENGTH = 56;
    private static final int LOCATOR_64 = 0x07064b50;
    private static final int LOCATOR_64_LENGTH = 20;
    private static final int ENTRY = 0x02014b50;
    private static final int ENTRY_LENGTH = 46;
    private static final int LOCAL = 0x04034b50;
    private static final int LOCAL_LENGTH = 30;

    private static final long UNKNOWN_32 = 0xffff_ffffL;
    private static final int ZIP_64_EXTRA = 0x0001;
    private static final int TIMESTAMP_EXTRA = 0x5455;

    /** Zip files of the days before UTF-8 name their files so; only a full JDK knows it. */
    private static final Charset DOS =
            Charset.isSupported("IBM437") ? Charset.forName("IBM437") : StandardCharsets.ISO_8859_1;

    private final String archive;
    private final SharedChannel channel;
    private final ExportLimits limits;

    ZipDirectory(String archive, SharedChannel channel, ExportLimits limits) {
        this.archive = archive;
        this.channel = channel;
        this.limits = limits;
    }

    /**
     * One file or folder.
     *
     * @param path with {@code /} between its steps
     * @param mode the Unix file type and permissions; 0 if not given
     * @param packed bytes that it fills
     * @param header where its local header stands
     * @param nameLength length of its name in bytes
     * @param end where the next entry or the directory begins
     */
    record Entry(
            String path,
            int flags,
            int method,
            int mode,
            Instant writtenAt,
            long crc,
            long packed,
            long header,
            int nameLength,
            long end) {
        boolean isFolder() {
            return path.endsWith("/");
        }

        private Entry endingAt(long next) {
            return new Entry(
                    path, flags, method, mode, writtenAt, crc, packed, header, nameLength, next);
        }
    }

    /**
     * All entries in the order of their bytes. Time and memory grow with their number, which is
     * limited.
     *
     * @throws ExportException if the archive is incomplete, contradicts itself or breaks a limit
     */
    List<Entry> read() throws IOException {
        try {
            return disjoint(entries(end()));
        } catch (EOFException e) {
            throw incomplete();
        }
    }

    /** Where the directory stands and how many entries it claims. */
    private record End(long directory, long length, long count) {}

    private End end() throws IOException {
        long size = channel.size();
        int tail = (int) Math.min(size, END_LENGTH + LONGEST_COMMENT);
        ByteBuffer bytes = channel.bytes(size - tail, tail);
        int at = tail - END_LENGTH;
        while (at >= 0 && bytes.getInt(at) != END) {
            at--;
        }
        if (at < 0) {
            throw incomplete();
        }
        long endAt = size - tail + at;
        End end64 = end64(endAt);
        int disk = u16(bytes, at + 4);
        if (end64 == null && (disk != 0 || u16(bytes, at + 6) != 0)) {
            throw new ExportException(
                    archive + " is one part of a split archive: make it again as one file");
        }
        End end =
                end64 != null
                        ? end64
                        : new End(u32(bytes, at + 16), u32(bytes, at + 12), u16(bytes, at + 10));
        if (end.directory < 0 || end.length < 0 || end.directory > endAt - end.length) {
            throw incomplete();
        }
        return end;
    }

    private @Nullable End end64(long endAt) throws IOException {
        if (endAt < LOCATOR_64_LENGTH + END_64_LENGTH) {
            return null;
        }
        ByteBuffer locator = channel.bytes(endAt - LOCATOR_64_LENGTH, LOCATOR_64_LENGTH);
        if (locator.getInt(0) != LOCATOR_64) {
            return null;
        }
        long at = locator.getLong(8);
        if (at < 0 || at > endAt - LOCATOR_64_LENGTH - END_64_LENGTH) {
            throw incomplete();
        }
        ByteBuffer bytes = channel.bytes(at, END_64_LENGTH);
        if (bytes.getInt(0) != END_64) {
            throw incomplete();
        }
        return new End(bytes.getLong(48), bytes.getLong(40), bytes.getLong(32));
    }

    private List<Entry> entries(End end) throws IOException {
        List<Entry> entries = new ArrayList<>();
        long left = end.length;
        try (InputStream in =
                new BufferedInputStream(channel.from(end.directory, end.length), 1 << 16)) {
            while (left >= ENTRY_LENGTH) {
                ByteBuffer fixed = take(in, ENTRY_LENGTH);
                if (fixed.getInt(0) != ENTRY) {
                    throw incomplete();
                }
                if (entries.size() == limits.entries()) {
                    throw new ExportException(
                            archive
                                    + " holds more than "
                                    + limits.entries()
                                    + " files: hand in the parts that you need");
                }
                int nameLength = u16(fixed, 28);
                int extraLength = u16(fixed, 30);
                int commentLength = u16(fixed, 32);
                // Four bytes are the most that a character takes.
                if (nameLength > 4 * limits.pathLength()) {
                    throw badName(
                            entries.size() + 1,
                            "is longer than " + limits.pathLength() + " characters");
                }
                byte[] name = take(in, nameLength).array();
                ByteBuffer extra = take(in, extraLength);
                in.skipNBytes(commentLength);
                left -= ENTRY_LENGTH + nameLength + extraLength + commentLength;
                Entry entry = entry(fixed, name, extra, end.directory);
                String fault = EntryName.fault(withoutSlash(entry.path), limits);
                if (fault != null && !entry.path.equals("./")) {
                    throw badName(entries.size() + 1, fault);
                }
                entries.add(entry);
            }
        }
        // Some writers keep only the last 16 bits of the number of entries.
        if (left < 0 || (entries.size() & 0xffff) != (end.count & 0xffff)) {
            throw incomplete();
        }
        return entries;
    }

    private Entry entry(ByteBuffer fixed, byte[] name, ByteBuffer extra, long directory)
            throws ExportException {
        int flags = u16(fixed, 8);
        int madeBy = u16(fixed, 4) >>> 8;
        long packed = u32(fixed, 20);
        long size = u32(fixed, 24);
        long header = u32(fixed, 42);
        Instant writtenAt = dosTime(u16(fixed, 14), u16(fixed, 12));
        while (extra.remaining() >= 4) {
            int id = u16(extra, extra.position());
            int length = u16(extra, extra.position() + 2);
            extra.position(extra.position() + 4);
            if (length > extra.remaining()) {
                break; // padding that some writers leave
            }
            ByteBuffer field = extra.slice(extra.position(), length).order(ByteOrder.LITTLE_ENDIAN);
            extra.position(extra.position() + length);
            if (id == ZIP_64_EXTRA) {
                if (size == UNKNOWN_32 && field.remaining() >= 8) {
                    size = field.getLong();
                }
                if (packed == UNKNOWN_32 && field.remaining() >= 8) {
                    packed = field.getLong();
                }
                if (header == UNKNOWN_32 && field.remaining() >= 8) {
                    header = field.getLong();
                }
            } else if (id == TIMESTAMP_EXTRA && length >= 5 && (field.get(0) & 1) != 0) {
                writtenAt = Instant.ofEpochSecond(field.getInt(1));
            }
        }
        if (packed < 0 || header < 0 || header > directory - LOCAL_LENGTH - name.length) {
            throw incomplete();
        }
        boolean unix = madeBy == 3 || madeBy == 19;
        return new Entry(
                path(name, flags),
                flags,
                u16(fixed, 10),
                unix ? u16(fixed, 40) : 0,
                writtenAt,
                u32(fixed, 16),
                packed,
                header,
                name.length,
                directory);
    }

    /** Refuses entries that share bytes: so the smallest archives become the largest folders. */
    private List<Entry> disjoint(List<Entry> entries) throws ExportException {
        List<Entry> sorted = new ArrayList<>(entries);
        sorted.sort(Comparator.comparingLong(Entry::header));
        for (int i = 0; i < sorted.size(); i++) {
            Entry entry = sorted.get(i);
            long next = i + 1 < sorted.size() ? sorted.get(i + 1).header() : entry.end();
            long least = next - entry.header - LOCAL_LENGTH - entry.nameLength;
            if (entry.packed > least) {
                throw new ExportException(
                        archive
                                + " holds entries that overlap, as no site makes them: "
                                + "download it again");
            }
            sorted.set(i, entry.endingAt(next));
        }
        return sorted;
    }

    /**
     * Where an entry's packed bytes begin.
     *
     * @throws ExportException if its local header says otherwise than the directory
     */
    long contentOf(Entry entry) throws IOException {
        ByteBuffer local = channel.bytes(entry.header, LOCAL_LENGTH);
        int nameLength = u16(local, 26);
        long begin = entry.header + LOCAL_LENGTH + nameLength + u16(local, 28);
        if (local.getInt(0) != LOCAL
                || nameLength != entry.nameLength
                || u16(local, 8) != entry.method
                || begin > entry.end - entry.packed) {
            throw contradiction(entry);
        }
        byte[] name = channel.bytes(entry.header + LOCAL_LENGTH, nameLength).array();
        if (!path(name, entry.flags).equals(entry.path)) {
            throw contradiction(entry);
        }
        return begin;
    }

    private ExportException contradiction(Entry entry) {
        return new ExportException(
                entry.path
                        + " in "
                        + archive
                        + " is described in two ways that disagree: download the archive again");
    }

    private ExportException incomplete() {
        return new ExportException(
                archive + ": the archive is incomplete or damaged: download it again");
    }

    private ExportException badName(int number, String fault) {
        return new ExportException(
                "the name of entry "
                        + number
                        + " in "
                        + archive
                        + " "
                        + fault
                        + ": hand in the archive as the site made it");
    }

    private static String path(byte[] name, int flags) {
        String path = decoded(name, flags);
        // Windows' own tools once wrote its separators.
        if (path.indexOf('/') < 0) {
            path = path.replace('\\', '/');
        }
        return path.startsWith("./") && path.length() > 2 ? path.substring(2) : path;
    }

    private static String decoded(byte[] name, int flags) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(name)).toString();
        } catch (CharacterCodingException e) {
            return new String(name, (flags & UTF_8_NAME) != 0 ? StandardCharsets.UTF_8 : DOS);
        }
    }

    private static String withoutSlash(String path) {
        return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }

    /** The clock time of whoever made the archive, taken as UTC for want of its zone. */
    private static Instant dosTime(int date, int time) {
        try {
            return LocalDateTime.of(
                            1980 + (date >>> 9),
                            date >>> 5 & 0xf,
                            date & 0x1f,
                            time >>> 11,
                            time >>> 5 & 0x3f,
                            Math.min(59, (time & 0x1f) * 2))
                    .toInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            return Instant.EPOCH;
        }
    }

    private static ByteBuffer take(InputStream in, int length) throws IOException {
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException("the directory ends too early");
        }
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static int u16(ByteBuffer bytes, int at) {
        return Short.toUnsignedInt(bytes.getShort(at));
    }

    private static long u32(ByteBuffer bytes, int at) {
        return Integer.toUnsignedLong(bytes.getInt(at));
    }
}
