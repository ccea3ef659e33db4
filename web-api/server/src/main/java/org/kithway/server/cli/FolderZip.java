package org.kithway.server.cli;

import org.jspecify.annotations.Nullable;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A folder as a zip archive that is made while it is read: nothing is written to disk, and memory
 * does not grow with the folder. The same files give the same bytes, so that the server knows an
 * archive again. Symbolic links are passed over.
 */
final class FolderZip extends InputStream {
    private static final int CHUNK = 1 << 16;

    /** The first time that the format can tell. */
    private static final LocalDateTime TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private final Path folder;
    private final Iterator<Path> files;
    private final ByteArrayOutputStream made = new ByteArrayOutputStream();
    private final ZipOutputStream zip = new ZipOutputStream(made);
    private final byte[] chunk = new byte[CHUNK];
    private byte[] ready = {};
    private int position;
    private @Nullable InputStream current;
    private boolean ended;

    /**
     * @throws IOException if the folder cannot be listed
     */
    FolderZip(Path folder) throws IOException {
        this.folder = folder;
        this.files = files(folder).iterator();
    }

    /** The regular files below a folder, in the order of their names in the archive. */
    static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> walk = Files.walk(folder)) {
            return walk.filter(file -> Files.isRegularFile(file) && !Files.isSymbolicLink(file))
                    .sorted(Comparator.comparing(file -> name(folder, file)))
                    .collect(Collectors.toList());
        }
    }

    private static String name(Path folder, Path file) {
        return folder.relativize(file).toString().replace('\\', '/');
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        while (position == ready.length) {
            if (ended) {
                return -1;
            }
            make();
        }
        int count = Math.min(length, ready.length - position);
        System.arraycopy(ready, position, buffer, offset, count);
        position += count;
        return count;
    }

    private void make() throws IOException {
        made.reset();
        InputStream open = current;
        if (open != null) {
            int count = open.read(chunk);
            if (count >= 0) {
                zip.write(chunk, 0, count);
            } else {
                open.close();
                current = null;
                zip.closeEntry();
            }
        } else if (files.hasNext()) {
            Path file = files.next();
            ZipEntry entry = new ZipEntry(name(folder, file));
            entry.setTimeLocal(TIME);
            current = Files.newInputStream(file);
            zip.putNextEntry(entry);
        } else {
            zip.close();
            ended = true;
        }
        ready = made.toByteArray();
        position = 0;
    }

    @Override
    public void close() throws IOException {
        ended = true;
        ready = new byte[0];
        position = 0;
        if (current != null) {
            current.close();
        }
    }
}
