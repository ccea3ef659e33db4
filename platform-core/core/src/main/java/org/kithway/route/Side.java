package org.kithway.route;

import java.util.Arrays;
import java.util.BitSet;

/**
 * One end of a search: where its half routes start, the rows that they follow, and what is known of
 * them.
 */
final class Side {

    /** Grown in depth-first order; place 0 is the end where the current half starts. */
    final int[] path = new int[RouteQuery.MAX_HOPS + 1];

    Rows rows;
    int[] roots = new int[1];
    int rootCount;

    /** How many ties there are at the roots. */
    long firstTies;

    /** The least that a half of so many hops can cost. */
    private final double[] least = new double[RouteQuery.MAX_HOPS + 1];

    private long[] members = new long[1];

    Side(Rows rows) {
        this.rows = rows;
    }

    void begin(TieGraph graph, Rows direction, int[] nodes, BitSet excluded) {
        rows = direction;
        rootCount = 0;
        firstTies = 0;
        if (roots.length < nodes.length) {
            roots = new int[nodes.length];
        }
        int words = (graph.nodeCount() + 63) >>> 6;
        if (members.length < words) {
            members = new long[words];
        }
        double cheapest = Double.MAX_VALUE;
        for (int node : nodes) {
            graph.checkNode(node);
            if (!excluded.get(node) && !has(node)) {
                members[node >>> 6] |= 1L << node;
                roots[rootCount++] = node;
                long[] row = rows.array(node);
                int start = rows.start(row, node);
                int end = rows.end(row, node);
                firstTies += end - start;
                if (start < end) {
                    cheapest = Math.min(cheapest, Cost.cost(row[start]));
                }
            }
        }
        Arrays.fill(least, cheapest);
        least[0] = 0;
    }

    /** Forgets the roots, so that the next search finds clean memory. */
    void end() {
        for (int i = 0; i < rootCount; i++) {
            members[roots[i] >>> 6] = 0;
        }
        rootCount = 0;
    }

    boolean has(int node) {
        return (members[node >>> 6] >>> node & 1) != 0;
    }

    double least(int hops) {
        return least[hops];
    }

    /** Halves of so many hops were proven to cost at least so much; then longer ones do too. */
    void raiseLeast(int hops, double cost) {
        for (int i = hops; i < least.length; i++) {
            least[i] = Math.max(least[i], cost);
        }
    }

    /** Whether the node stands between the root and the place in the current path. */
    boolean passed(int node, int place) {
        for (int i = 1; i < place; i++) {
            if (path[i] == node) {
                return true;
            }
        }
        return false;
    }
}
