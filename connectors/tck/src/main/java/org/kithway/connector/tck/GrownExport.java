package org.kithway.connector.tck;

import org.jspecify.annotations.Nullable;
import org.kithway.connector.Export;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/** An export of which one file has its records many times; they are made while they are read. */
record GrownExport(MemoryExport export, String entry, Records records, int times)
        implements Export {
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
    public InputStream open(String path) throws IOException {
        if (!path.equals(entry)) {
            return export.open(path);
        }
        byte[] content = export.content(path);
        byte[] body = Arrays.copyOfRange(content, records.from(), records.to());
        return new Repeated(
                Arrays.copyOf(content, records.from()),
                body,
                records.between().getBytes(StandardCharsets.UTF_8),
                Arrays.copyOfRange(content, records.to(), content.length),
                times);
    }

    private static final class Repeated extends InputStream {
        private final byte[] body;
        private final byte[] between;
        private final byte[] tail;
        private int left;
        private byte[] now;
        private int position;
        private boolean ended;

        Repeated(byte[] head, byte[] body, byte[] between, byte[] tail, int times) {
            this.now = head;
            this.body = body;
            this.between = between;
            this.tail = tail;
            this.left = times;
        }

        @Override
        public int read() {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            if (length == 0) {
                return 0;
            }
            while (position == now.length) {
                if (ended) {
                    return -1;
                }
                next();
            }
            int count = Math.min(length, now.length - position);
            System.arraycopy(now, position, into, offset, count);
            position += count;
            return count;
        }

        private void next() {
            position = 0;
            if (left == 0) {
                now = tail;
                ended = true;
            } else if (now == body && between.length > 0) {
                now = between;
            } else {
                now = body;
                left--;
            }
        }
    }
}
