package org.kithway.strength;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.kithway.model.AccountId;
import org.kithway.model.Fact;
import org.kithway.model.PartialDate;
import org.kithway.model.Site;
import org.kithway.model.TieEvidence;
import org.kithway.statistics.Estimate;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

class TieStrengthTest {
    private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");
    private static final Site SITE = new Site("linkedin");
    private static final AccountId ANN = AccountId.of(SITE, "ann");
    private static final AccountId BEN = AccountId.of(SITE, "ben");

    @Test
    void interactionsRankIsTheOneThatRothAndOthersDefine() {
        TieEvidence tie = tally(sent(10), sent(100), sent(400), received(5), received(95));

        assertThat(TieStrength.interactionsRank(tie, NOW)).isCloseTo(3.59545, within(5e-6));
    }

    @Test
    void aMessageAmongManyCountsAsOneSharedByAll() {
        TieEvidence alone = tally(new Fact.Messaged(ANN, BEN, NOW, 2, 0));
        TieEvidence among = tally(new Fact.Messaged(ANN, BEN, NOW, 6, 0));

        assertThat(among.out().weight()).isCloseTo(alone.out().weight() / 5, within(1e-9));
    }

    @Test
    void whatBothSidesSayCountsOnce() {
        AccountId member = AccountId.parse("kithway:mem_a");
        TieTally tally = new TieTally();
        tally.add(new Fact.Messaged(ANN, BEN, NOW, 2, 0), true);
        tally.add(new Fact.Messaged(member, BEN, NOW, 2, 0), true);

        assertThat(tally.evidence().out().messages()).isEqualTo(1);
        assertThat(tally.evidence().sites()).containsExactly(SITE);
    }

    @Test
    void theOrderOfFactsDoesNotMatter() {
        List<Fact> facts = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            facts.add(i % 3 == 0 ? sent(i) : received(i));
        }
        facts.add(new Fact.Connected(ANN, BEN, PartialDate.of(2019)));
        facts.add(new Fact.Endorsed(BEN, ANN, "sql", NOW));
        TieEvidence once = tally(facts.toArray(Fact[]::new));
        Collections.shuffle(facts, new Random(7));

        assertThat(tally(facts.toArray(Fact[]::new))).isEqualTo(once);
    }

    @Test
    void oneWayTrafficIsWeakerThanAnAnsweredMessage() {
        assertThat(probability(sent(5), sent(6), sent(7)))
                .isLessThan(probability(sent(5), received(6)));
    }

    @Test
    void aRecentTieIsStrongerThanADormantOne() {
        assertThat(probability(connected(), sent(5), received(6)))
                .isGreaterThan(probability(connected(), sent(1500), received(1501)));
    }

    @Test
    void aRecommendationStrengthens() {
        assertThat(probability(connected(), new Fact.Recommended(BEN, ANN, null, NOW)))
                .isGreaterThan(probability(connected()));
    }

    @Test
    void anEntryInAnAddressBookIsMoreThanNothingAndLessThanAConfirmation() {
        double kept = probability(new Fact.Keeps(ANN, BEN));

        assertThat(kept)
                .isGreaterThan(probability(new Fact.Follows(ANN, BEN, null)))
                .isLessThan(probability(new Fact.Keeps(BEN, ANN)))
                .isLessThan(probability(connected()) / 2);
    }

    @Test
    void twoWhoKeepEachOtherKnowEachOther() {
        assertThat(probability(new Fact.Keeps(ANN, BEN), new Fact.Keeps(BEN, ANN)))
                .isGreaterThan(probability(connected()) * 0.9);
    }

    @Test
    void probabilitiesStayWithinTheirBounds() {
        List<Fact> all = new ArrayList<>(List.of(connected()));
        for (int day = 0; day < 2000; day++) {
            all.add(sent(day));
            all.add(received(day));
            all.add(new Fact.Endorsed(BEN, ANN, "skill " + day, NOW));
        }

        assertThat(probability(all.toArray(Fact[]::new))).isBetween(0.9, 0.98);
        assertThat(probability(new Fact.Invited(ANN, BEN, NOW))).isBetween(0.01, 0.1);
    }

    @Test
    void trafficOneWayLeavesOpenWhetherTheyKnowEachOther() {
        TieStrength strength = new TieStrength(StrengthModel.START, NOW);
        TieQualities oneWay = strength.of(tally(sent(5), sent(6)), 0);
        TieQualities answered = strength.of(tally(sent(5), received(6)), 0);

        assertThat(oneWay.known()).isFalse();
        assertThat(answered.known()).isTrue();
        assertThat(oneWay.validity().value()).isLessThan(answered.validity().value());
        assertThat(width(oneWay.strength()) / oneWay.strength().value())
                .isGreaterThan(width(answered.strength()) / answered.strength().value());
    }

    @Test
    void aSecondSiteStrengthensButTellsLessThanTheFirst() {
        TieEvidence first = tally(connected());
        AccountId annAtPals = AccountId.of(new Site("pals"), "a");
        TieTally both = new TieTally();
        both.add(connected(), true);
        both.add(
                new Fact.Connected(
                        annAtPals, AccountId.of(new Site("pals"), "b"), PartialDate.of(2020)),
                true);
        TieStrength strength = new TieStrength(StrengthModel.START, NOW);
        double one = strength.of(first, 0).strength().value();
        double two = strength.of(both.evidence(), 0).strength().value();

        assertThat(two).isGreaterThan(one).isLessThan(1 - (1 - one) * (1 - one));
    }

    @Test
    void commonContactsAndTimeSpentTogetherStrengthen() {
        TieStrength strength = new TieStrength(StrengthModel.START, NOW);
        TieEvidence apart = tally(connected());
        TieEvidence together = new TieEvidence(apart.bySite(), 24);

        assertThat(strength.chance(apart, 20)).isGreaterThan(strength.chance(apart, 0));
        assertThat(strength.chance(together, 0)).isGreaterThan(strength.chance(apart, 0));
    }

    @Test
    void theChanceIsThatOfAllThatCanBeSaid() {
        TieStrength strength = new TieStrength(StrengthModel.START, NOW);
        for (TieEvidence tie :
                List.of(tally(sent(3)), tally(connected()), tally(sent(2), received(1)))) {
            assertThat(strength.of(tie, 7).chance().value())
                    .isCloseTo(strength.chance(tie, 7), within(1e-12));
        }
    }

    private static double width(Estimate estimate) {
        return estimate.high() - estimate.low();
    }

    private static double probability(Fact... facts) {
        return new TieStrength(StrengthModel.START, NOW).chance(tally(facts), 0);
    }

    private static TieEvidence tally(Fact... facts) {
        TieTally tally = new TieTally();
        for (Fact fact : facts) {
            tally.add(fact, fact.subject().equals(ANN));
        }
        return tally.evidence();
    }

    private static Fact connected() {
        return new Fact.Connected(ANN, BEN, PartialDate.of(2020));
    }

    private static Fact sent(int daysAgo) {
        return new Fact.Messaged(ANN, BEN, NOW.minus(Duration.ofDays(daysAgo)), 2, 0);
    }

    private static Fact received(int daysAgo) {
        return new Fact.Messaged(BEN, ANN, NOW.minus(Duration.ofDays(daysAgo)), 2, 0);
    }
}
