package org.kithway.identity.name;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

import java.util.Map;

class NameFrequencyTest {
    @Test
    void aCommonNameIsCommonerThanARareOne() {
        NameFrequency prior = NameFrequency.PRIOR;
        assertThat(prior.ofFamily("smith")).isGreaterThan(prior.ofFamily("palumbo"));
        assertThat(prior.ofFamily("palumbo")).isGreaterThan(prior.ofFamily("xqzw"));
        assertThat(prior.ofFamily("xqzw")).isEqualTo(prior.rare()).isPositive();
    }

    @Test
    void manyPeopleOutweighThePrior() {
        NameFrequency counted =
                NameFrequency.estimate(Map.of("xavi", 500), Map.of("xqzw", 10_000), 100_000);
        assertThat(counted.ofFamily("xqzw")).isCloseTo(0.099, within(0.001));
        assertThat(counted.ofGiven("xavi")).isCloseTo(0.005, within(0.0001));
        assertThat(counted.ofFamily("smith")).isLessThan(NameFrequency.PRIOR.ofFamily("smith"));
    }

    @Test
    void nobodyCountedLeavesThePrior() {
        assertThat(NameFrequency.estimate(Map.of(), Map.of(), 0)).isEqualTo(NameFrequency.PRIOR);
    }
}
