package org.kithway.connector.facebook;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.ArrayList;
import java.util.List;

class SentencesTest {
    private final People people = new People();

    @BeforeEach
    void know() {
        people.isOwner("Ana Fictiva");
        for (String name : List.of("Bo Beispiel", "Bo", "Bo Beispiel Jensen", "Lars Jens")) {
            people.account(name, new ArrayList<>());
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Ana Fictiva commented on Bo Beispiel's post. | Bo Beispiel",
                "Ana Fictiva commented on Bo Beispiel Jensen's post. | Bo Beispiel Jensen",
                "Ana Fictiva synes godt om Bo Beispiels slå op på sin egen tidslinje. | Bo Beispiel",
                "Ana Fictiva har kommenteret Lars Jens' billede. | Lars Jens",
                "Ana Fictiva hat Bos Beitrag kommentiert. | Bo",
                "Ana Fictiva likes Una Known's photo. | Una Known",
                "Ana Fictiva har kommenteret Morten Ubekendts opslag. | Morten Ubekendt"
            })
    void theOtherIsFoundInASentence(String sentence, String expected) {
        assertThat(Sentences.person(sentence, people)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "Ana Fictiva commented on a post.",
        "Ana Fictiva commented on a friend's post.",
        "Ana Fictiva commented on her own photo.",
        "Ana Fictiva synes godt om sit eget link.",
        "Ana Fictiva har kommenteret et opslag.",
        "Ana Fictiva likes Ana Fictiva's photo.",
        "Ana Fictiva visited Bornholm."
    })
    void aSentenceThatNamesNobodyElseNamesNobody(String sentence) {
        assertThat(Sentences.person(sentence, people)).isNull();
    }

    @Test
    void theGroupIsFoundInASentence() {
        assertThat(Sentences.group("You became a member of Water Engineers."))
                .isEqualTo("Water Engineers");
        assertThat(Sentences.group("Du blev medlem af Roklubben.")).isEqualTo("Roklubben");
        assertThat(Sentences.group("You left Water Engineers.")).isNull();
    }
}
