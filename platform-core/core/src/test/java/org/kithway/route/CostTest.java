package org.kithway.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

import java.util.Random;

class CostTest {

    @Test
    void givesTheProbabilityBack() {
        for (double probability : new double[] {1, 0.999_999, 0.5, 0.01, 1e-300}) {
            assertThat(Cost.probability(Cost.of(probability)) / probability)
                    .isCloseTo(1, within(1e-4));
        }
    }

    @Test
    void aRowIsReadUpToTheLastTieWithinTheBound() {
        long seed = 20_261_125;
        Random random = new Random(seed);
        for (int i = 0; i < 10_000; i++) {
            double bound = -Math.log(1 - random.nextDouble());
            float within = (float) bound <= bound ? (float) bound : Math.nextDown((float) bound);
            long last = Cost.lastWithin(bound);

            assertThat(Cost.pack(within, Integer.MAX_VALUE)).as("seed %d", seed).isLessThan(last);
            assertThat(Cost.pack(Math.nextUp(within), 0)).as("seed %d", seed).isGreaterThan(last);
        }
        assertThat(Cost.lastWithin(-Cost.STEP)).isNegative();
        assertThat(Cost.lastWithin(Double.MAX_VALUE)).isPositive();
    }

    @Test
    void sumsDoNotDependOnTheirOrder() {
        long seed = 20_261_126;
        Random random = new Random(seed);
        for (int i = 0; i < 10_000; i++) {
            double a = Cost.of(1 - 1e-9 * random.nextDouble());
            double b = Cost.of(1 - random.nextDouble());
            double c = Cost.of(1e-200 * (1 - random.nextDouble()));

            assertThat(a + b + c).as("seed %d", seed).isEqualTo(c + b + a).isEqualTo(b + (a + c));
        }
    }
}
