package org.kithway.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.Random;

/** What holds of the parser for every text; the texts come of a seed that failures name. */
class QueryPropertiesTest {
    private static final long SEED = 20_261_124;
    private static final int ROUNDS = 200_000;

    /** Pieces from which both sense and nonsense can be put together. */
    private static final String[] PIECES = {
        "java",
        "berlin",
        "Å",
        "東京",
        "C++",
        ".NET",
        "AND",
        "OR",
        "NOT",
        "and",
        "-",
        "--",
        "(",
        ")",
        "\"",
        "“",
        "»",
        ":",
        "\\",
        " ",
        " ",
        " ",
        "\t",
        "\u00a0",
        "\n",
        "*",
        "?",
        "~",
        "^",
        "[",
        "]",
        "/",
        "//",
        "name",
        "company:",
        "title:",
        "since:",
        "knownby:",
        "nothing:",
        "2015",
        "2015..2020",
        ">",
        ">=2015",
        "..",
        "😀",
        "\ud83d",
        "\ude00",
        "\u0000",
        "\u200d",
        "'",
        "&",
        "&&",
        "||",
        "!",
        "{",
        "a",
    };

    @Test
    void everyTextIsReadOrRefusedWithAPlaceInIt() {
        Random random = new Random(SEED);
        for (int round = 0; round < ROUNDS; round++) {
            String text = text(random);
            try {
                assertThat(QueryParser.parse(text)).isNotNull();
            } catch (QueryException e) {
                assertThat(e.position())
                        .as("seed %d round %d: %s", SEED, round, text)
                        .isBetween(0, text.length());
            } catch (RuntimeException e) {
                throw new AssertionError("seed " + SEED + " round " + round + ": " + text, e);
            }
        }
    }

    @Test
    void aPrintedQueryReadsAsTheSameQuery() {
        Random random = new Random(SEED + 1);
        int read = 0;
        for (int round = 0; round < ROUNDS; round++) {
            String text = text(random);
            Query query;
            try {
                query = QueryParser.parse(text);
            } catch (QueryException e) {
                continue;
            }
            read++;
            assertThat(QueryParser.parse(QueryPrinter.print(query)))
                    .as("seed %d round %d: %s", SEED + 1, round, text)
                    .isEqualTo(query);
        }
        assertThat(read).as("texts that could be read").isGreaterThan(ROUNDS / 20);
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        int pieces = random.nextInt(1, random.nextInt(10) == 0 ? 120 : 12);
        for (int i = 0; i < pieces; i++) {
            text.append(PIECES[random.nextInt(PIECES.length)]);
            if (random.nextBoolean()) {
                text.append(' ');
            }
        }
        return text.toString();
    }
}
