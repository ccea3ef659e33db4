package org.kithway.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

class XmlStreamTest {
    private static XmlStream open(String text) throws IOException {
        return XmlStream.open(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static List<XmlElement> all(XmlStream xml) throws IOException {
        List<XmlElement> all = new ArrayList<>();
        for (XmlElement element = xml.next(); element != null; element = xml.next()) {
            all.add(element);
        }
        return all;
    }

    @Test
    void givesTheChildrenOfTheRootAsTrees() throws IOException {
        XmlStream xml = open("<r a='1'>x<b> one <c d='2'/>two </b>y<b/></r>");
        assertThat(xml.root()).isEqualTo(new XmlElement("r", Map.of("a", "1"), "", List.of()));
        assertThat(all(xml))
                .containsExactly(
                        new XmlElement(
                                "b",
                                Map.of(),
                                "one two",
                                List.of(new XmlElement("c", Map.of("d", "2"), "", List.of()))),
                        new XmlElement("b", Map.of(), "", List.of()));
        assertThat(xml.next()).isNull();
    }

    @Test
    void prefixesAreDroppedWhetherDeclaredOrNot() throws IOException {
        XmlStream xml = open("<q:r xmlns:q='urn:q'><app:b app:c='1'><q:d>e</q:d></app:b></q:r>");
        assertThat(xml.root().name()).isEqualTo("r");
        assertThat(xml.root().declares("urn:q")).isTrue();
        XmlElement element = xml.next();
        assertThat(element)
                .isEqualTo(
                        new XmlElement(
                                "b",
                                Map.of("c", "1"),
                                "",
                                List.of(new XmlElement("d", Map.of(), "e", List.of()))));
    }

    @Test
    void theDeclaredEncodingHolds() throws IOException {
        byte[] bytes =
                "<?xml version='1.0' encoding='windows-1252'?><r><b>Jörg €</b></r>"
                        .getBytes(Charset.forName("windows-1252"));
        assertThat(all(XmlStream.open(new ByteArrayInputStream(bytes))))
                .extracting(XmlElement::text)
                .containsExactly("Jörg €");
    }

    @Test
    void marksOfTheEncodingAreNoText() throws IOException {
        for (Charset charset : List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE)) {
            byte[] bytes = "\ufeff<r><b>Jörg</b></r>".getBytes(charset);
            assertThat(all(XmlStream.open(new ByteArrayInputStream(bytes))))
                    .extracting(XmlElement::text)
                    .containsExactly("Jörg");
        }
    }

    @Test
    void escapedTextMayBeAsLongAsItWants() throws IOException {
        String escaped = "&lt;p&gt;".repeat(200_000);
        assertThat(all(open("<r><b>" + escaped + "</b><b>end</b></r>")))
                .extracting(element -> element.text().length())
                .containsExactly(XmlStream.LONGEST_TEXT, 3);
    }

    @Test
    void treesAreBounded() throws IOException {
        String wide = "<c>1</c>".repeat(2 * XmlStream.MOST_ELEMENTS);
        String big = ("<c>" + "x".repeat(XmlStream.LONGEST_TEXT) + "</c>").repeat(20);
        List<XmlElement> all = all(open("<r><b>" + wide + "</b><b>" + big + "</b></r>"));
        assertThat(all.getFirst().children()).hasSize(XmlStream.MOST_ELEMENTS - 1);
        assertThat(all.getLast().children().stream().mapToInt(c -> c.text().length()).sum())
                .isEqualTo(XmlStream.MOST_TEXT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "secret",
                "<r><secret></r>",
                "<r><b>secret",
                "<r><b>&secret;</b></r>",
                "<!DOCTYPE r [<!ENTITY secret 'x'>]><r><b>&secret;</b></r>",
                "<!DOCTYPE r [<!ENTITY secret SYSTEM 'file:///etc/hostname'>]><r><b>&secret;</b></r>",
            })
    void whatIsNotWellFormedIsSaidWithoutAWordOfIt(String text) {
        assertThatThrownBy(() -> all(open(text)))
                .isInstanceOf(ExportException.class)
                .hasMessageContaining("not well-formed XML at line 1")
                .hasMessageNotContaining("secret");
    }

    @Test
    void aByteThatIsNotOfTheEncodingIsTakenAsWindows1252() throws IOException {
        byte[] bytes = "<r><b>Jörg</b></r>".getBytes(StandardCharsets.ISO_8859_1);
        assertThat(all(XmlStream.open(new ByteArrayInputStream(bytes))))
                .extracting(XmlElement::text)
                .containsExactly("Jörg");
    }

    @Test
    void anUnknownEncodingIsSaid() {
        assertThatThrownBy(() -> open("<?xml version='1.0' encoding='secret'?><r/>"))
                .isInstanceOf(ExportException.class)
                .hasMessage("its XML is in an encoding that is not known");
    }

    @Test
    void aTagWithoutEndIsNotHeld() {
        assertThatThrownBy(() -> all(XmlStream.open(new Endless("<r><b a='"))))
                .isInstanceOf(ExportException.class)
                .hasMessageContaining("more than 16777216 bytes");
    }

    @Test
    void textWithoutEndIsPassedOverWithoutHoldingIt() {
        InputStream broken =
                new Endless("<r><b>") {
                    private long left = 200 << 20;

                    @Override
                    public int read(byte[] into, int offset, int length) throws IOException {
                        left -= length;
                        if (left < 0) {
                            throw new IOException("the disk is gone");
                        }
                        return super.read(into, offset, length);
                    }
                };
        assertThatThrownBy(() -> all(XmlStream.open(broken))).hasMessage("the disk is gone");
    }

    /** A beginning, and then one letter for ever. */
    private static class Endless extends InputStream {
        private final InputStream begin;

        Endless(String begin) {
            this.begin = new ByteArrayInputStream(begin.getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public int read() throws IOException {
            int next = begin.read();
            return next < 0 ? 'x' : next;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int count = begin.read(into, offset, length);
            if (count > 0) {
                return count;
            }
            Arrays.fill(into, offset, offset + length, (byte) 'x');
            return length;
        }
    }
}
