package org.kithway.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Against values of SciPy and of the papers that are named. */
class ProportionTest {
    @Test
    void wilsonsIntervalIsTheOneOfThePaper() {
        Estimate estimate = new Proportion(57, 300).wilson();

        assertThat(estimate.value()).isCloseTo(0.19, within(1e-12));
        assertThat(estimate.low()).isCloseTo(0.1496, within(5e-5));
        assertThat(estimate.high()).isCloseTo(0.2382, within(5e-5));
    }

    @Test
    void noneAndAllKeepARangeOnOneSide() {
        Estimate none = new Proportion(0, 300).wilson();
        Estimate all = new Proportion(3, 3).wilson();

        assertThat(none.low()).isZero();
        assertThat(none.high()).isCloseTo(0.0126, within(5e-5));
        assertThat(all.low()).isCloseTo(0.4385, within(5e-5));
        assertThat(all.high()).isEqualTo(1);
    }

    @Test
    void ofNobodyEverythingIsPossible() {
        assertThat(new Proportion(0, 0).wilson()).isEqualTo(new Estimate(0, 0, 1));
    }

    @Test
    void newcombesIntervalAndFishersTestCompareTwoGroups() {
        Difference difference = new Difference(new Proportion(42, 150), new Proportion(27, 150));

        assertThat(difference.newcombe().value()).isCloseTo(0.1, within(1e-12));
        assertThat(difference.newcombe().low()).isCloseTo(0.0046, within(5e-5));
        assertThat(difference.newcombe().high()).isCloseTo(0.1933, within(5e-5));
        assertThat(difference.fisher()).isCloseTo(0.0543, within(5e-5));
    }

    @Test
    void theChanceToExceedIsAHalfBetweenEquals() {
        Proportion one = new Proportion(20, 100);

        assertThat(one.chanceToExceed(one)).isCloseTo(0.5, within(1e-6));
        assertThat(new Proportion(42, 150).chanceToExceed(new Proportion(27, 150)))
                .isCloseTo(0.980, within(5e-4));
        assertThat(new Proportion(1, 1).chanceToExceed(new Proportion(0, 1)))
                .isCloseTo(5 / 6.0, within(1e-4));
    }
}
