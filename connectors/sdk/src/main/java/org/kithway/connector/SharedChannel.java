package org.kithway.connector;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.util.Objects;

/** A channel that several threads read at places of their own. */
final class SharedChannel implements Closeable {
    private final SeekableByteChannel channel;

    SharedChannel(SeekableByteChannel channel) {
        this.channel = channel;
    }

    long size() throws IOException {
        synchronized (channel) {
            return channel.size();
        }
    }

    /** The bytes from a position on, at most as many as given; ends early where the file does. */
    InputStream from(long position, long length) {
        return new Region(position, position + length);
    }

    /**
     * Exactly that many bytes from a position on.
     *
     * @throws EOFException if the file ends before
     */
    ByteBuffer bytes(long position, int length) throws IOException {
        byte[] bytes = from(position, length).readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException("the file ends too early");
        }
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    private int read(ByteBuffer into, long position) throws IOException {
        if (channel instanceof FileChannel file) {
            return file.read(into, position);
        }
        synchronized (channel) {
            return channel.position(position).read(into);
        }
    }

    @Override
    public void close() throws IOException {
        synchronized (channel) {
            channel.close();
        }
    }

    private final class Region extends InputStream {
        private long position;
        private final long end;

        Region(long position, long end) {
            this.position = position;
            this.end = end;
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
            if (position >= end) {
                return -1;
            }
            int wanted = (int) Math.min(length, end - position);
            int count;
            do {
                count = SharedChannel.this.read(ByteBuffer.wrap(into, offset, wanted), position);
            } while (count == 0);
            position += Math.max(0, count);
            return count;
        }
    }
}
