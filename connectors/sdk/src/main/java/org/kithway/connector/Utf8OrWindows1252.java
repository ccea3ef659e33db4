package org.kithway.connector;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * Decodes UTF-8; each byte that cannot be UTF-8 is taken as Windows-1252, which is what Excel makes
 * of a file in western countries. Deciding byte by byte needs no second pass over the file, and one
 * flipped bit spoils one character.
 */
final class Utf8OrWindows1252 extends Reader {
    private static final String WINDOWS_1252 = table();

    private final InputStream in;
    private final CharsetDecoder utf8 =
            StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT);
    private final ByteBuffer bytes = ByteBuffer.allocate(8192).flip();
    private final CharBuffer chars = CharBuffer.allocate(8192).flip();
    private boolean ended;

    Utf8OrWindows1252(InputStream in) {
        this.in = in;
    }

    @Override
    public int read(char[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        while (!chars.hasRemaining()) {
            if (ended && !bytes.hasRemaining()) {
                return -1;
            }
            decode();
        }
        int count = Math.min(length, chars.remaining());
        chars.get(target, offset, count);
        return count;
    }

    private void decode() throws IOException {
        chars.clear();
        CoderResult result = utf8.decode(bytes, chars, ended);
        if (result.isError()) {
            if (chars.hasRemaining()) {
                chars.put(WINDOWS_1252.charAt(bytes.get() & 0xFF));
            }
        } else if (result.isUnderflow() && !ended) {
            bytes.compact();
            int count = in.read(bytes.array(), bytes.position(), bytes.remaining());
            if (count < 0) {
                ended = true;
            } else {
                bytes.position(bytes.position() + count);
            }
            bytes.flip();
        }
        chars.flip();
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private static String table() {
        byte[] all = new byte[256];
        for (int i = 0; i < all.length; i++) {
            all[i] = (byte) i;
        }
        return new String(all, Charset.forName("windows-1252"));
    }
}
