package org.kithway.identity.name;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.stream.Stream;

class NameComparisonTest {
    static Stream<String[]> pairs() {
        return GoldenRows.of("name-pairs.tsv", 6);
    }

    @ParameterizedTest(name = "{0}: {1}, {2}")
    @MethodSource("pairs")
    void namesAgreeSoFar(
            String shown, String left, String right, String given, String middle, String family) {
        NameComparison comparison = compare(left, right);
        assertThat(comparison.given()).isEqualTo(NameAgreement.valueOf(given));
        assertThat(comparison.middle()).isEqualTo(NameAgreement.valueOf(middle));
        assertThat(comparison.family()).isEqualTo(NameAgreement.valueOf(family));
    }

    @Test
    void theReasonsAreInWords() {
        assertThat(compare("Bill Smith", "William Smith").reasons())
                .containsExactly("same family name Smith", "Bill is short for William");
        assertThat(compare("Guillermo Gomez", "J. Gomes").reasons())
                .containsExactly("Gomez is spelled almost like Gomes", "different given names");
        assertThat(compare("Schmidt Birgit", "Birgit Schmidt").reasons())
                .contains("in another order");
    }

    @Test
    void theWordsThatAgreeAreTold() {
        assertThat(compare("Bill Smith", "William Smith").matches())
                .contains(
                        new NameMatch("bill", "william", NameAgreement.VARIANT, false),
                        new NameMatch("smith", "smith", NameAgreement.EXACT, true));
    }

    @Test
    void fatherAndSonAreTwo() {
        assertThat(compare("John Smith Jr.", "John Smith Sr.").generation()).isFalse();
        assertThat(compare("John Smith Jr.", "John Smith").generation()).isTrue();
        assertThat(compare("Salman bin Omar al-Rawi", "Omar bin Salman al-Rawi").isLikely())
                .isFalse();
    }

    @Test
    void aContradictionMakesANameUnlikelyAndAnOmissionDoesNot() {
        assertThat(compare("Anna Maria Lopez Garcia", "Anna Garcia").isLikely()).isTrue();
        assertThat(compare("Anna Maria Lopez Garcia", "Anna Eva Lopez Garcia").isLikely())
                .isFalse();
        assertThat(compare("Smith", "John Smith").isLikely()).isFalse();
    }

    private static NameComparison compare(String left, String right) {
        return NameComparison.of(PersonName.of(left), PersonName.of(right));
    }
}
