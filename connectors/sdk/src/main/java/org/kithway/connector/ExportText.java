package org.kithway.connector;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Decodes the text files of exports, which rarely say in which encoding they are. */
public final class ExportText {
    private static final int LOOKED_AT = 4;
    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}\\p{Cc}\\p{Cs}]+");

    private ExportText() {}

    /**
     * The text: by its byte-order mark; without one UTF-16 if every other one of the first bytes is
     * zero, else UTF-8, in which each byte that cannot be UTF-8 is taken as Windows-1252. The mark
     * is not part of the text. Closing the reader closes the bytes.
     */
    public static Reader decode(InputStream bytes) throws IOException {
        PushbackInputStream in = new PushbackInputStream(bytes, LOOKED_AT);
        byte[] head = new byte[LOOKED_AT];
        int count = in.readNBytes(head, 0, LOOKED_AT);
        if (begins(head, count, 0xFF, 0xFE)) {
            in.unread(head, 2, count - 2);
            return new InputStreamReader(in, StandardCharsets.UTF_16LE);
        }
        if (begins(head, count, 0xFE, 0xFF)) {
            in.unread(head, 2, count - 2);
            return new InputStreamReader(in, StandardCharsets.UTF_16BE);
        }
        if (begins(head, count, 0xEF, 0xBB, 0xBF)) {
            in.unread(head, 3, count - 3);
            return new Utf8OrWindows1252(in);
        }
        in.unread(head, 0, count);
        if (count == LOOKED_AT && head[0] == 0 && head[2] == 0 && head[1] != 0 && head[3] != 0) {
            return new InputStreamReader(in, StandardCharsets.UTF_16BE);
        }
        if (count == LOOKED_AT && head[1] == 0 && head[3] == 0 && head[0] != 0 && head[2] != 0) {
            return new InputStreamReader(in, StandardCharsets.UTF_16LE);
        }
        return new Utf8OrWindows1252(in);
    }

    /** The text of some bytes, such as a file's head, in the same way. */
    public static String decode(byte[] bytes) {
        StringWriter text = new StringWriter();
        try (Reader reader = decode(new ByteArrayInputStream(bytes))) {
            reader.transferTo(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    /**
     * The text that was meant where a site wrote each byte of a text's UTF-8 as a character of its
     * own: {@code "é"} for {@code "Ã©"}. A text is left as it is unless each of its characters is a
     * byte and the bytes are UTF-8, for some files are written rightly.
     */
    public static String repaired(String text) {
        boolean suspicious = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c > 0xff) {
                return text;
            }
            suspicious |= c > 0x7f;
        }
        if (!suspicious) {
            return text;
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(text.getBytes(StandardCharsets.ISO_8859_1)))
                    .toString();
        } catch (CharacterCodingException e) {
            return text;
        }
    }

    /**
     * The text in one line: what separates its words, control characters and halves of characters
     * among it, becomes one blank each time, and none at the ends.
     */
    public static String inOneLine(String text) {
        char before = ' ';
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean plain = (c > ' ' && c < 0x7f) || (c >= 0xa1 && c < 0x1680);
            if (!plain && (c != ' ' || before == ' ')) {
                return BLANKS.matcher(text).replaceAll(" ").strip();
            }
            before = c;
        }
        return before == ' ' ? text.strip() : text;
    }

    private static boolean begins(byte[] head, int count, int... mark) {
        for (int i = 0; i < mark.length; i++) {
            if (i >= count || (head[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }
}
