package org.kithway.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kithway.search.Query.And;
import org.kithway.search.Query.In;
import org.kithway.search.Query.Not;
import org.kithway.search.Query.Or;
import org.kithway.search.Query.Phrase;
import org.kithway.search.Query.Word;

import java.util.List;

class QueryParserTest {
    @Test
    void wordsSideBySideMustAllMatch() {
        assertThat(QueryParser.parse("java  berlin")).isEqualTo(and(word("java"), word("berlin")));
    }

    @Test
    void andBindsMoreTightlyThanOr() {
        assertThat(QueryParser.parse("a b OR c AND d"))
                .isEqualTo(or(and(word("a"), word("b")), and(word("c"), word("d"))));
    }

    @Test
    void parenthesesGroup() {
        assertThat(QueryParser.parse("a (b OR c)"))
                .isEqualTo(and(word("a"), or(word("b"), word("c"))));
    }

    @Test
    void groupsOfTheSameKindAreOneGroup() {
        assertThat(QueryParser.parse("(a b) AND (c (d))"))
                .isEqualTo(and(word("a"), word("b"), word("c"), word("d")));
    }

    @Test
    void aDashAndTheWordNotExclude() {
        assertThat(QueryParser.parse("java -php NOT (perl OR \"visual basic\")"))
                .isEqualTo(
                        and(
                                word("java"),
                                new Not(word("php")),
                                new Not(or(word("perl"), new Phrase("visual basic")))));
    }

    @Test
    void excludingTwiceIsAsking() {
        assertThat(QueryParser.parse("NOT -java")).isEqualTo(word("java"));
    }

    @Test
    void aDashInsideAWordBelongsToIt() {
        assertThat(QueryParser.parse("e-mail")).isEqualTo(word("e-mail"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"company:acme", "COMPANY:acme", "company: acme"})
    void aFieldTakesAWord(String text) {
        assertThat(QueryParser.parse(text)).isEqualTo(new In(Field.COMPANY, "acme", false));
    }

    @Test
    void aFieldTakesAPhrase() {
        assertThat(QueryParser.parse("title:\"data  engineer\""))
                .isEqualTo(new In(Field.TITLE, "data engineer", true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2015", "2015..2020", "2015..", "..2020", ">2015", "<=2015"})
    void sinceTakesYears(String years) {
        assertThat(QueryParser.parse("since:" + years))
                .isEqualTo(new In(Field.SINCE, years, false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"“data engineer”", "„data engineer“", "«data engineer»"})
    void anyQuotationMarksMakeAPhrase(String text) {
        assertThat(QueryParser.parse(text)).isEqualTo(new Phrase("data engineer"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"jav*", "j?va", "C++", ".NET", "R&D", "10:30", "http://example.org/x"})
    void charactersWithoutAMeaningStandForThemselves(String text) {
        assertThat(QueryParser.parse(text)).isEqualTo(word(text));
    }

    @Test
    void aLoneStarAsksForEverybody() {
        assertThat(QueryParser.parse(" * ")).isEqualTo(new Query.All());
    }

    @Test
    void aBackslashTakesTheMeaningAway() {
        assertThat(QueryParser.parse("\\OR \\-x a\\:b \\\"q"))
                .isEqualTo(and(word("OR"), word("-x"), word("a:b"), word("\"q")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "AND java",
                "java OR",
                "OR java AND",
                "java NOT",
                "java -",
                "java & -",
                "java ***",
                "(OR java)",
                "java \"\"",
                "java NOT -",
                "- java"
            })
    void whatCannotBeAppliedIsOverlooked(String text) {
        assertThat(QueryParser.parse(text)).isEqualTo(word("java"));
    }

    @Test
    void aPhraseThatIsNeverClosedGoesToTheEnd() {
        assertThat(QueryParser.parse("a \"b c")).isEqualTo(and(word("a"), new Phrase("b c")));
    }

    @Test
    void lowerCaseOperatorsAreWords() {
        assertThat(QueryParser.parse("rock and roll"))
                .isEqualTo(and(word("rock"), word("and"), word("roll")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\u0001',
            value = {
                "''|0|type a word",
                "java (sql|5|never closed",
                "java) sql|4|closes nothing",
                "java ()|5|nothing in these parentheses",
                "AND OR|0|type a word",
                "java firm:acme|5|name, headline, company",
                "company:|8|needs a word",
                "company:(a OR b)|8|two words",
                "since:soon|6|2015..2020",
                "since:2020..2015|6|>2015",
            })
    void whatCannotBeReadIsRefusedWithItsPlaceAndTheRemedy(
            String text, int position, String remedy) {
        QueryException refusal = refusal(text.equals("''") ? "" : text);

        assertThat(refusal).hasMessageContaining(remedy);
        assertThat(refusal.position()).isEqualTo(position);
    }

    @Test
    void aQueryMayBeAsLongAsTheLimitAndNoLonger() {
        assertThat(QueryParser.parse("a".repeat(QueryParser.LONGEST))).isNotNull();
        assertThat(refusal("a".repeat(QueryParser.LONGEST + 1))).hasMessageContaining("2000");
    }

    @Test
    void aQueryMayHaveAsManyTermsAsTheLimitAndNoMore() {
        assertThat(QueryParser.parse("a ".repeat(QueryParser.MOST_TERMS))).isNotNull();
        assertThat(refusal("a ".repeat(QueryParser.MOST_TERMS + 1)).position()).isEqualTo(512);
    }

    @Test
    void aQueryMayBeAsDeepAsTheLimitAndNoDeeper() {
        int deepest = QueryParser.DEEPEST;
        assertThat(QueryParser.parse("(".repeat(deepest) + "a" + ")".repeat(deepest)))
                .isEqualTo(word("a"));
        assertThat(refusal("(".repeat(deepest + 1) + "a").position()).isEqualTo(deepest);
    }

    @Test
    void aLongRowOfExclusionsNeedsNoStack() {
        assertThat(QueryParser.parse("-".repeat(1_998) + "a")).isEqualTo(word("a"));
    }

    private static QueryException refusal(String text) {
        QueryException refusal =
                catchThrowableOfType(QueryException.class, () -> QueryParser.parse(text));
        assertThat(refusal).as("refusal of %s", text).isNotNull();
        return refusal;
    }

    private static Word word(String text) {
        return new Word(text);
    }

    private static And and(Query... parts) {
        return new And(List.of(parts));
    }

    private static Or or(Query... parts) {
        return new Or(List.of(parts));
    }
}
