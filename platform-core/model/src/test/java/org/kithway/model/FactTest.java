package org.kithway.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kithway.model.Fact.Connected;
import org.kithway.model.Fact.Described;
import org.kithway.model.Fact.Follows;
import org.kithway.model.Fact.Invited;
import org.kithway.model.Fact.Position;
import org.kithway.model.Fact.Recommended;
import org.kithway.model.Fact.SameAs;
import org.kithway.model.Fact.Skill;
import org.kithway.model.Fact.Trait;

import java.nio.charset.StandardCharsets;
import java.time.Instant;

class FactTest {
    private static final AccountId A = AccountId.of(new Site("site"), "a");
    private static final AccountId B = AccountId.named(new Site("another"), "b");

    @Test
    void whatHoldsBothWaysIsOneFactFromEitherEnd() {
        PartialDate since = PartialDate.of(2019);
        assertThat(new Connected(A, B, since)).isEqualTo(new Connected(B, A, since));
        assertThat(new SameAs(A, B)).isEqualTo(new SameAs(B, A));
        assertThat(FactFields.canonical(new Connected(A, B, since)))
                .isEqualTo(FactFields.canonical(new Connected(B, A, since)));
    }

    @Test
    void whatHasADirectionKeepsIt() {
        assertThat(new Follows(A, B, null)).isNotEqualTo(new Follows(B, A, null));
        assertThat(new Invited(A, B, null)).isNotEqualTo(new Invited(B, A, null));
    }

    @Test
    void nobodyIsTiedToThemselves() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Connected(A, A, null));
        assertThatIllegalArgumentException().isThrownBy(() -> new SameAs(A, A));
        assertThatIllegalArgumentException().isThrownBy(() -> new Follows(A, A, null));
    }

    @Test
    void textsAreTrimmedAndNeverBlank() {
        assertThat(new Skill(A, " \u2003Java\n").skill()).isEqualTo("Java");
        assertThatIllegalArgumentException().isThrownBy(() -> new Skill(A, " \u2003\n"));
        assertThat(new Recommended(A, B, "  ", null).text()).isNull();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Position(A, " ", "\t", "text", null, null, null, null));
    }

    @Test
    void longTextsAreCutBetweenCharacters() {
        String text = "x".repeat(Fact.LONGEST_TEXT - 1) + "😀😀";
        assertThat(Fact.clip(text)).isEqualTo("x".repeat(Fact.LONGEST_TEXT - 1));
        assertThat(Fact.clip("y" + text.substring(1)).length()).isLessThan(Fact.LONGEST_TEXT);
        assertThat(Fact.clip(Fact.clip(text))).isEqualTo(Fact.clip(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\ud83d", "\ude00b", "a\ude00\ud83db", "\ud83d\ud83d\ude00"})
    void halvesOfCharactersAreReplacedSoThatTheTextCanBeWritten(String text) {
        String kept = new Described(A, Trait.NAME, text).text();
        byte[] written = kept.getBytes(StandardCharsets.UTF_8);
        assertThat(new String(written, StandardCharsets.UTF_8)).isEqualTo(kept);
        assertThat(kept).contains("\ufffd");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0000-12-31T23:59:59Z", "+10000-01-01T00:00:00Z"})
    void timesThatNoStoreHoldsAreRefused(String time) {
        Instant at = Instant.parse(time);
        assertThatIllegalArgumentException().isThrownBy(() -> new Invited(A, B, at));
        assertThatIllegalArgumentException().isThrownBy(() -> new Fact.Messaged(A, B, at, 2, 0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0001-01-01T00:00:00Z", "9999-12-31T23:59:59.999999999Z"})
    void theFirstAndTheLastTimeAreKept(String time) {
        Invited fact = new Invited(A, B, Instant.parse(time));
        assertThat(FactFields.read(FactFields.of(fact))).isEqualTo(fact);
    }
}
