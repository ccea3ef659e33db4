package org.kithway.strength;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.kithway.model.AccountId;
import org.kithway.model.Fact;
import org.kithway.model.PartialDate;
import org.kithway.model.Site;

import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;

class OverlapTest {
    private static final YearMonth NOW = YearMonth.of(2026, 6);
    private static final AccountId ANN = AccountId.of(new Site("linkedin"), "ann");
    private static final long SMALL = 20;

    @Test
    void whoWorkedAtOneOrganizationInTheSameYearsMayKnowEachOther() {
        List<Overlap> overlaps =
                between(
                        List.of(work("Tidewater Works", "2015-03", "2018-08")),
                        List.of(work("tidewater works", "2017", "2020")));

        assertThat(overlaps)
                .containsExactly(new Overlap(stay("tidewater works", "2017-01", "2018-08"), SMALL));
        assertThat(overlaps.getFirst().probability()).isBetween(0.3, 0.5);
    }

    @Test
    void whoWorkedThereOneAfterTheOtherDidNotMeet() {
        assertThat(
                        between(
                                List.of(work("Works", "2015-03", "2018-08")),
                                List.of(work("Works", "2018-09", "2020"))))
                .isEmpty();
    }

    @Test
    void oneWhoLearnedWhereTheOtherWorksDidNotMeetThem() {
        assertThat(
                        between(
                                List.of(work("College", "2010", "2020")),
                                List.of(
                                        new Fact.Education(
                                                ANN,
                                                "College",
                                                null,
                                                null,
                                                date("2012"),
                                                date("2014")))))
                .isEmpty();
    }

    @Test
    void workThatGoesOnLastsUntilNow() {
        assertThat(
                        between(
                                List.of(work("Works", "2024-01", null)),
                                List.of(work("Works", "2025-07", null))))
                .containsExactly(new Overlap(stay("works", "2025-07", "2026-06"), SMALL));
    }

    @Test
    void aPresentPositionOfUnknownBeginCountsForItsMonthAlone() {
        Fact present =
                new Fact.Position(ANN, "Works", null, null, null, null, null, date("2025-03-04"));

        assertThat(between(List.of(present), List.of(work("Works", "2020", null))))
                .containsExactly(new Overlap(stay("works", "2025-03", "2025-03"), SMALL));
    }

    @Test
    void whereDatesOrNamesSayNothingNothingIsPredicted() {
        assertThat(Stay.of(work("Works", null, "2020"), OverlapTest::spelled, NOW)).isNull();
        assertThat(Stay.of(work("Self-employed", "2015", "2020"), OverlapTest::spelled, NOW))
                .isNull();
        assertThat(Stay.of(work("Works", "2021", "2020"), OverlapTest::spelled, NOW)).isNull();
        assertThat(Stay.of(new Fact.Skill(ANN, "sql"), OverlapTest::spelled, NOW)).isNull();
        assertThat(Stay.of(work("Works", "2027", null), OverlapTest::spelled, NOW)).isNull();
    }

    @Test
    void severalPositionsAtOnePlaceAreOneOverlap() {
        assertThat(
                        between(
                                List.of(
                                        work("Works", "2010-01", "2012-12"),
                                        work("Works", "2014-01", "2014-06")),
                                List.of(work("Works", "2009", "2020"))))
                .containsExactly(new Overlap(stay("works", "2010-01", "2012-12"), SMALL));
    }

    @Test
    void aLargerOrganizationDilutes() {
        Stay stay = stay("works", "2010-01", "2010-12");
        double small = new Overlap(stay, 100).probability();

        assertThat(small).isCloseTo(0.25, within(1e-9));
        assertThat(new Overlap(stay, 1_501).probability()).isCloseTo(small / 10, within(1e-9));
        assertThat(new Overlap(stay, 0).probability()).isEqualTo(small);
    }

    @Test
    void longerTogetherIsMoreLikely() {
        assertThat(new Overlap(stay("works", "2010-01", "2019-12"), 10).probability())
                .isGreaterThan(new Overlap(stay("works", "2010-01", "2010-03"), 10).probability());
    }

    @Test
    void severalPlacesAddUpAndStayBelowWhatIsConfirmed() {
        Overlap one = new Overlap(stay("works", "2010-01", "2010-06"), 10);
        Overlap other = new Overlap(stay("mills", "2015-01", "2030-06"), 10);

        assertThat(Overlap.probability(List.of())).isZero();
        assertThat(Overlap.probability(List.of(one, other)))
                .isGreaterThan(one.probability())
                .isLessThanOrEqualTo(Overlap.MOST);
    }

    @Test
    void itDoesNotMatterWhoIsFirst() {
        List<Fact> ann = List.of(work("Works", "2010", "2014"), work("Mills", "2015", null));
        List<Fact> ben = List.of(work("Mills", "2012", "2016"), work("Works", "2013", "2015"));

        assertThat(between(ann, ben)).isEqualTo(between(ben, ann)).hasSize(2);
    }

    private static List<Overlap> between(List<? extends Fact> one, List<? extends Fact> other) {
        return Overlap.between(stays(one), stays(other), stay -> SMALL);
    }

    private static List<Stay> stays(List<? extends Fact> facts) {
        return facts.stream()
                .flatMap(fact -> Stream.ofNullable(Stay.of(fact, OverlapTest::spelled, NOW)))
                .filter(Objects::nonNull)
                .toList();
    }

    private static String spelled(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.equals("self-employed") ? "" : lower;
    }

    private static Stay stay(String place, String from, String to) {
        return new Stay(Stay.Kind.WORK, place, YearMonth.parse(from), YearMonth.parse(to));
    }

    private static Fact work(String organization, @Nullable String from, @Nullable String to) {
        return new Fact.Position(
                ANN,
                organization,
                null,
                null,
                null,
                from == null ? null : date(from),
                to == null ? null : date(to),
                null);
    }

    private static PartialDate date(String text) {
        return PartialDate.parse(text);
    }
}
