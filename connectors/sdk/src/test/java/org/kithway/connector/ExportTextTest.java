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

    @Test
    void bytesThatPassForCharactersBecomeTheTextThatWasMeant() {
        assertThat(ExportText.repaired("Tr\u00e1\u00ba\u00a7n")).isEqualTo("Trần");
        assertThat(ExportText.repaired("\u00f0\u009f\u0091\u008d")).isEqualTo("👍");
    }

    @Test
    void aTextWithACharacterThatIsNoByteIsLeftAsItIs() {
        assertThat(ExportText.repaired("\u201cCaf\u00c3\u00a9")).isEqualTo("\u201cCaf\u00c3\u00a9");
    }

    @Test
    void aTextWhoseBytesAreNotUtf8IsLeftAsItIs() {
        assertThat(ExportText.repaired("Elleg\u00e5rd")).isEqualTo("Ellegård");
        assertThat(ExportText.repaired("caf\u00c3")).isEqualTo("cafÃ");
    }

    @Test
    void aTextOfSeveralLinesIsPutInOne() {
        assertThat(ExportText.inOneLine("Ana Beispiel")).isEqualTo("Ana Beispiel");
        assertThat(ExportText.inOneLine(" Ana\n\t Beispiel ")).isEqualTo("Ana Beispiel");
        assertThat(ExportText.inOneLine("Ana\u00a0\u2003Bei\ud83dspiel"))
                .isEqualTo("Ana Bei spiel");
        assertThat(ExportText.inOneLine("Zoë 😀 日本")).isEqualTo("Zoë 😀 日本");
        assertThat(ExportText.inOneLine(" \u0000 ")).isEmpty();
    }
}
