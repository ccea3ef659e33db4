package org.kithway.connector;

import org.apache.commons.compress.compressors.deflate64.Deflate64CompressorInputStream;
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
import java.util.TreeMap;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/** A zip archive. */
final class ZipExport implements Exports.OpenExport {
    private static final int STORED = 0;
    private static final int DEFLATED = 8;

    /** What Windows' own packer uses for files above 2 GiB. */
    private static final int DEFLATED_64 = 9;

    private static final int FILE_TYPE = 0170000;
    private static final int REGULAR = 0100000;
    private static final int BUFFER = 1 << 16;

    /** Older than any site: a clock that was never set, or an archive made the same every time. */
    private static final Instant FIRST_SITES = Instant.parse("2003-01-01T00:00:00Z");

    private final String name;
    private final SharedChannel channel;
    private final ZipDirectory directory;
    private final Map<String, File> files;
    private final @Nullable Instant writtenAt;

    private ZipExport(
            String name,
            SharedChannel channel,
            ZipDirectory directory,
            Map<String, File> files,
            @Nullable Instant writtenAt) {
        this.name = name;
        this.channel = channel;
        this.directory = directory;
        this.files = files;
        this.writtenAt = writtenAt;
    }

    /**
     * @param fault why the file cannot be read and what to do, or null
     */
    private record File(ZipDirectory.Entry entry, Meter.Share share, @Nullable String fault) {}

    static ZipExport open(String name, SharedChannel channel, ExportLimits limits)
            throws IOException {
        ZipDirectory directory = new ZipDirectory(name, channel, limits);
        List<ZipDirectory.Entry> entries =
                directory.read().stream()
                        .filter(e -> !e.isFolder() && !EntryName.isLitter(e.path()))
                        .toList();
        if (entries.size() == 1
                && entries.getFirst().path().toLowerCase(Locale.ROOT).endsWith(".zip")) {
            throw new ExportException(
                    name + " holds nothing but another zip: unpack it once and hand that one in");
        }
        Map<String, Integer> alike = new HashMap<>();
        entries.forEach(e -> alike.merge(folded(e.path()), 1, Integer::sum));
        Meter meter = new Meter(name, limits);
        Map<String, File> files = new TreeMap<>();
        for (ZipDirectory.Entry entry : entries) {
            String fault =
                    alike.getOrDefault(folded(entry.path()), 1) > 1
                            ? "stands there more than once: hand in the archive as the site made it"
                            : fault(entry);
            files.put(
                    entry.path(),
                    new File(entry, meter.packed(entry.path(), entry.packed()), fault));
        }
        Instant newest =
                entries.stream()
                        .map(ZipDirectory.Entry::writtenAt)
                        .max(Comparator.naturalOrder())
                        .filter(at -> !at.isBefore(FIRST_SITES))
                        .orElse(null);
        return new ZipExport(name, channel, directory, files, newest);
    }

    private static String folded(String path) {
        return Normalizer.normalize(path, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    }

    private static @Nullable String fault(ZipDirectory.Entry entry) {
        int type = entry.mode() & FILE_TYPE;
        if (type != 0 && type != REGULAR) {
            return "is a link or a device: put the file itself there";
        }
        if ((entry.flags() & ZipDirectory.ENCRYPTED) != 0) {
            return "is encrypted: make the archive without a password";
        }
        return switch (entry.method()) {
            case STORED, DEFLATED, DEFLATED_64 -> null;
            default ->
                    "is packed by method "
                            + entry.method()
                            + ", which is not read: make the archive by the usual zip method";
        };
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
        ZipDirectory.Entry entry = file.entry;
        InputStream packed = channel.from(directory.contentOf(entry), entry.packed());
        InputStream content =
                switch (entry.method()) {
                    case DEFLATED -> new Inflated(packed);
                    case DEFLATED_64 -> new Deflate64CompressorInputStream(packed);
                    default -> packed;
                };
        return new EntryStream(place, content, file.share, entry.crc());
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    /** Raw deflate; frees its native memory when closed. */
    private static final class Inflated extends InflaterInputStream {
        private boolean ended;

        Inflated(InputStream packed) {
            super(packed, new Inflater(true), BUFFER);
        }

        /** The inflater wants one byte beyond the end of a raw stream. */
        @Override
        protected void fill() throws IOException {
            if (ended) {
                throw new EOFException("the entry ends too early");
            }
            len = in.read(buf, 0, buf.length);
            if (len < 0) {
                buf[0] = 0;
                len = 1;
                ended = true;
            }
            inf.setInput(buf, 0, len);
        }

        @Override
        public void close() throws IOException {
            super.close();
            inf.end();
        }
    }
}
