package org.kithway.identity.name;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

class PersonNameTest {
    static Stream<String[]> names() {
        return GoldenRows.of("person-names.tsv", 6);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("names")
    void aNameIsTakenApart(
            String language,
            String written,
            String given,
            String family,
            String nicknames,
            String generation) {
        PersonName name = PersonName.of(written);
        assertThat(String.join(" ", name.given())).isEqualTo(given);
        assertThat(String.join(" ", name.family())).isEqualTo(family);
        assertThat(String.join(" ", name.nicknames())).isEqualTo(nicknames);
        assertThat(name.generation()).isEqualTo(generation);
    }

    @Test
    void particlesAreKeptApart() {
        assertThat(PersonName.of("Dr. Jürgen von der Heide").particles())
                .containsExactly("von", "der");
    }

    @Test
    void theNameAtBirthIsKept() {
        assertThat(PersonName.of("Anna Schmidt (geb. Meier)").birth()).containsExactly("meier");
        assertThat(PersonName.of("Jane Smith née Miller").birth()).containsExactly("miller");
    }

    @Test
    void partsThatAreKnownStayApart() {
        PersonName name = PersonName.of("Anna Maria", "de la Cruz Lopez");
        assertThat(name.given()).containsExactly("anna", "maria");
        assertThat(name.family()).containsExactly("cruz", "lopez");
    }

    @Test
    void aHandleIsSplitAtSignsCapitalsAndAfterAGivenName() {
        String key = PersonName.of("Jane Doe").key();
        assertThat(PersonName.ofHandle("jane-doe-4711").key()).isEqualTo(key);
        assertThat(PersonName.ofHandle("JaneDoe").key()).isEqualTo(key);
        assertThat(PersonName.ofHandle("williammiller").key()).isEqualTo("miller william");
        assertThat(PersonName.ofHandle("@").isEmpty()).isTrue();
    }

    @Test
    void spellingsOfOneNameShareABlockingKey() {
        for (List<String> pair :
                List.of(
                        List.of("Bill Smith", "William Smith"),
                        List.of("Bill Smith", "Smith, W."),
                        List.of("Jürgen Müller", "Juergen Mueler"),
                        List.of("Сергей Иванов", "Ivanov Sergei"),
                        List.of("Anna Schmidt", "Anna Schmitt-Meier"),
                        List.of("王小明", "Xiaoming Wang"))) {
            assertThat(
                            Collections.disjoint(
                                    PersonName.of(pair.getFirst()).blockingKeys(),
                                    PersonName.of(pair.getLast()).blockingKeys()))
                    .as(pair.toString())
                    .isFalse();
        }
    }

    @Test
    void anotherNameSharesNoBlockingKey() {
        assertThat(PersonName.of("Jane Smith").blockingKeys())
                .doesNotContainAnyElementsOf(PersonName.of("Pedro Gomes").blockingKeys());
    }
}
