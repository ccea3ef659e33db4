package org.kithway.connector.twitter;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.kithway.connector.Connector;
import org.kithway.connector.Reading;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.IntFunction;

class MemoryTest {
    /** Each file's size; {@code -Dkithway.test.mebibytes=1024} reads whole gigabytes. */
    private static final int MEBIBYTES = Integer.getInteger("kithway.test.mebibytes", 64);

    private static final String TEXT = "x".repeat(2000);

    /** A text made while it is read: a beginning, many records that are all new, an end. */
    private static final class Generated extends InputStream {
        private final IntFunction<String> records;
        private final String end;
        private byte[] piece;
        private int position;
        private int record;
        private long left = (long) MEBIBYTES << 20;

        Generated(String begin, IntFunction<String> records, String end) {
            this.piece = begin.getBytes(StandardCharsets.UTF_8);
            this.records = records;
            this.end = end;
        }

        @Override
        public int read() {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            if (position == piece.length) {
                if (left == Long.MIN_VALUE) {
                    return -1;
                }
                String next = left > 0 ? (record == 0 ? "" : ",") + records.apply(record++) : end;
                piece = next.getBytes(StandardCharsets.UTF_8);
                left = left > 0 ? left - piece.length : Long.MIN_VALUE;
                position = 0;
            }
            int count = Math.min(length, piece.length - position);
            System.arraycopy(piece, position, target, offset, count);
            position += count;
            return count;
        }
    }

    private static String tweet(int i) {
        return """
        {"tweet": {"id_str": "%d", "created_at": "Sat Jun 06 13:02:35 +0000 2020",
        "full_text": "%s #tag%d", "entities": {"hashtags": [{"text": "tag%d"}],
        "user_mentions": [{"screen_name": "p%d", "name": "P %d", "id_str": "%d"}]}}}\
        """
                .formatted(1_000_000_000_000L + i, TEXT, i, i, i, i, 1000L + i);
    }

    private static String message(int i) {
        return """
        {"messageCreate": {"senderId": "%d", "text": "%s",
        "createdAt": "2020-01-01T00:00:00.000Z"}}\
        """
                .formatted(i % 2 == 0 ? 7 : 1000L + i, TEXT);
    }

    @Test
    void memoryGrowsNeitherWithTweetsNorWithOneConversation() throws IOException {
        Archive archive =
                new Archive()
                        .with(
                                "account.js",
                                "window.YTD.account.part0 = [{\"account\": {\"accountId\": \"7\"}}]")
                        .with(
                                "tweets.js",
                                () ->
                                        new Generated(
                                                "window.YTD.tweets.part0 = [",
                                                MemoryTest::tweet,
                                                "]"))
                        .with(
                                "direct-messages-group.js",
                                () ->
                                        new Generated(
                                                "window.YTD.direct_messages_group.part0 ="
                                                        + " [{\"dmConversation\": {\"messages\": [",
                                                MemoryTest::message,
                                                "]}}]"));
        long early = 0;
        int kept = 0;
        int records = (MEBIBYTES << 20) / (TEXT.length() + 250);
        try (Connector.Reader reader = archive.reader()) {
            for (Reading reading = reader.read(); reading != null; reading = reader.read()) {
                assertThat(reading).isInstanceOf(Reading.Statement.class);
                kept++;
                if (kept == records / 2) {
                    early = usedBytes();
                }
            }
            assertThat(kept).isGreaterThan(2 * records);
            assertThat(usedBytes() - early).isLessThan(16L << 20);
        }
    }

    private static long usedBytes() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
