package org.kithway.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.kithway.identity.Clustering.Edge;
import org.kithway.identity.Clustering.Pair;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;

class ClusteringTest {
    private static final double SAME = 6.6;

    private static Clustering of(int nodes, List<Edge> edges, List<Pair> firm, List<Pair> denied) {
        return Clustering.of(
                IntStream.range(0, nodes).boxed().toList(), edges, firm, denied, SAME, 0);
    }

    private static void dense(int from, int to, double bits, List<Edge> edges) {
        for (int i = from; i < to; i++) {
            for (int j = i + 1; j < to; j++) {
                edges.add(new Edge(i, j, bits));
            }
        }
    }

    private static SortedSet<Integer> range(int from, int to) {
        return new TreeSet<>(IntStream.range(from, to).boxed().toList());
    }

    @Test
    void aSingleWrongEdgeDoesNotJoinTwoDenseGroups() {
        List<Edge> edges = new ArrayList<>();
        dense(0, 5, 12, edges);
        dense(5, 10, 12, edges);
        edges.add(new Edge(4, 5, 11));
        assertThat(of(10, edges, List.of(), List.of()).clusters())
                .containsExactly(range(0, 5), range(5, 10));
    }

    @Test
    void evenTheHeaviestWrongEdgeJoinsOnlyItsTwoEnds() {
        List<Edge> edges = new ArrayList<>();
        dense(0, 5, 12, edges);
        dense(5, 10, 12, edges);
        edges.add(new Edge(4, 5, 30));
        assertThat(of(10, edges, List.of(), List.of()).clusters())
                .noneMatch(cluster -> cluster.contains(0) && cluster.contains(9));
    }

    @Test
    void pairsThatAreLikelyJoinAndDoubtfulOnesWait() {
        Clustering clustering =
                of(4, List.of(new Edge(0, 1, 9), new Edge(2, 3, 3)), List.of(), List.of());
        assertThat(clustering.clusters())
                .containsExactly(
                        new TreeSet<>(Set.of(0, 1)),
                        new TreeSet<>(Set.of(2)),
                        new TreeSet<>(Set.of(3)));
        assertThat(clustering.doubtful()).containsExactly(new Edge(2, 3, 3));
    }

    @Test
    void whatIsDeniedNeverComesTogetherNotEvenThroughOthers() {
        List<Edge> edges = List.of(new Edge(0, 1, 20), new Edge(1, 2, 19), new Edge(0, 2, 18));
        Clustering clustering = of(3, edges, List.of(), List.of(new Pair(0, 2)));
        assertThat(clustering.clusters())
                .containsExactly(new TreeSet<>(Set.of(0, 1)), new TreeSet<>(Set.of(2)));
        assertThat(clustering.doubtful()).isEmpty();
    }

    @Test
    void whatIsConfirmedIsJoinedWhateverSpeaksAgainstIt() {
        Clustering clustering =
                of(3, List.of(new Edge(0, 1, -20)), List.of(new Pair(1, 0)), List.of());
        assertThat(clustering.clusters().getFirst()).containsExactly(0, 1);
    }

    @Test
    void theOrderOfWhatIsGivenDoesNotMatter() {
        Random random = new Random(3);
        List<Edge> edges = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            for (int j = i + 1; j < 60; j++) {
                if (random.nextInt(4) == 0) {
                    edges.add(new Edge(i, j, random.nextInt(24) - 8));
                }
            }
        }
        Clustering clustering = of(60, edges, List.of(), List.of(new Pair(3, 4)));
        for (int i = 0; i < 5; i++) {
            Collections.shuffle(edges, random);
            assertThat(of(60, edges, List.of(), List.of(new Pair(4, 3)))).isEqualTo(clustering);
        }
    }

    @Test
    void whatIsMergedAndSplitAgainIsAsBefore() {
        List<Edge> edges = List.of(new Edge(0, 1, 9), new Edge(2, 3, 9), new Edge(1, 2, -4));
        Clustering before = of(4, edges, List.of(), List.of());
        Clustering merged = of(4, edges, List.of(new Pair(1, 2)), List.of());
        assertThat(merged.clusters()).hasSize(1);
        assertThat(of(4, edges, List.of(), List.of())).isEqualTo(before);
    }

    @Test
    void giantGroupsAreFlagged() {
        List<Edge> edges = new ArrayList<>();
        dense(0, Clustering.GIANT + 1, 12, edges);
        Clustering clustering = of(Clustering.GIANT + 1, edges, List.of(), List.of());
        assertThat(clustering.giants()).hasSize(1);
    }
}
