package org.kithway.connector;

import org.jspecify.annotations.Nullable;

import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.text.Normalizer;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * A tar archive, plain or packed by gzip. It is gone through once when it is opened. A packed one
 * has no place to jump to: reading an entry unpacks all that stands before it; so the beginnings of
 * texts are kept, lest recognizing an archive unpack it again and again.
 */
final class TarExport implements Exports.OpenExport {
    private static final int BUFFER = 1 << 16;

    /** Older than any site: a clock that was never set, or an archive made the same every time. */
    private static final Instant FIRST_SITES = Instant.parse("2003-01-01T00:00:00Z");

    private final String name;
    private final SharedChannel channel;
    private final boolean packed;
    private final Map<String, File> files;
    private final @Nullable Instant writtenAt;

    private TarExport(
            String name,
            SharedChannel channel,
            boolean packed,
            Map<String, File> files,
            @Nullable Instant writtenAt) {
        this.name = name;
        this.channel = channel;
        this.packed = packed;
        this.files = files;
        this.writtenAt = writtenAt;
    }

    /**
     * @param fault why the file cannot be read and what to do, or null
     */
    private record File(TarDirectory.Entry entry, Meter.Share share, @Nullable String fault) {}

    /** Whether what gzip packed is a tar archive. */
    static boolean isPacked(SharedChannel channel) throws IOException {
        try (InputStream in = unpacked(channel, true)) {
            return TarDirectory.isHeader(in.readNBytes(TarDirectory.BLOCK));
        } catch (EOFException | ZipException e) {
            return false;
        }
    }

    static TarExport open(String name, SharedChannel channel, boolean packed, ExportLimits limits)
            throws IOException {
        List<TarDirectory.Entry> entries;
        try (InputStream in =
                new Limited(name, unpacked(channel, packed), channel.size(), limits)) {
            entries =
                    new TarDirectory(name, in, limits, packed)
                            .read().stream()
                                    .filter(entry -> !EntryName.isLitter(entry.path()))
                                    .toList();
        } catch (EOFException | ZipException e) {
            throw new ExportException(
                    name + " is incomplete or damaged: download the archive again", e);
        }
        Map<String, Integer> alike = new HashMap<>();
        entries.forEach(entry -> alike.merge(folded(entry.path()), 1, Integer::sum));
        Meter meter = new Meter(name, limits);
        Map<String, File> files = new TreeMap<>();
        for (TarDirectory.Entry entry : entries) {
            String fault = null;
            if (alike.getOrDefault(folded(entry.path()), 1) > 1) {
                fault = "stands there more than once: hand in the archive as the site made it";
            } else if (!entry.isPlain()) {
                fault = "is a link or a device: put the file itself there";
            }
            files.put(entry.path(), new File(entry, meter.plain(entry.path()), fault));
        }
        Instant newest =
                entries.stream()
                        .map(TarDirectory.Entry::writtenAt)
                        .max(Comparator.naturalOrder())
                        .filter(at -> !at.isBefore(FIRST_SITES))
                        .orElse(null);
        return new TarExport(name, channel, packed, files, newest);
    }

    private static InputStream unpacked(SharedChannel channel, boolean packed) throws IOException {
        InputStream bytes = channel.from(0, channel.size());
        return packed ? new GZIPInputStream(bytes, BUFFER) : bytes;
    }

    private static String folded(String path) {
        return Normalizer.normalize(path, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public List<String> entries() {
        return List.copyOf(files.keySet());
    }

    @Override
    public @Nullable Instant writtenAt() {
        return writtenAt;
    }

    @Override
    public InputStream open(String path) throws IOException {
        File file = files.get(path);
        if (file == null) {
            throw new FileNotFoundException("no such entry in " + name);
        }
        String place = path + " in " + name;
        if (file.fault != null) {
            throw new ExportException(place + " " + file.fault);
        }
        TarDirectory.Entry entry = file.entry;
        InputStream content =
                packed ? new Packed(entry) : channel.from(entry.offset(), entry.size());
        return new EntryStream(place, content, file.share, null);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    /**
     * An entry's content; what stands before it is unpacked only when more than its head is read.
     */
    private final class Packed extends InputStream {
        private final TarDirectory.Entry entry;
        private long position;
        private @Nullable InputStream rest;

        Packed(TarDirectory.Entry entry) {
            this.entry = entry;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            Objects.checkFromIndexSize(offset, length, into.length);
            if (length == 0) {
                return 0;
            }
            if (position >= entry.size()) {
                return -1;
            }
            int count = (int) Math.min(length, entry.size() - position);
            byte[] head = entry.head();
            if (position < head.length) {
                count = Math.min(count, head.length - (int) position);
                System.arraycopy(head, (int) position, into, offset, count);
            } else {
                count = rest().read(into, offset, count);
            }
            position += Math.max(0, count);
            return count;
        }

        private InputStream rest() throws IOException {
            InputStream open = rest;
            if (open == null) {
                open = unpacked(channel, true);
                rest = open;
                open.skipNBytes(entry.offset() + position);
            }
            return open;
        }

        @Override
        public void close() throws IOException {
            position = entry.size();
            if (rest != null) {
                rest.close();
            }
        }
    }

    /** The whole archive under the limits. */
    private static final class Limited extends InputStream {
        private final String name;
        private final InputStream in;
        private final long packedSize;
        private final ExportLimits limits;
        private long position;

        Limited(String name, InputStream in, long packedSize, ExportLimits limits) {
            this.name = name;
            this.in = in;
            this.packedSize = packedSize;
            this.limits = limits;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int count = in.read(into, offset, length);
            position += Math.max(0, count);
            if (position > limits.totalBytes()) {
                throw new ExportException(
                        name
                                + " is larger than "
                                + limits.totalBytes()
                                + " bytes when unpacked: hand in the parts that you need");
            }
            if (position > limits.graceBytes() && position / limits.ratio() > packedSize) {
                throw new ExportException(
                        name
                                + " unpacks to over "
                                + limits.ratio()
                                + " times its packed size: unpack it and hand in the folder");
            }
            return count;
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}
