package org.kithway.connector;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

class Utf8OrWindows1252Test {
    private static final Charset WINDOWS = Charset.forName("windows-1252");

    @Test
    void utf8IsReadAsUtf8() throws IOException {
        String text = "Jörg 王芳 🚀 ".repeat(5_000);
        assertThat(decoded(text.getBytes(StandardCharsets.UTF_8))).isEqualTo(text);
    }

    @Test
    void otherBytesAreReadAsWindows1252() throws IOException {
        String text = "Müller GmbH, Geschäftsführer – “50 €” ".repeat(1_000);
        assertThat(decoded(text.getBytes(WINDOWS))).isEqualTo(text);
    }

    @Test
    void oneBadByteSpoilsOneCharacter() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write("Jörg ".getBytes(StandardCharsets.UTF_8));
        bytes.write(0xE9);
        bytes.write(" Jörg".getBytes(StandardCharsets.UTF_8));
        assertThat(decoded(bytes.toByteArray())).isEqualTo("Jörg é Jörg");
    }

    @Test
    void aCharacterCutAtTheEndIsNotLost() throws IOException {
        assertThat(decoded(new byte[] {'a', (byte) 0xC3})).isEqualTo("aÃ");
    }

    @Test
    void bytesThatComeOneByOneMakeTheSameText() throws IOException {
        byte[] bytes = "Jörg 🚀".getBytes(StandardCharsets.UTF_8);
        InputStream slow =
                new FilterInputStream(new ByteArrayInputStream(bytes)) {
                    @Override
                    public int read(byte[] target, int offset, int length) throws IOException {
                        return super.read(target, offset, Math.min(1, length));
                    }
                };
        assertThat(text(new Utf8OrWindows1252(slow))).isEqualTo("Jörg 🚀");
    }

    private static String decoded(byte[] bytes) throws IOException {
        return text(new Utf8OrWindows1252(new ByteArrayInputStream(bytes)));
    }

    private static String text(Reader reader) throws IOException {
        StringWriter text = new StringWriter();
        try (reader) {
            reader.transferTo(text);
        }
        return text.toString();
    }
}
