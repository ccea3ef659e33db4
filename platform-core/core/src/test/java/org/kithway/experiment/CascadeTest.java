package org.kithway.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

import java.util.Map;

class CascadeTest {
    @Test
    void readersAddUpToTheGeometricSum() {
        assertThat(new Cascade(300, 0.2).expectedReaders()).isCloseTo(375, within(1e-9));
        assertThat(new Cascade(300, 0.2).deviation()).isCloseTo(10.8, within(0.05));
        assertThat(new Cascade(300, 0.4).expectedReaders()).isCloseTo(500, within(1e-9));
        assertThat(new Cascade(300, 0.4).deviation()).isCloseTo(23.6, within(0.05));
        assertThat(new Cascade(300, 0.6).expectedReaders()).isCloseTo(750, within(1e-9));
        assertThat(new Cascade(300, 0.6).deviation()).isCloseTo(53.0, within(0.05));
    }

    @Test
    void oneSeedReachesAsManyAsBorelsDistributionSays() {
        double[] expected = {.6703, .1797, .0723, .0345, .0180};
        for (int size = 1; size <= 5; size++) {
            assertThat(new Cascade(1, 0.4).chanceOfSize(size))
                    .isCloseTo(expected[size - 1], within(5e-5));
        }
    }

    @Test
    void whatEveryReaderPassesOnNeedNotEnd() {
        assertThat(new Cascade(3, 1).ends()).isFalse();
        assertThat(new Cascade(3, 1).expectedReaders()).isInfinite();
    }

    @Test
    void chainsThatWouldNotHaveBrokenAreLonger() {
        Map<Integer, Integer> completed = Map.of(2, 20, 3, 60, 4, 120, 5, 100, 6, 50, 7, 20, 8, 10);

        assertThat(Chains.median(Chains.corrected(completed, 0))).isEqualTo(4);
        assertThat(Chains.median(Chains.corrected(completed, 0.65))).isEqualTo(7);
    }
}
