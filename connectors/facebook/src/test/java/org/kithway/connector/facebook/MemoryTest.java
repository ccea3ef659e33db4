package org.kithway.connector.facebook;

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
import java.util.function.IntFunction;

class MemoryTest {
    private static final String TEXT = "x".repeat(900);

    /** A large file, made while it is read. */
    private static final class Generated extends InputStream {
        private final IntFunction<String> record;
        private final int records;
        private final String end;
        private byte[] piece;
        private int position;
        private int next;

        Generated(String begin, IntFunction<String> record, int records, String end) {
            this.piece = begin.getBytes(StandardCharsets.UTF_8);
            this.record = record;
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
                if (next > records) {
                    return -1;
                }
                String text = next == records ? end : record.apply(next);
                piece = text.getBytes(StandardCharsets.UTF_8);
                next++;
                position = 0;
            }
            int count = Math.min(length, piece.length - position);
            System.arraycopy(piece, position, target, offset, count);
            position += count;
            return count;
        }
    }

    private record Large(
            String entry, IntFunction<String> record, int records, String begin, String end)
            implements Export {
        @Override
        public String name() {
            return "archive.zip";
        }

        @Override
        public List<String> entries() {
            return List.of(entry);
        }

        @Override
        public @Nullable Instant writtenAt() {
            return null;
        }

        @Override
        public InputStream open(String path) {
            return new Generated(begin, record, records, end);
        }
    }

    @Test
    void memoryDoesNotGrowWithAConversation() throws IOException {
        int records = 200_000;
        staysFlat(
                new Large(
                        "messages/inbox/bobeispiel_1/message_1.json",
                        i ->
                                (i == 0 ? "" : ",")
                                        + "{\"sender_name\":\"P %d\",\"timestamp_ms\":%d,\"content\":\"%s\"}"
                                                .formatted(i, 1_500_000_000_000L + i, TEXT),
                        records,
                        "{\"participants\":[{\"name\":\"Bo Beispiel\"},{\"name\":\"Ana\"},{\"name\":\"\"}],"
                                + "\"messages\":[",
                        "]}"),
                records);
    }

    @Test
    void memoryDoesNotGrowWithAPage() throws IOException {
        int records = 60_000;
        staysFlat(
                new Large(
                        "messages/inbox/bobeispiel_1/message_1.html",
                        i ->
                                ("<div class=\"_a6-g\">\n<div class=\"_a6-h\">Bo Beispiel</div>\n<div"
                                                + " class=\"_a6-p\"><div>%s</div></div>\n<div"
                                                + " class=\"_a72d\">Jun 25, 2021 3:33:52 pm</div></div>\n")
                                        .formatted(TEXT),
                        records,
                        "<html><head><title>Bo Beispiel</title></head><body><div role=\"main\">",
                        "</div></body></html>"),
                records);
    }

    private static void staysFlat(Large export, int records) throws IOException {
        FacebookConnector connector = new FacebookConnector();
        Settings settings = Settings.check(connector.descriptor().settings(), Map.of());
        long early = 0;
        int read = 0;
        try (Connector.Reader reader = connector.open(export, settings)) {
            for (Reading reading = reader.read(); reading != null; reading = reader.read()) {
                assertThat(reading).isInstanceOf(Reading.Statement.class);
                read++;
                if (read == records / 4) {
                    early = usedBytes();
                }
            }
            assertThat(read).isEqualTo(records);
            assertThat(usedBytes() - early).isLessThan(32L << 20);
        }
    }

    private static long usedBytes() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
