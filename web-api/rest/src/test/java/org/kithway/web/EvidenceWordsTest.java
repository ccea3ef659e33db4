package org.kithway.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kithway.expertise.ExpertRanking;
import org.kithway.search.EvidenceDocument;

/** Evidence in words. */
class EvidenceWordsTest {
    private static final String FILLER = "word ".repeat(200);

    @Test
    void aShortTextIsShownWhole() {
        assertThat(EvidenceWords.excerpt("  Baker\n at  Crumb ", "bread"))
                .isEqualTo("Baker at Crumb");
    }

    @Test
    void aLongTextIsCutToWhereItSpeaksOfTheTopic() {
        String excerpt =
                EvidenceWords.excerpt(FILLER + "about Sourdough here " + FILLER, "sourdough");

        assertThat(excerpt).startsWith("… ").endsWith(" …").contains("about Sourdough here");
        assertThat(excerpt.length()).isLessThanOrEqualTo(EvidenceWords.LONGEST + 4);
    }

    @Test
    void aLongTextWithoutTheWordBeginsAtItsBeginning() {
        assertThat(EvidenceWords.excerpt("First " + FILLER, "")).startsWith("First word");
    }

    @Test
    void noCharacterIsCutInTwo() {
        String excerpt = EvidenceWords.excerpt("😀".repeat(400), "nothing");

        assertThat(excerpt.codePoints().noneMatch(c -> c >= 0xD800 && c <= 0xDFFF)).isTrue();
    }

    @ParameterizedTest
    @EnumSource(EvidenceDocument.Kind.class)
    void everyKindOfEvidenceIsRanked(EvidenceDocument.Kind kind) {
        assertThat(ExpertRanking.Kind.valueOf(kind.name()).weight()).isPositive();
    }
}
