package org.kithway.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class PowerTest {
    @Test
    void moreAreNeededToSeeLess() {
        assertThat(Power.perGroup(0.15, 0.25)).isEqualTo(250);
        assertThat(Power.perGroup(0.15, 0.20)).isEqualTo(906);
        assertThat(Power.perGroup(0.20, 0.30)).isEqualTo(294);
        assertThat(Power.perGroup(0.20, 0.35)).isEqualTo(138);
        assertThat(Power.detectable(0.18, 150)).isCloseTo(0.14, within(0.005));
    }

    @Test
    void designEffectGrowsWithThoseWhoShareASender() {
        assertThat(Power.designEffect(10, 0.05)).isCloseTo(1.45, within(1e-12));
        assertThat(Power.designEffect(1, 0.05)).isEqualTo(1);
    }

    @Test
    void theDetectableDifferenceNeedsJustThatManyPerGroup() {
        for (double rate : new double[] {0, 0.1, 0.18, 0.5, 0.8}) {
            double difference = Power.detectable(rate, 150);
            assertThat(Power.perGroup(rate, rate + difference)).isBetween(149L, 151L);
        }
    }

    @Test
    void equalRatesCannotBeToldApart() {
        assertThatIllegalArgumentException().isThrownBy(() -> Power.perGroup(0.2, 0.2));
    }
}
