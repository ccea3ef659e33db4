package org.kithway.identity;

import java.util.Collection;
import java.util.List;
import java.util.SortedSet;

/**
 * People out of pairs that may be one: agglomeration by the mean weight of all pairs across two
 * groups (average linkage), where a pair that was not compared speaks against. Those whose
 * neighbours agree come first. So one wrong pair joins no two groups whose other pairs do not
 * agree. Confirmed pairs are always joined, denied ones never, not even through others.
 *
 * <p>The result depends on the nodes' numbers only where weights are exactly equal, and never on
 * the order of what is given.
 *
 * @param clusters all nodes, each in one group, groups by their least node
 * @param doubtful pairs of two groups, whose weight is that of doubt or more and which nobody
 *     denied: the heaviest first
 * @param giants groups of more than {@link #GIANT} nodes, which deserve a look
 */
public record Clustering(
        List<SortedSet<Integer>> clusters, List<Edge> doubtful, List<SortedSet<Integer>> giants) {
    /** More accounts than this are seldom one person's. */
    public static final int GIANT = 20;

    /** Two nodes and their weight in bits. */
    public record Edge(int one, int other, double bits) {
        public Edge {
            if (one == other) {
                throw new IllegalArgumentException("both ends are the same node");
            }
            if (one > other) {
                int lesser = other;
                other = one;
                one = lesser;
            }
        }
    }

    /** Two nodes. */
    public record Pair(int one, int other) {}

    /**
     * Finds the groups; O(E log E) for edges whose groups stay small.
     *
     * @param nodes all of them; their order is that of the numbers
     * @param edges pairs that were compared, each once
     * @param same mean weight from which groups join
     * @param doubtful weight from which a pair is for review
     */
    public static Clustering of(
            Collection<Integer> nodes,
            Collection<Edge> edges,
            Collection<Pair> confirmed,
            Collection<Pair> denied,
            double same,
            double doubtful) {
        return new Agglomeration(nodes, edges, confirmed, denied, same).result(edges, doubtful);
    }
}
