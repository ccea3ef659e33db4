package org.kithway.connector.linkedin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.kithway.connector.Connector;
import org.kithway.connector.Reading;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

class MemoryTest {
    private static final int RECORDS = 200_000;
    private static final String IN = "https://www.linkedin.com/in/";
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss 'UTC'", Locale.ROOT);
    private static final String HEADER =
            "CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,"
                    + "DATE,SUBJECT,CONTENT,FOLDER\n";
    private static final String TEXT = "x".repeat(900);

    /** More than 200 MB, made while it is read; every partner and every second is new. */
    private static final class Generated extends InputStream {
        private byte[] line = HEADER.getBytes(StandardCharsets.UTF_8);
        private int position;
        private int record;

        @Override
        public int read() {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            if (position == line.length) {
                if (record == RECORDS) {
                    return -1;
                }
                line = line(record++).getBytes(StandardCharsets.UTF_8);
                position = 0;
            }
            int count = Math.min(length, line.length - position);
            System.arraycopy(line, position, target, offset, count);
            position += count;
            return count;
        }

        private static String line(int record) {
            return "%d,,Own Er,%sown,P %d,%sp-%d,%s,,%s,INBOX%n"
                    .formatted(record, IN, record, IN, record, TIME.format(time(record)), TEXT);
        }

        private static LocalDateTime time(int record) {
            return LocalDateTime.of(2020, 1, 1, 0, 0).plusSeconds(record);
        }
    }

    @Test
    void memoryDoesNotGrowWithTheNumberOfMessages() throws IOException {
        Archive archive = new Archive("archive.zip").with("messages.csv", Generated::new);
        long early = 0;
        int kept = 0;
        try (Connector.Reader reader = archive.reader()) {
            for (Reading reading = reader.read(); reading != null; reading = reader.read()) {
                kept += reading instanceof Reading.Statement ? 1 : 0;
                if (kept == RECORDS / 5) {
                    early = usedBytes();
                }
            }
            assertThat(kept).isEqualTo(RECORDS);
            assertThat(usedBytes() - early).isLessThan(16L << 20);
        }
    }

    private static long usedBytes() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
