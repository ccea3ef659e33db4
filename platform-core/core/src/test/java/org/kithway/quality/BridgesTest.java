package org.kithway.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

final class BridgesTest {
    /** Two triangles, joined by C-D, with E-G hanging on. */
    private static final Network NETWORK = Networks.ofLetters("A-B B-C A-C C-D D-E E-F D-F E-G");

    @Test
    void local_bridges_join_people_without_common_contacts() {
        Bridges bridges = new Bridges(NETWORK);
        assertThat(bridges.local()).containsExactly(new Bridges.Tie(2, 3), new Bridges.Tie(4, 6));
        assertThat(bridges.localAt(2)).isEqualTo(1);
        assertThat(bridges.commonContacts(0, 1)).isEqualTo(1);
    }

    @Test
    void the_span_is_the_way_round() {
        Bridges ring = new Bridges(Networks.ofLetters("A-B B-C C-D D-E E-A"));
        assertThat(ring.span(0, 1)).isEqualTo(4);
        assertThat(ring.all()).isEmpty();
        assertThat(new Bridges(NETWORK).span(2, 3)).isEqualTo(Integer.MAX_VALUE);
    }

    @Test
    void bridges_are_the_ties_without_which_no_way_leads() {
        Random random = new Random(31);
        for (int round = 0; round < 60; round++) {
            Network network = Networks.random(false, 16, 20, random);
            Bridges bridges = new Bridges(network);
            List<Bridges.Tie> plainly = new ArrayList<>();
            for (int node = 0; node < 16; node++) {
                int one = node;
                network.forEachTieFrom(
                        node,
                        (other, weight) -> {
                            if (one < other && bridges.span(one, other) == Integer.MAX_VALUE) {
                                plainly.add(new Bridges.Tie(one, other));
                            }
                        });
            }
            assertThat(bridges.all()).isEqualTo(plainly);
        }
    }

    @Test
    void tie_betweenness_counts_the_shortest_routes_over_a_tie() {
        // A path of four: 3, 4 and 3 pairs pass its ties.
        Network path = Networks.ofLetters("A-B B-C C-D");
        assertThat(new Centrality(path).tieBetweenness()).containsExactly(3, 3, 4, 4, 3, 3);
        // Over the bridge between the triangles goes every pair of its sides: 3 times 4.
        assertThat(of(NETWORK, 2, 3)).isCloseTo(12, within(1e-12));
    }

    @Test
    void the_betweenness_of_ties_adds_up_to_that_of_their_ends() {
        Random random = new Random(37);
        for (boolean directed : new boolean[] {true, false}) {
            Network network = Networks.random(directed, 20, 50, random);
            double[] byTie = new Centrality(network).tieBetweenness();
            double[] byNode = new Centrality(network).betweenness();
            int at = 0;
            for (int node = 0; node < 20; node++) {
                double sum = 0;
                for (int end = at + network.outDegree(node); at < end; at++) {
                    sum += byTie[at];
                }
                // Routes that begin here leave over one tie each and are not between;
                // in a mutual network those through the node use two of its ties.
                int begun = Reach.exact(network, node, 20);
                double through = directed ? sum - begun : (sum - begun) / 2;
                assertThat(through).isCloseTo(byNode[node], within(1e-9));
            }
        }
    }

    private static double of(Network network, int from, int to) {
        double[] byTie = new Centrality(network).tieBetweenness();
        int[] at = {0};
        double[] found = {Double.NaN};
        for (int node = 0; node < network.nodeCount(); node++) {
            int one = node;
            network.forEachTieFrom(
                    node,
                    (other, weight) -> {
                        found[0] = one == from && other == to ? byTie[at[0]] : found[0];
                        at[0]++;
                    });
        }
        return found[0];
    }
}
