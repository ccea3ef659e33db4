package org.kithway.quality;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.Random;

final class BrokerageTest {
    private static final int A = 0;
    private static final int MIDDLE = 1;
    private static final int B = 2;

    private static Brokerage between(int groupOfA, int own, int groupOfB) {
        Network line = Network.directed(3).add(A, MIDDLE).add(MIDDLE, B).build();
        return Brokerage.of(line, MIDDLE, new int[] {groupOfA, own, groupOfB});
    }

    @Test
    void each_role_is_told_by_the_groups_of_the_three() {
        assertThat(between(1, 1, 1)).isEqualTo(new Brokerage(1, 0, 0, 0, 0));
        assertThat(between(2, 1, 2)).isEqualTo(new Brokerage(0, 1, 0, 0, 0));
        assertThat(between(2, 1, 1)).isEqualTo(new Brokerage(0, 0, 1, 0, 0));
        assertThat(between(1, 1, 2)).isEqualTo(new Brokerage(0, 0, 0, 1, 0));
        assertThat(between(2, 1, 3)).isEqualTo(new Brokerage(0, 0, 0, 0, 1));
    }

    @Test
    void who_belongs_to_no_group_is_left_out() {
        assertThat(between(Brokerage.NO_GROUP, 1, 1).total()).isZero();
        assertThat(between(1, Brokerage.NO_GROUP, 1).total()).isZero();
    }

    @Test
    void who_has_a_tie_of_their_own_needs_nobody_between() {
        Network closed = Network.directed(3).add(A, MIDDLE).add(MIDDLE, B).add(A, B).build();
        assertThat(Brokerage.of(closed, MIDDLE, new int[] {1, 1, 1}).total()).isZero();
    }

    @Test
    void roles_are_those_of_trying_all_pairs() {
        Random random = new Random(23);
        for (int round = 0; round < 60; round++) {
            Network network = Networks.random(round % 2 == 0, 14, 40, random);
            int[] groups = random.ints(14, Brokerage.NO_GROUP, 4).toArray();
            for (int node = 0; node < 14; node++) {
                assertThat(Brokerage.of(network, node, groups))
                        .isEqualTo(plainly(network, node, groups));
            }
        }
    }

    private static Brokerage plainly(Network network, int v, int[] groups) {
        long[] counts = new long[5];
        for (int a = 0; a < network.nodeCount(); a++) {
            for (int b = 0; b < network.nodeCount(); b++) {
                boolean between =
                        a != b
                                && network.weight(a, v) > 0
                                && network.weight(v, b) > 0
                                && network.weight(a, b) == 0;
                if (between && groups[a] >= 0 && groups[b] >= 0 && groups[v] >= 0) {
                    boolean startsHere = groups[a] == groups[v];
                    boolean endsHere = groups[b] == groups[v];
                    if (startsHere && endsHere) {
                        counts[0]++;
                    } else if (groups[a] == groups[b]) {
                        counts[1]++;
                    } else if (endsHere) {
                        counts[2]++;
                    } else if (startsHere) {
                        counts[3]++;
                    } else {
                        counts[4]++;
                    }
                }
            }
        }
        return new Brokerage(counts[0], counts[1], counts[2], counts[3], counts[4]);
    }
}
