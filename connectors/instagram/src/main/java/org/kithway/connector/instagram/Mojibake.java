package org.kithway.connector.instagram;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Undoes that the site writes each byte of a text's UTF-8 as a character of its own. */
final class Mojibake {
    private Mojibake() {}

    /**
     * The text that was meant: {@code "é"} for {@code "Ã©"}. A text is left as it is unless each of
     * its characters is a byte and the bytes are UTF-8, for some files are written rightly.
     */
    static String repaired(String text) {
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
}
