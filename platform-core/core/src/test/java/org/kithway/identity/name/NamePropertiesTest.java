package org.kithway.identity.name;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** What holds of any names, shown on random ones made of awkward pieces. */
class NamePropertiesTest {
    private static final long SEED = 20_261_125;
    private static final List<String> PIECES =
            List.of(
                    "John",
                    "Bill",
                    "William",
                    "J.",
                    "J",
                    "Smith",
                    "Smyth",
                    "Müller",
                    "Mueller",
                    "Дмитрий",
                    "Иванов",
                    "محمد",
                    "بن",
                    "سلمان",
                    "דוד",
                    "王",
                    "小明",
                    "김민수",
                    "さくら",
                    "O'Brien",
                    "Mc",
                    "van",
                    "der",
                    "de",
                    "la",
                    "al-",
                    "bin",
                    "Abd",
                    "al",
                    "Rahman",
                    "Jr.",
                    "III",
                    "PhD",
                    "MA",
                    "(she/her)",
                    "\"Bob\"",
                    "(",
                    ")",
                    ",",
                    "|",
                    "-",
                    "'",
                    "🚀",
                    "👩‍💻",
                    "e\u0301",
                    "\u202e",
                    "\u200f",
                    "ß",
                    "ſ",
                    "İ",
                    "ﬁ",
                    "Ⅷ",
                    "72",
                    "@",
                    ".",
                    "née",
                    "y",
                    "Inc.",
                    "GmbH",
                    "&",
                    "ex-",
                    "formerly",
                    "Bank",
                    "of",
                    "\ud83d",
                    "नरेन्द्र",
                    "ー",
                    "々",
                    "·",
                    "/",
                    "Group",
                    "株式会社");

    @Test
    void comparisonsAreSymmetric() {
        forRandomPairs((a, b) -> {
            NameComparison one = NameComparison.of(PersonName.of(a), PersonName.of(b));
            NameComparison other = NameComparison.of(PersonName.of(b), PersonName.of(a));
            assertThat(one.given()).as("%s / %s", a, b).isEqualTo(other.given());
            assertThat(one.middle()).as("%s / %s", a, b).isEqualTo(other.middle());
            assertThat(one.family()).as("%s / %s", a, b).isEqualTo(other.family());
            assertThat(one.score()).as("%s / %s", a, b).isEqualTo(other.score());
            assertThat(OrganizationComparison.of(OrganizationName.of(a), OrganizationName.of(b)))
                    .as("%s / %s", a, b)
                    .isEqualTo(
                            OrganizationComparison.of(
                                    OrganizationName.of(b), OrganizationName.of(a)));
        });
    }

    @Test
    void scoresLieBetweenNothingAndAll() {
        forRandomPairs((a, b) ->
                assertThat(NameComparison.of(PersonName.of(a), PersonName.of(b)).score())
                        .as("%s / %s", a, b)
                        .isBetween(0.0, 1.0));
    }

    @Test
    void aNameAgreesWithItself() {
        forRandomPairs((a, _) -> {
            PersonName name = PersonName.of(a);
            assertThat(name).isEqualTo(PersonName.of(a));
            assertThat(NameComparison.of(name, name).family())
                    .as(a)
                    .isIn(NameAgreement.EXACT, NameAgreement.UNKNOWN);
            assertThat(NameComparison.of(name, name).given())
                    .as(a)
                    .isIn(NameAgreement.EXACT, NameAgreement.UNKNOWN);
        });
    }

    @Test
    void romanizationIsIdempotent() {
        forRandomPairs((a, _) -> {
            String once = Romanization.latin(a);
            assertThat(Romanization.latin(once)).as(a).isEqualTo(once);
        });
    }

    @Test
    void theOrderOfFirstAndLastDoesNotChangeTheKey() {
        for (String given : List.of("John", "Jürgen", "Birgit", "Ольга")) {
            for (String family : List.of("Smith", "Schmidt", "Иванова", "Nowak")) {
                assertThat(PersonName.of(given + " " + family).key())
                        .isEqualTo(PersonName.of(family + ", " + given).key())
                        .isEqualTo(PersonName.of(family + " " + given).key());
            }
        }
    }

    @Test
    void longNamesAreCutAndNeverFail() {
        for (String piece : PIECES) {
            for (String separator : List.of("", " ", "-", ".", ", ")) {
                String text = (piece + separator).repeat(10_000 / piece.length());
                PersonName name = PersonName.of(text);
                assertThat(name.given().size() + name.family().size()).isLessThanOrEqualTo(32);
                NameComparison.of(name, PersonName.of("John Smith"));
                assertThat(name.blockingKeys()).hasSizeLessThanOrEqualTo(64);
                assertThat(OrganizationName.of(text).words()).hasSizeLessThanOrEqualTo(32);
                Title.of(text);
                PersonName.ofHandle(text);
            }
        }
    }

    private interface Pair {
        void check(String left, String right);
    }

    private static void forRandomPairs(Pair pair) {
        Random random = new Random(SEED);
        for (int i = 0; i < 4_000; i++) {
            List<String> pieces = pieces(random);
            String left = String.join(random.nextInt(5) == 0 ? "" : " ", pieces);
            if (random.nextBoolean()) {
                Collections.shuffle(pieces, random);
                pieces.set(0, PIECES.get(random.nextInt(PIECES.size())));
            } else {
                pieces = pieces(random);
            }
            pair.check(left, String.join(" ", pieces));
        }
    }

    private static List<String> pieces(Random random) {
        List<String> pieces = new ArrayList<>();
        for (int n = 1 + random.nextInt(6); n > 0; n--) {
            pieces.add(PIECES.get(random.nextInt(PIECES.size())));
        }
        return pieces;
    }
}
