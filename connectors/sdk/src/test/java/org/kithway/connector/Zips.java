package org.kithway.connector;

import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.ZipEntry;

/** Makes archives, right ones and others. */
final class Zips {
    static final int LOCAL = 0x04034b50;
    static final int ENTRY = 0x02014b50;
    static final int END = 0x06054b50;

    private final SeekableInMemoryByteChannel channel = new SeekableInMemoryByteChannel();
    private final ZipArchiveOutputStream out;

    Zips() throws IOException {
        out = new ZipArchiveOutputStream(channel);
    }

    static byte[] of(String name, String content) throws IOException {
        return new Zips().with(name, content).bytes();
    }

    Zips with(String name, String content) throws IOException {
        return with(name, ZipEntry.DEFLATED, content.getBytes(StandardCharsets.UTF_8));
    }

    Zips with(String name, int method, byte[] content) throws IOException {
        ZipArchiveEntry entry = new ZipArchiveEntry(name);
        entry.setMethod(method);
        return with(entry, content);
    }

    Zips with(ZipArchiveEntry entry, byte[] content) throws IOException {
        out.putArchiveEntry(entry);
        out.write(content);
        out.closeArchiveEntry();
        return this;
    }

    byte[] bytes() throws IOException {
        out.close();
        return Arrays.copyOf(channel.array(), (int) channel.size());
    }

    /** Where a signature stands for the {@code nth} time, from 0. */
    static int find(byte[] zip, int signature, int nth) {
        ByteBuffer bytes = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
        int seen = 0;
        for (int i = 0; i + 4 <= zip.length; i++) {
            if (bytes.getInt(i) == signature && seen++ == nth) {
                return i;
            }
        }
        throw new IllegalArgumentException("no such signature");
    }

    /** Another value in two bytes behind a signature. */
    static byte[] patch16(byte[] zip, int signature, int offset, int value) {
        byte[] patched = zip.clone();
        ByteBuffer.wrap(patched)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putShort(find(zip, signature, 0) + offset, (short) value);
        return patched;
    }

    /** Another value in four bytes behind a signature. */
    static byte[] patch32(byte[] zip, int signature, int nth, int offset, int value) {
        byte[] patched = zip.clone();
        ByteBuffer.wrap(patched)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(find(zip, signature, nth) + offset, value);
        return patched;
    }

    /** The same archive, every name of some length replaced by another one of that length. */
    static byte[] renamed(byte[] zip, String from, String to) {
        byte[] before = from.getBytes(StandardCharsets.UTF_8);
        byte[] after = to.getBytes(StandardCharsets.UTF_8);
        byte[] renamed = zip.clone();
        for (int i = 0; i + before.length <= zip.length; i++) {
            if (Arrays.equals(renamed, i, i + before.length, before, 0, before.length)) {
                System.arraycopy(after, 0, renamed, i, after.length);
            }
        }
        return renamed;
    }
}
