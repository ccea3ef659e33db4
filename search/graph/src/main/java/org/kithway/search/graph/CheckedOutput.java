package org.kithway.search.graph;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.zip.CRC32C;

/** Writes to a file from a place on, and adds up a checksum. To be buffered. */
final class CheckedOutput extends OutputStream {
    private static final int CHUNK = 1 << 20;

    private final FileChannel channel;
    private final CRC32C crc = new CRC32C();
    private final byte[] chunk = new byte[CHUNK];
    private final long start;
    private long at;

    CheckedOutput(FileChannel channel, long start) {
        this.channel = channel;
        this.start = start;
        this.at = start;
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        crc.update(bytes, offset, length);
        ByteBuffer buffer = ByteBuffer.wrap(bytes, offset, length);
        while (buffer.hasRemaining()) {
            at += channel.write(buffer, at);
        }
    }

    void write(MemorySegment segment) throws IOException {
        for (long done = 0; done < segment.byteSize(); done += CHUNK) {
            int length = (int) Math.min(CHUNK, segment.byteSize() - done);
            MemorySegment.copy(segment, ValueLayout.JAVA_BYTE, done, chunk, 0, length);
            write(chunk, 0, length);
        }
    }

    /** Goes on to the next multiple of eight bytes. */
    void align() throws IOException {
        write(new byte[(int) (-at & Long.BYTES - 1)]);
    }

    long length() {
        return at - start;
    }

    long checksum() {
        return crc.getValue();
    }
}
