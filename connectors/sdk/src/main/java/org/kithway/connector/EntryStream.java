package org.kithway.connector;

import org.jspecify.annotations.Nullable;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.zip.CRC32;
import java.util.zip.ZipException;

/** An entry's content under the limits; a packed one is compared with its checksum at the end. */
final class EntryStream extends InputStream {
    private final String place;
    private final InputStream content;
    private final Meter.Share share;
    private final @Nullable Long checksum;
    private final CRC32 seen = new CRC32();
    private long position;

    /**
     * @param place the entry and its archive, for messages
     * @param checksum the CRC-32 that the archive gives for the content; null if there is none
     */
    EntryStream(String place, InputStream content, Meter.Share share, @Nullable Long checksum) {
        this.place = place;
        this.content = content;
        this.share = share;
        this.checksum = checksum;
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
        int count = unpack(into, offset, length);
        if (count > 0) {
            position += count;
            share.reach(position);
            if (checksum != null) {
                seen.update(into, offset, count);
            }
        } else if (checksum != null && seen.getValue() != checksum) {
            throw damaged(null);
        }
        return count;
    }

    private int unpack(byte[] into, int offset, int length) throws IOException {
        try {
            return content.read(into, offset, length);
        } catch (EOFException | ZipException | RuntimeException e) {
            if (checksum == null) {
                throw e;
            }
            throw damaged(e);
        }
    }

    private ExportException damaged(@Nullable Exception cause) {
        String message = place + " is damaged: download the archive again";
        return cause == null ? new ExportException(message) : new ExportException(message, cause);
    }

    @Override
    public void close() throws IOException {
        content.close();
    }
}
