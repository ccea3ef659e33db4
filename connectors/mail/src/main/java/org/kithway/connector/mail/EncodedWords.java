package org.kithway.connector.mail;

import org.jspecify.annotations.Nullable;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Words that headers write in an encoding of their own: RFC 2047, with the language of RFC 2231.
 * What cannot be decoded stays as it is.
 */
final class EncodedWords {
    private static final Pattern WORD =
            Pattern.compile("=\\?([^?*\\s]+)(?:\\*[^?\\s]*)?\\?([BbQq])\\?([^?]*)\\?=");

    private EncodedWords() {}

    /**
     * The text with its encoded words decoded. Blanks between two of them are not part of it, and a
     * character may be cut in two by the end of a word, though the standard forbids it.
     */
    static String decode(String text) {
        Matcher word = WORD.matcher(text);
        if (!word.find()) {
            return text;
        }
        StringBuilder decoded = new StringBuilder();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Charset charset = StandardCharsets.UTF_8;
        int end = 0;
        do {
            String between = text.substring(end, word.start());
            Charset next = charset(word.group(1));
            byte[] content = next == null ? null : content(word.group(2), word.group(3));
            boolean adjacent = end > 0 && between.isBlank();
            if (!adjacent || !charset.equals(next) || content == null) {
                decoded.append(bytes.toString(charset));
                bytes.reset();
            }
            if (!adjacent) {
                decoded.append(between);
            }
            if (next == null || content == null) {
                decoded.append(word.group());
            } else {
                charset = next;
                bytes.writeBytes(content);
            }
            end = word.end();
        } while (word.find());
        return decoded.append(bytes.toString(charset)).append(text, end, text.length()).toString();
    }

    private static @Nullable Charset charset(String name) {
        try {
            return Charset.forName(name);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static byte @Nullable [] content(String encoding, String text) {
        if (encoding.equalsIgnoreCase("Q")) {
            return quoted(text);
        }
        try {
            return Base64.getMimeDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static byte[] quoted(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int high = c == '=' ? digit(text, i + 1) : -1;
            int low = high < 0 ? -1 : digit(text, i + 2);
            if (low >= 0) {
                bytes.write(high << 4 | low);
                i += 2;
            } else {
                bytes.writeBytes(
                        String.valueOf(c == '_' ? ' ' : c).getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }

    private static int digit(String text, int at) {
        return at < text.length() ? Character.digit(text.charAt(at), 16) : -1;
    }
}
