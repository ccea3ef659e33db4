package org.kithway.asking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.kithway.asking.AskingPlan.Choice;
import org.kithway.asking.AskingPlan.Hop;
import org.kithway.asking.AskingPlan.Step;
import org.kithway.model.PersonId;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

class AskingPlanTest {
    private static final Choice ANA_DEE = choice(1, "me-ana .8", "ana-dee .6", "dee-vip .7");
    private static final Choice BOB_EVE = choice(1, "me-bob .9", "bob-eve .7", "eve-vip .5");
    private static final Choice CY = choice(0.5, "me-cy .5", "cy-vip .6");
    private static final Choice BOB_DEE = choice(1, "me-bob .9", "bob-dee .4", "dee-vip .7");
    private static final Choice ANA = choice(1, "me-ana .8", "ana-vip .15");

    @Test
    void routesThatShareNothingAreAskedInTheOrderOfWeitzmansIndex() {
        AskingPlan plan = AskingPlan.of(List.of(ANA_DEE, BOB_EVE, CY), 10);

        assertThat(plan.steps()).extracting(Step::route).containsExactly(2, 0, 1);
        assertThat(plan.steps().get(0).index()).isCloseTo(8.333, within(5e-4));
        assertThat(plan.steps().get(1).index()).isCloseTo(7.024, within(5e-4));
        assertThat(plan.steps().get(2).index()).isCloseTo(6.825, within(5e-4));
    }

    @Test
    void aRouteThatIsNotWorthItsCostIsNotAsked() {
        AskingPlan plan = AskingPlan.of(List.of(choice(4, "me-a .3"), choice(1, "me-b .3")), 10);

        assertThat(plan.steps()).extracting(Step::route).containsExactly(1);
        assertThat(plan.value()).isCloseTo(2, within(1e-12));
    }

    @Test
    void hopsThatRoutesShareCountOnce() {
        List<Choice> all = List.of(ANA_DEE, BOB_EVE, CY, BOB_DEE, ANA);

        assertThat(AskingPlan.chanceOfAny(all)).isCloseTo(0.76910, within(5e-6));
        assertThat(1 - all.stream().mapToDouble(one -> 1 - one.chance()).reduce(1, (a, b) -> a * b))
                .isCloseTo(0.79042, within(5e-6));
    }

    @Test
    void theBestPairSharesNobody() {
        List<Choice> all = List.of(ANA_DEE, BOB_EVE, BOB_DEE, ANA);

        assertThat(AskingPlan.bestDisjointPair(all)).containsExactly(0, 1);
        assertThat(AskingPlan.chanceOfAny(List.of(ANA_DEE, BOB_EVE)))
                .isCloseTo(0.54516, within(5e-6));
    }

    @Test
    void theChanceSoFarEndsAtThatOfAll() {
        List<Choice> all = List.of(ANA_DEE, BOB_EVE, CY, BOB_DEE, ANA);
        AskingPlan plan = AskingPlan.of(all, 1_000);

        assertThat(plan.steps()).hasSize(5);
        assertThat(plan.steps().getLast().chanceSoFar()).isCloseTo(0.76910, within(5e-6));
        double none = 1;
        double days = 0;
        for (Step step : plan.steps()) {
            none *= 1 - step.chance();
            assertThat(step.chanceSoFar()).isCloseTo(1 - none, within(1e-9));
            assertThat(step.daysSoFar()).isGreaterThan(days);
            days = step.daysSoFar();
        }
    }

    @Test
    void noOrderOfAskingIsWorthMoreThanThePlan() {
        long seed = 20261125;
        Random random = new Random(seed);
        for (int round = 0; round < 400; round++) {
            List<Choice> choices = random(random, 1 + random.nextInt(5));
            assertThat(AskingPlan.of(choices, 10).value())
                    .as("seed %d, round %d", seed, round)
                    .isCloseTo(best(choices, new ArrayList<>()), within(1e-9));
        }
    }

    @Test
    void jointChancesAreThoseThatChanceShows() {
        long seed = 8;
        Random random = new Random(seed);
        for (int round = 0; round < 20; round++) {
            List<Choice> choices = random(random, 4);
            int hits = 0;
            for (int trial = 0; trial < 40_000; trial++) {
                hits += isOpen(choices, random) ? 1 : 0;
            }
            assertThat(AskingPlan.chanceOfAny(choices))
                    .as("seed %d, round %d", seed, round)
                    .isCloseTo(hits / 40_000.0, within(0.015));
        }
    }

    /** By trying each order and each place to stop. */
    private static double best(List<Choice> choices, List<Choice> tried) {
        double best = 0;
        double before = AskingPlan.chanceOfAny(tried);
        for (Choice choice : choices) {
            if (tried.stream().noneMatch(one -> one == choice) && before < 1) {
                List<Choice> also = new ArrayList<>(tried);
                also.add(choice);
                double chance = (AskingPlan.chanceOfAny(also) - before) / (1 - before);
                best =
                        Math.max(
                                best,
                                10 * chance - choice.cost() + (1 - chance) * best(choices, also));
            }
        }
        return best;
    }

    private static boolean isOpen(List<Choice> choices, Random random) {
        java.util.Map<String, Boolean> made = new java.util.HashMap<>();
        boolean any = false;
        for (Choice choice : choices) {
            boolean all = true;
            for (Hop hop : choice.hops()) {
                all &=
                        made.computeIfAbsent(
                                hop.from() + ">" + hop.to(),
                                key -> random.nextDouble() < hop.chance());
            }
            any |= all;
        }
        return any;
    }

    /** Routes over two of three first and two of three second contacts, so that many share hops. */
    private static List<Choice> random(Random random, int count) {
        double[] chances = random.doubles(15, 0.05, 0.95).toArray();
        List<Choice> choices = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int first = random.nextInt(3);
            int second = random.nextInt(3);
            choices.add(
                    new Choice(
                            List.of(
                                    hop("me", "a" + first, chances[first]),
                                    hop("a" + first, "b" + second, chances[3 + 3 * first + second]),
                                    hop("b" + second, "vip", chances[12 + second])),
                            0.1 + 2 * random.nextDouble()));
        }
        return choices;
    }

    private static Choice choice(double cost, String... hops) {
        List<Hop> all = new ArrayList<>();
        for (String hop : hops) {
            String[] parts = hop.split("[- ]");
            all.add(hop(parts[0], parts[1], Double.parseDouble("0" + parts[2])));
        }
        return new Choice(all, cost);
    }

    private static Hop hop(String from, String to, double chance) {
        return new Hop(new PersonId("per_" + from), new PersonId("per_" + to), chance);
    }
}
