package org.kithway.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;

final class ReachTest {
    @Test
    void exact_reach_is_that_of_a_whole_search() {
        Network network = Networks.random(true, 80, 160, new Random(41));
        Centrality centrality = new Centrality(network);
        for (int node = 0; node < 80; node++) {
            for (int ties = 0; ties < 5; ties++) {
                AtomicInteger count = new AtomicInteger();
                centrality.within(node, ties, other -> count.incrementAndGet());
                assertThat(Reach.exact(network, node, ties)).isEqualTo(count.get());
            }
        }
    }

    @Test
    void estimates_stray_as_far_as_they_say() {
        Network network = Networks.random(false, 4_000, 16_000, new Random(43));
        for (int ties = 1; ties <= 3; ties++) {
            Reach.Estimates estimates = Reach.estimate(network, ties, 8, 1);
            double squares = 0;
            double sum = 0;
            int count = 0;
            for (int node = 0; node < 4_000; node += 7) {
                int exact = Reach.exact(network, node, ties);
                if (exact > 0) {
                    double off = estimates.reached()[node] / exact - 1;
                    squares += off * off;
                    sum += off;
                    count++;
                }
            }
            assertThat(Math.sqrt(squares / count)).isLessThan(1.3 * estimates.relativeError());
            assertThat(sum / count).isCloseTo(0, within(0.03));
        }
    }

    @Test
    void a_line_is_reached_tie_by_tie() {
        Network line = Network.directed(4).add(0, 1).add(1, 2).add(2, 3).build();
        Reach.Estimates two = Reach.estimate(line, 2, 12, 5);
        assertThat(two.reached()[0]).isCloseTo(2, within(0.1));
        assertThat(two.reached()[3]).isCloseTo(0, within(0.1));
    }

    @Test
    void too_few_registers_are_refused() {
        Network nobody = Network.mutual(0).build();
        assertThatThrownBy(() -> Reach.estimate(nobody, 1, 3, 1))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
