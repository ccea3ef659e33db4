package org.kithway.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.jgrapht.Graph;
import org.jgrapht.alg.connectivity.KosarajuStrongConnectivityInspector;
import org.jgrapht.alg.scoring.BetweennessCentrality;
import org.jgrapht.alg.scoring.ClusteringCoefficient;
import org.jgrapht.alg.scoring.Coreness;
import org.jgrapht.alg.scoring.PageRank;
import org.jgrapht.graph.DefaultEdge;
import org.jgrapht.graph.SimpleDirectedGraph;
import org.jgrapht.graph.SimpleGraph;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Against JGraphT, where it has the measure. */
final class MeasuresTest {
    private final Random random = new Random(11);

    private static Graph<Integer, DefaultEdge> jGraphT(Network network) {
        Graph<Integer, DefaultEdge> graph =
                network.isDirected()
                        ? new SimpleDirectedGraph<>(DefaultEdge.class)
                        : new SimpleGraph<>(DefaultEdge.class);
        for (int node = 0; node < network.nodeCount(); node++) {
            graph.addVertex(node);
        }
        for (int node = 0; node < network.nodeCount(); node++) {
            int from = node;
            network.forEachTieFrom(node, (to, weight) -> graph.addEdge(from, to));
        }
        return graph;
    }

    @Test
    void betweenness_is_that_of_jgrapht() {
        for (boolean directed : new boolean[] {true, false}) {
            Network network = Networks.random(directed, 30, 60, random).unweighted();
            Map<Integer, Double> theirs = new BetweennessCentrality<>(jGraphT(network)).getScores();
            double[] ours = new Centrality(network).betweenness();
            theirs.forEach((node, value) -> assertThat(ours[node]).isCloseTo(value, within(1e-9)));
        }
    }

    @Test
    void sampled_betweenness_of_all_sources_is_exact() {
        Network network = Networks.random(false, 40, 90, random);
        double[] exact = new Centrality(network).betweenness();
        Centrality.Sampled sampled = new Centrality(network).betweenness(40, new Random(1));
        for (int node = 0; node < 40; node++) {
            assertThat(sampled.values()[node]).isCloseTo(exact[node], within(1e-9));
            assertThat(sampled.errors()[node]).isCloseTo(0, within(1e-9));
        }
    }

    @Test
    void four_in_five_sampled_intervals_or_so_hold_the_truth() {
        Network network = Networks.random(false, 200, 800, random);
        double[] exact = new Centrality(network).betweenness();
        int held = 0;
        for (int seed = 0; seed < 20; seed++) {
            Centrality.Sampled sampled = new Centrality(network).betweenness(60, new Random(seed));
            for (int node = 0; node < 200; node++) {
                double off = Math.abs(sampled.values()[node] - exact[node]);
                held += off <= sampled.errors()[node] ? 1 : 0;
            }
        }
        assertThat(held / 4000.0).isBetween(0.7, 0.9);
    }

    @Test
    void cores_and_clustering_are_those_of_jgrapht() {
        Network network = Networks.random(false, 60, 240, random);
        Cohesion cohesion = new Cohesion(network);
        int[] cores = cohesion.cores();
        new Coreness<>(jGraphT(network))
                .getScores()
                .forEach((node, core) -> assertThat(cores[node]).isEqualTo(core));
        ClusteringCoefficient<Integer, DefaultEdge> theirs =
                new ClusteringCoefficient<>(jGraphT(network));
        theirs.getScores()
                .forEach((node, value) ->
                        assertThat(cohesion.clustering(node)).isCloseTo(value, within(1e-12)));
        assertThat(cohesion.transitivity())
                .isCloseTo(theirs.getGlobalClusteringCoefficient(), within(1e-12));
    }

    @Test
    void page_rank_is_that_of_jgrapht() {
        Network network = Networks.random(true, 40, 120, random).unweighted();
        double[] ours = new Centrality(network).pageRank(0.85, 1e-13);
        new PageRank<>(jGraphT(network), 0.85, 1_000, 1e-13)
                .getScores()
                .forEach((node, value) -> assertThat(ours[node]).isCloseTo(value, within(1e-9)));
    }

    @Test
    void strong_components_are_those_of_jgrapht() {
        for (int i = 0; i < 20; i++) {
            Network network = Networks.random(true, 30, 40, random);
            Components ours = Components.strong(network);
            var theirs =
                    new KosarajuStrongConnectivityInspector<>(jGraphT(network))
                            .stronglyConnectedSets();
            assertThat(ours.count()).isEqualTo(theirs.size());
            theirs.forEach(set ->
                    assertThat(set.stream().map(node -> ours.of()[node]).distinct()).hasSize(1));
        }
    }

    @Test
    void circles_of_two_cliques_with_one_tie_between_are_the_cliques() {
        Network.Builder builder = Network.mutual(10);
        for (int i = 0; i < 5; i++) {
            for (int j = 0; j < i; j++) {
                builder.add(i, j).add(i + 5, j + 5);
            }
        }
        Network network = builder.add(0, 5).build();
        Communities circles = Communities.of(network, 3, new Random(1));
        assertThat(circles.of()).containsExactly(0, 0, 0, 0, 0, 1, 1, 1, 1, 1);
        assertThat(Communities.modularity(network, circles.of())).isCloseTo(0.4524, within(1e-4));
    }

