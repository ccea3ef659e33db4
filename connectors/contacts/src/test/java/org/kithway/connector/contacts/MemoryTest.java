package org.kithway.connector.contacts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

class MemoryTest {
    private static final int CARDS = 100_000;
    private static final String PHOTO = " /9j/4AAQSkZJRgABAQAAAQABAAD\r\n".repeat(80);

    /** More than 200 MB of cards with photographs, made while they are read. */
    private static final class Generated extends InputStream {
        private byte[] card = {};
        private int position;
        private int made;

        @Override
        public int read() {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            if (position == card.length) {
                if (made == CARDS) {
                    return -1;
                }
                card = card(made++).getBytes(StandardCharsets.UTF_8);
                position = 0;
            }
            int count = Math.min(length, card.length - position);
            System.arraycopy(card, position, target, offset, count);
            position += count;
            return count;
        }

        private static String card(int number) {
            return "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:P Number\r\nEMAIL:p"
                    + number
                    + "@example.com\r\nPHOTO;ENCODING=b:\r\n"
                    + PHOTO
                    + "END:VCARD\r\n";
        }
    }

    @Test
    void memoryDoesNotGrowWithTheNumberOfCards() throws IOException, UnreadableContact {
        long early = 0;
        int read = 0;
        try (VCardFile cards =
                new VCardFile(
                        new InputStreamReader(new Generated(), StandardCharsets.UTF_8), false)) {
            while (cards.next() != null) {
                read++;
                if (read == CARDS / 5) {
                    early = usedBytes();
                }
            }
            assertThat(read).isEqualTo(CARDS);
            assertThat(usedBytes() - early).isLessThan(16L << 20);
        }
    }

    private static long usedBytes() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
