package org.kithway.connector.tck;

import org.jspecify.annotations.Nullable;
import org.kithway.connector.Export;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** An export that counts what is asked of it. */
final class WatchedExport implements Export {
    private final Export export;
    private final AtomicInteger opened = new AtomicInteger();
    private final AtomicInteger stillOpen = new AtomicInteger();
    private final AtomicLong bytes = new AtomicLong();

    WatchedExport(Export export) {
        this.export = export;
    }

    /** How often an entry was opened. */
    int opened() {
        return opened.get();
    }

    /** How many streams were not closed. */
    int stillOpen() {
        return stillOpen.get();
    }

    /** How many bytes were read. */
    long bytes() {
        return bytes.get();
    }

    @Override
    public String name() {
        return export.name();
    }

    @Override
    public List<String> entries() {
        return export.entries();
    }

    @Override
    public @Nullable Instant writtenAt() {
        return export.writtenAt();
    }

    @Override
    public InputStream open(String entry) throws IOException {
        InputStream in = export.open(entry);
        opened.incrementAndGet();
        stillOpen.incrementAndGet();
        return new FilterInputStream(in) {
            private boolean closed;

            @Override
            public int read() throws IOException {
                int read = super.read();
                bytes.addAndGet(read < 0 ? 0 : 1);
                return read;
            }

            @Override
            public int read(byte[] into, int offset, int length) throws IOException {
                int count = super.read(into, offset, length);
                bytes.addAndGet(Math.max(0, count));
                return count;
            }

            @Override
            public long skip(long count) throws IOException {
                long skipped = super.skip(count);
                bytes.addAndGet(skipped);
                return skipped;
            }

            @Override
            public void close() throws IOException {
                if (!closed) {
                    closed = true;
                    stillOpen.decrementAndGet();
                }
                super.close();
            }
        };
    }
}
