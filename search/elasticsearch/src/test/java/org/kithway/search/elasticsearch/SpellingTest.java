package org.kithway.search.elasticsearch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpellingTest {
    @ParameterizedTest
    @CsvSource({
        "Café  Noir,cafe noir",
        "STRASSE,strasse",
        "Straße,strasse",
        "Łódź,lodz",
        "Ærø,aero",
        "ＡＢＣ,abc",
        "C++,c++",
        "東京,東京",
    })
    void keysHaveNeitherCaseNorDiacritics(String value, String key) {
        assertThat(Spelling.key(value)).isEqualTo(key);
    }

    @Test
    void aLabelHasTheKeyOfItsValueHoweverLong() {
        String value = "É 😀".repeat(200);

        assertThat(Spelling.label(value)).hasSizeLessThanOrEqualTo(Spelling.LONGEST);
        assertThat(Spelling.key(Spelling.label(value))).isEqualTo(Spelling.key(value));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"C++", "C#", "F#", ".NET", "C", "R", "lead C++ developer", "(C)", "C, R"})
    void wordsThatLiveByTheirSignsAreSymbolic(String text) {
        assertThat(Spelling.isSymbolic(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"node.js", "engineer", "O'Neil", "R&D", "end.", "東", "e-mail"})
    void otherWordsAreNot(String text) {
        assertThat(Spelling.isSymbolic(text)).isFalse();
    }
}
