package org.kithway.connector.facts;

import org.jspecify.annotations.Nullable;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The lines of a UTF-8 text that are not blank. Memory is bounded by the longest line allowed. */
final class Lines implements Closeable {
    /** Longest line in bytes; the rest of a longer one is passed over. */
    static final int LONGEST = 1 << 20;

    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

    private final InputStream in;
    private final byte[] buffer = new byte[1 << 16];
    private int begin;
    private int end;
    private long number;
    private byte[] line = new byte[1 << 10];

    Lines(InputStream in) {
        this.in = in;
    }

    sealed interface Line {
        /** From 1; blank lines count. */
        long number();

        record Text(long number, String text) implements Line {}

        record Unreadable(long number, String reason) implements Line {}
    }

    /** The number of the last line that was begun; 0 before the first. */
    long number() {
        return number;
    }

    /** The next line that is not blank, or null at the end. */
    @Nullable Line next() throws IOException {
        while (true) {
            int length = 0;
            boolean any = false;
            boolean tooLong = false;
            boolean ended = false;
            while (!ended) {
                if (begin == end && !fill()) {
                    break;
                }
                if (!any) {
                    any = true;
                    number++;
                }
                int stop = begin;
                while (stop < end && buffer[stop] != '\n') {
                    stop++;
                }
                int count = stop - begin;
                if (length + count > LONGEST) {
                    tooLong = true;
                } else {
                    append(length, count);
                    length += count;
                }
                ended = stop < end;
                begin = ended ? stop + 1 : stop;
            }
            if (!any) {
                return null;
            }
            if (tooLong) {
                return new Line.Unreadable(
                        number, "the line is longer than " + LONGEST + " bytes: a fact is shorter");
            }
            Line text = decoded(length);
            if (!(text instanceof Line.Text t) || !t.text().isBlank()) {
                return text;
            }
        }
    }

    private boolean fill() throws IOException {
        begin = 0;
        end = Math.max(0, in.read(buffer, 0, buffer.length));
        return end > 0;
    }

    private void append(int length, int count) {
        if (length + count > line.length) {
            line = Arrays.copyOf(line, Math.max(2 * line.length, length + count));
        }
        System.arraycopy(buffer, begin, line, length, count);
    }

    private Line decoded(int length) {
        int from = number == 1 && startsWithMark(length) ? BYTE_ORDER_MARK.length : 0;
        try {
            return new Line.Text(
                    number,
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(line, from, length - from))
                            .toString());
        } catch (CharacterCodingException e) {
            return new Line.Unreadable(number, "the line is not UTF-8: save the file as UTF-8");
        }
    }

    private boolean startsWithMark(int length) {
        int n = BYTE_ORDER_MARK.length;
        return length >= n && Arrays.equals(line, 0, n, BYTE_ORDER_MARK, 0, n);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