    @Test
    void without_ties_everybody_is_a_circle() {
        assertThat(Communities.of(Network.mutual(4).build(), 2, new Random(1)).count())
                .isEqualTo(4);
    }

    @Test
    void circles_are_never_worse_than_all_in_one_or_each_alone() {
        for (int i = 0; i < 20; i++) {
            Network network = Networks.random(false, 40, 80, random);
            int[] alone = new int[40];
            Arrays.setAll(alone, node -> node);
            double found =
                    Communities.modularity(network, Communities.of(network, 2, new Random(i)).of());
            assertThat(found)
                    .isGreaterThanOrEqualTo(Communities.modularity(network, alone))
                    .isGreaterThanOrEqualTo(0);
        }
    }

    @Test
    void measures_do_not_depend_on_numbers() {
        Network network = Networks.random(true, 25, 70, random);
        int[] numbers = new int[25];
        Arrays.setAll(numbers, i -> (i * 7 + 3) % 25);
        Network other = Networks.renumbered(network, numbers);
        double[] one = new Centrality(network).closeness();
        double[] two = new Centrality(other).closeness();
        for (int node = 0; node < 25; node++) {
            assertThat(two[numbers[node]]).isCloseTo(one[node], within(1e-12));
            assertThat(Cohesion.directedClustering(other, numbers[node]))
                    .isCloseTo(Cohesion.directedClustering(network, node), within(1e-12));
        }
        assertThat(Mixing.reciprocity(other)).isEqualTo(Mixing.reciprocity(network));
        assertThat(Mixing.assortativity(other))
                .isCloseTo(Mixing.assortativity(network), within(1e-9));
    }

    @Test
    void diversity_counts_effective_kinds() {
        Diversity mixed = Diversity.of(List.of(50, 30, 20));
        assertThat(mixed.blau()).isCloseTo(0.62, within(1e-12));
        assertThat(mixed.variation()).isCloseTo(0.93, within(1e-12));
        assertThat(mixed.effective()).isCloseTo(2.800, within(5e-4));
        assertThat(Diversity.of(List.of(7))).isEqualTo(new Diversity(1, 0, 0, 1));
        assertThat(Diversity.of(List.<Integer>of()).kinds()).isZero();
    }

    @Test
    void ties_that_nobody_told_of_widen_the_effective_size() {
        // 100 contacts of whom a share told; the density of ties among them is 0.08.
        assertThat(new UnseenTies(100, 75, 10).effectiveSize(1).low()).isCloseTo(18.4, within(0.1));
        UnseenTies third = new UnseenTies(100, 201, 30);
        assertThat(third.observedShare()).isCloseTo(0.51, within(0.01));
        assertThat(third.effectiveSize(1).low()).isCloseTo(47.68, within(0.01));
        assertThat(third.effectiveSize(1).high()).isCloseTo(95.98, within(0.01));
        assertThat(third.effectiveSize(0.25).low()).isCloseTo(83.9, within(0.05));
        assertThat(new UnseenTies(100, 395, 100).effectiveSize(1))
                .isEqualTo(new UnseenTies.Interval(92.1, 92.1));
    }

    @Test
    void the_most_useful_contacts_come_first_and_repetition_adds_nothing() {
        Coverage.Reach both = new Coverage.Reach(new int[] {0, 1}, new double[] {1, 1});
        Coverage.Reach first = new Coverage.Reach(new int[] {0}, new double[] {1});
        Coverage.Reach third = new Coverage.Reach(new int[] {2}, new double[] {0.5});
        Coverage coverage = Coverage.greedy(List.of(first, third, both), new double[] {1, 1, 1});
        assertThat(coverage.order()).containsExactly(2, 1);
        assertThat(coverage.reached()).containsExactly(2.0, 2.5);
        assertThat(coverage.enoughFor(0.8)).isEqualTo(1);
        assertThat(coverage.enoughFor(1)).isEqualTo(2);
    }

    @Test
    void greedy_coverage_is_that_of_asking_everybody_at_each_step() {
        for (int round = 0; round < 30; round++) {
            List<Coverage.Reach> contacts = new ArrayList<>();
            double[] worth = random.doubles(8, 0.1, 2).toArray();
            for (int i = 0; i < 12; i++) {
                int[] goals = random.ints(0, 8).distinct().limit(3).toArray();
                contacts.add(new Coverage.Reach(goals, random.doubles(3).toArray()));
            }
            assertThat(Coverage.greedy(contacts, worth).order())
                    .isEqualTo(plainly(contacts, worth));
        }
    }

    private static List<Integer> plainly(List<Coverage.Reach> contacts, double[] worth) {
        List<Integer> order = new ArrayList<>();
        double[] missing = worth.clone();
        while (order.size() < contacts.size()) {
            int best = -1;
            double most = 0;
            for (int contact = 0; contact < contacts.size(); contact++) {
                double gain = 0;
                Coverage.Reach reach = contacts.get(contact);
                for (int i = 0; i < reach.goals().length; i++) {
                    gain += missing[reach.goals()[i]] * reach.chances()[i];
                }
                if (!order.contains(contact) && gain > most) {
                    best = contact;
                    most = gain;
                }
            }
            Coverage.Reach reach = contacts.get(best);
            for (int i = 0; i < reach.goals().length; i++) {
                missing[reach.goals()[i]] *= 1 - reach.chances()[i];
            }
            order.add(best);
        }
        return order;
    }
}
