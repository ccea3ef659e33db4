package org.kithway.connector.facebook;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MojibakeTest {
    @Test
    void bytesThatPassForCharactersBecomeTheTextThatWasMeant() {
        assertThat(Mojibake.repaired("Tr\u00e1\u00ba\u00a7n")).isEqualTo("Trần");
        assertThat(Mojibake.repaired("\u00f0\u009f\u0091\u008d")).isEqualTo("👍");
    }

    @Test
    void aTextWithACharacterThatIsNoByteIsLeftAsItIs() {
        assertThat(Mojibake.repaired("\u201cCaf\u00c3\u00a9")).isEqualTo("\u201cCaf\u00c3\u00a9");
    }

    @Test
    void aTextWhoseBytesAreNotUtf8IsLeftAsItIs() {
        assertThat(Mojibake.repaired("Elleg\u00e5rd")).isEqualTo("Ellegård");
        assertThat(Mojibake.repaired("caf\u00c3")).isEqualTo("cafÃ");
    }
}
