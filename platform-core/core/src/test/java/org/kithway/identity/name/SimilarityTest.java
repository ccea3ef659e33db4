package org.kithway.identity.name;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

import java.util.Random;

class SimilarityTest {
    /** From Winkler (1990) and Jaro (1989). */
    @Test
    void jaroWinklerIsAsPublished() {
        assertThat(Similarity.jaroWinkler("MARTHA", "MARHTA")).isCloseTo(0.9611, within(1e-4));
        assertThat(Similarity.jaroWinkler("DWAYNE", "DUANE")).isCloseTo(0.8400, within(1e-4));
        assertThat(Similarity.jaroWinkler("DIXON", "DICKSONX")).isCloseTo(0.8133, within(1e-4));
        assertThat(Similarity.jaroWinkler("", "")).isEqualTo(1);
        assertThat(Similarity.jaroWinkler("", "A")).isZero();
    }

    @Test
    void neighboursThatAreSwappedAreOneSlip() {
        assertThat(Similarity.distance("apple", "appel", 2)).isEqualTo(1);
        assertThat(Similarity.distance("kitten", "sitting", 3)).isEqualTo(3);
        assertThat(Similarity.distance("kitten", "sitting", 2)).isEqualTo(3);
    }

    @Test
    void theDistanceIsThatOfTheWholeTable() {
        long seed = 4;
        Random random = new Random(seed);
        for (int i = 0; i < 5_000; i++) {
            String a = word(random);
            String b = word(random);
            int most = 1 + random.nextInt(4);
            assertThat(Similarity.distance(a, b, most))
                    .as("%s %s %d, seed %d", a, b, most, seed)
                    .isEqualTo(Math.min(most + 1, wholeTable(a, b)));
        }
    }

    private static String word(Random random) {
        StringBuilder word = new StringBuilder();
        for (int n = random.nextInt(9); n > 0; n--) {
            word.append((char) ('a' + random.nextInt(3)));
        }
        return word.toString();
    }

    private static int wholeTable(String a, String b) {
        int[][] table = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    table[i][j] = i + j;
                    continue;
                }
                boolean same = a.charAt(i - 1) == b.charAt(j - 1);
                table[i][j] =
                        Math.min(
                                table[i - 1][j - 1] + (same ? 0 : 1),
                                1 + Math.min(table[i - 1][j], table[i][j - 1]));
                if (i > 1
                        && j > 1
                        && a.charAt(i - 1) == b.charAt(j - 2)
                        && a.charAt(i - 2) == b.charAt(j - 1)) {
                    table[i][j] = Math.min(table[i][j], table[i - 2][j - 2] + 1);
                }
            }
        }
        return table[a.length()][b.length()];
    }
}
