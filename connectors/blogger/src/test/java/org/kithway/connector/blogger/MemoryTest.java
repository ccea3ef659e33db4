package org.kithway.connector.blogger;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.kithway.connector.Connector;
import org.kithway.connector.Export;
import org.kithway.connector.Reading;
import org.kithway.connector.Settings;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;

class MemoryTest {
    private static final int ENTRIES = 150_000;
    private static final String HEADER =
            "<feed xmlns='http://www.w3.org/2005/Atom'"
                    + " xmlns:blogger='http://schemas.google.com/blogger/2018'>"
                    + "<id>tag:blogger.com,1999:blog-1</id>";
    private static final String TEXT = "&lt;p&gt;" + "word ".repeat(200) + "&lt;/p&gt;";

    /** More than 150 MB, made while it is read: every author and every post is new. */
    private record Generated() implements Export {
        @Override
        public String name() {
            return "feed.atom";
        }

        @Override
        public List<String> entries() {
            return List.of(name());
        }

        @Override
        public @Nullable Instant writtenAt() {
            return null;
        }

        @Override
        public InputStream open(String entry) {
            return new InputStream() {
                private byte[] piece = HEADER.getBytes(StandardCharsets.UTF_8);
                private int position;
                private int entries;

                @Override
                public int read() {
                    byte[] one = new byte[1];
                    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
                }

                @Override
                public int read(byte[] into, int offset, int length) {
                    if (position == piece.length) {
                        if (entries > ENTRIES) {
                            return -1;
                        }
                        String next = entries == ENTRIES ? "</feed>" : entry(entries);
                        entries++;
                        piece = next.getBytes(StandardCharsets.UTF_8);
                        position = 0;
                    }
                    int count = Math.min(length, piece.length - position);
                    System.arraycopy(piece, position, into, offset, count);
                    position += count;
                    return count;
                }
            };
        }

        private static String entry(int number) {
            boolean comment = number % 3 > 0;
            return "<entry><id>tag:blogger.com,1999:blog-1.post-"
                    + number
                    + "</id><blogger:type>"
                    + (comment ? "COMMENT" : "POST")
                    + "</blogger:type><blogger:parent>tag:blogger.com,1999:blog-1.post-"
                    + (number - number % 3)
                    + "</blogger:parent><author><name>P "
                    + number
                    + "</name><uri>https://www.blogger.com/profile/"
                    + number
                    + "</uri></author><content type='html'>"
                    + TEXT
                    + "</content></entry>";
        }
    }

    @Test
    void memoryDoesNotGrowWithTheBlog() throws IOException {
        long early = 0;
        int kept = 0;
        try (Connector.Reader reader =
                new BloggerConnector().open(new Generated(), Settings.check(List.of(), Map.of()))) {
            for (Reading reading = reader.read(); reading != null; reading = reader.read()) {
                kept += reading instanceof Reading.Statement ? 1 : 0;
                if (kept == ENTRIES / 3) {
                    early = usedBytes();
                }
            }
            assertThat(kept).isEqualTo(ENTRIES);
            assertThat(usedBytes() - early).isLessThan(16L << 20);
        }
    }

    private static long usedBytes() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
