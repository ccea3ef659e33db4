package org.kithway.identity.name;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.stream.Stream;

class OrganizationNameTest {
    static Stream<String[]> pairs() {
        return GoldenRows.of("organization-pairs.tsv", 4);
    }

    @ParameterizedTest(name = "{0}: {1}, {2}")
    @MethodSource("pairs")
    void namesAgreeSoFar(String shown, String left, String right, String agreement) {
        assertThat(
                        OrganizationComparison.of(
                                        OrganizationName.of(left), OrganizationName.of(right))
                                .agreement())
                .isEqualTo(OrganizationAgreement.valueOf(agreement));
    }

    @Test
    void aNameIsTakenApart() {
        OrganizationName name = OrganizationName.of("ex-Alphabet Inc. (formerly Google)");
        assertThat(name.words()).containsExactly("alphabet");
        assertThat(name.legalForms()).containsExactly("inc");
        assertThat(name.aliases()).containsExactly(OrganizationName.of("Google"));
        assertThat(name.isFormer()).isTrue();
        assertThat(name.isPlaceholder()).isFalse();
    }

    @Test
    void theOwnerIsTold() {
        assertThat(OrganizationName.of("YouTube (Google)").related())
                .containsExactly(OrganizationName.of("Google"));
        assertThat(OrganizationName.of("Instagram, acquired by Facebook Inc.").related())
                .containsExactly(OrganizationName.of("Facebook Inc"));
    }

    @Test
    void spellingsThatDifferInLittleHaveOneKey() {
        assertThat(OrganizationName.of("The BMW Group").key())
                .isEqualTo(OrganizationName.of("BMW AG").key())
                .isEqualTo("bmw");
    }

    @Test
    void theReasonIsInWords() {
        assertThat(
                        OrganizationComparison.of(
                                        OrganizationName.of("IBM"),
                                        OrganizationName.of("International Business Machines"))
                                .reason())
                .isEqualTo("ibm are the initials of international business machines");
    }
}
