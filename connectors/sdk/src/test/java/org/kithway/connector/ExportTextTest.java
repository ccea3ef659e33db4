package org.kithway.connector;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

class ExportTextTest {
    private static final String TEXT = "BEGIN:VCARD\r\nFN:Jürgen Łęcki\r\n";

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
    void goesByTheByteOrderMarkAndDropsIt(String charset) {
        assertThat(ExportText.decode(('\uFEFF' + TEXT).getBytes(Charset.forName(charset))))
                .isEqualTo(TEXT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
    void tellsEncodingsApartWithoutAMark(String charset) {
        assertThat(ExportText.decode(TEXT.getBytes(Charset.forName(charset)))).isEqualTo(TEXT);
    }

    @Test
    void takesWhatIsNotUtf8AsWindows1252() {
        assertThat(ExportText.decode("Müller – 5 €".getBytes(Charset.forName("windows-1252"))))
                .isEqualTo("Müller – 5 €");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "ab", "abc"})
    void readsWhatIsShorterThanAMark(String text) {
        assertThat(ExportText.decode(text.getBytes(StandardCharsets.UTF_8))).isEqualTo(text);
    }
}
