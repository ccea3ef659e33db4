package org.kithway.strength;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.kithway.model.PersonId;
import org.kithway.model.Site;
import org.kithway.model.TieEvidence;
import org.kithway.model.TieEvidence.Direction;
import org.kithway.strength.StrengthModel.Label;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** On simulated members whose habits of answering are known. */
class StrengthModelTest {
    private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");
    private static final TieStrength START = new TieStrength(StrengthModel.START, NOW);

    @Test
    void nothingToldChangesNothing() {
        assertThat(StrengthModel.START.fitted(List.of())).isSameAs(StrengthModel.START);
    }

    @Test
    void rangesOfEightyPercentHoldFourInFiveExpectations() {
        Calibration calibration =
                Calibration.crossed(StrengthModel.START, expectations(800, 0.7, 11), 10);

        assertThat(calibration.covered()).isBetween(0.75, 0.85);
    }

    @Test
    void chancesComeTrueAsOftenAsTheySayOnceAnswersWereSeen() {
        List<Label> answers = answers(3_000, 1.2, 12);
        Calibration before =
                Calibration.of(
                        answers.stream()
                                .map(label ->
                                        new Calibration.Pair(
                                                StrengthModel.START.estimate(label.features(), 0),
                                                label.answer()))
                                .toList());
        Calibration after = Calibration.crossed(StrengthModel.START, answers, 10);

        assertThat(after.expectedError()).isLessThanOrEqualTo(0.05);
        assertThat(after.brier()).isLessThan(before.brier());
        assertThat(after.count()).isEqualTo(answers.size());
        assertThat(after.table().stream().mapToInt(Calibration.Row::count).sum())
                .isEqualTo(answers.size());
    }

    @Test
    void whatMembersSayMovesWhatIsExpectedOfTiesLikeTheirs() {
        double[] features = START.features(tie(5, 4, 30), 3);
        List<Label> never = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            never.add(new Label(rater(i % 4), features, 0.05));
        }
        StrengthModel fitted = StrengthModel.START.fitted(never);

        assertThat(fitted.chance(features)).isLessThan(StrengthModel.START.chance(features) / 2);
        assertThat(fitted.labels()).isEqualTo(40);
    }

    @Test
    void oneWhoCallsEverythingLikelyMovesTheWeightsLess() {
        List<Label> one = new ArrayList<>();
        List<Label> many = new ArrayList<>();
        double[] features = START.features(tie(1, 1, 400), 0);
        for (int i = 0; i < 30; i++) {
            one.add(new Label(rater(0), features, 0.95));
            many.add(new Label(rater(i), features, 0.95));
        }

        assertThat(StrengthModel.START.fitted(one).chance(features))
                .isLessThan(StrengthModel.START.fitted(many).chance(features));
    }

    @Test
    void theTableOfACalibrationIsTheOneCountedByHand() {
        List<Calibration.Pair> pairs =
                List.of(pair(0.15, 0), pair(0.19, 1), pair(0.85, 1), pair(0.95, 1));
        Calibration calibration = Calibration.of(pairs);

        assertThat(calibration.brier())
                .isCloseTo(
                        (0.15 * 0.15 + 0.81 * 0.81 + 0.15 * 0.15 + 0.05 * 0.05) / 4, within(1e-12));
        assertThat(calibration.expectedError())
                .isCloseTo((2 * (0.5 - 0.17) + 0.15 + 0.05) / 4, within(1e-12));
        assertThat(calibration.table()).hasSize(3);
        assertThat(calibration.covered()).isNaN();
    }

    private static Calibration.Pair pair(double said, double answer) {
        return new Calibration.Pair(
                new org.kithway.statistics.Estimate(said / 2, said, (said + 1) / 2), answer);
    }

    /** What simulated members expect: what the start says, off by as much as people differ. */
    private static List<Label> expectations(int count, double spread, long seed) {
        Random random = new Random(seed);
        List<Label> labels = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            double[] features = features(random);
            double z = logit(StrengthModel.START.chance(features)) + spread * random.nextGaussian();
            labels.add(new Label(rater(i % 40), features, Math.clamp(logistic(z), 0.001, 0.999)));
        }
        return labels;
    }

    /** Answers of a population that answers more readily than the start supposes. */
    private static List<Label> answers(int count, double shift, long seed) {
        Random random = new Random(seed);
        List<Label> labels = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            double[] features = features(random);
            double chance = logistic(logit(StrengthModel.START.chance(features)) + shift);
            labels.add(
                    new Label(rater(i % 40), features, random.nextDouble() < chance ? 1.0 : 0.0));
        }
        return labels;
    }

    private static double[] features(Random random) {
        return START.features(
                tie(random.nextInt(30), random.nextInt(30), 1 + random.nextInt(1_500)),
                random.nextInt(40));
    }

    private static TieEvidence tie(int sent, int received, int daysAgo) {
        Instant last = NOW.minus(Duration.ofDays(daysAgo));
        double aged =
                Math.pow(
                        2,
                        Duration.between(TieEvidence.EPOCH, last).toDays()
                                / (double) TieEvidence.HALF_LIFE_DAYS);
        return TieEvidence.at(
                new Site("linkedin"), true, null, way(sent, aged, last), way(received, aged, last));
    }

    private static Direction way(int messages, double aged, Instant last) {
        return messages == 0
                ? Direction.NONE
                : new Direction(
                        messages, messages * aged, last, 0, 0, List.of(), 0, false, false, false);
    }

    private static PersonId rater(int number) {
        return new PersonId("per_r%02d".formatted(number));
    }

    private static double logistic(double z) {
        return 1 / (1 + Math.exp(-z));
    }

    private static double logit(double p) {
        return Math.log(p / (1 - p));
    }
}
