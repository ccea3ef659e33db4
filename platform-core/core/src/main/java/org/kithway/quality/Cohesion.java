package org.kithway.quality;

import java.util.Arrays;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.stream.IntStream;

/**
 * How far people's contacts know each other, and how deep in the network's core they are.
 * Directions and weights do not count, but for {@link #directedClustering}.
 */
public final class Cohesion {
    private final Network.Rows rows;
    private final int nodeCount;
    private final long[] triangles;

    /** Lists every triangle once: O(m sqrt m). */
    public Cohesion(Network network) {
        rows = network.mutual().out();
        nodeCount = network.nodeCount();
        triangles = listed();
    }

    private long[] listed() {
        long[] count = new long[nodeCount];
        Triangles.each(
                rows,
                (a, b, c, ab, ac, bc) -> {
                    count[a]++;
                    count[b]++;
                    count[c]++;
                });
        return count;
    }

    /** In how many triangles the node is: how many pairs of contacts know each other. */
    public long triangles(int node) {
        return triangles[node];
    }

    /** All triangles of the network. */
    public long triangles() {
        return Arrays.stream(triangles).sum() / 3;
    }

    /** The share of pairs of contacts who know each other, 0 for fewer than two contacts. */
    public double clustering(int node) {
        long degree = rows.degree(node);
        return degree < 2 ? 0 : 2.0 * triangles[node] / (degree * (degree - 1));
    }

    /** The mean over all nodes. */
    public double averageClustering() {
        double sum = 0;
        for (int node = 0; node < nodeCount; node++) {
            sum += clustering(node);
        }
        return nodeCount == 0 ? 0 : sum / nodeCount;
    }

    /** Three times the triangles over all pairs of ties that meet, 0 if there are none. */
    public double transitivity() {
        double pairs = 0;
        for (int node = 0; node < nodeCount; node++) {
            double degree = rows.degree(node);
            pairs += degree * (degree - 1) / 2;
        }
        return pairs == 0 ? 0 : 3.0 * triangles() / pairs;
    }

    /**
     * The greatest k for which the node is one of a group each of whom has k contacts in it, for
     * every node: Batagelj and Zaversnik, "An O(m) algorithm for cores decomposition" (2003).
     */
    public int[] cores() {
        int[] degree = new int[nodeCount];
        int most = 0;
        for (int node = 0; node < nodeCount; node++) {
            degree[node] = rows.degree(node);
            most = Math.max(most, degree[node]);
        }
        int[] begin = new int[most + 2];
        for (int each : degree) {
            begin[each + 1]++;
        }
        for (int d = 0; d <= most; d++) {
            begin[d + 1] += begin[d];
        }
        int[] order = new int[nodeCount];
        int[] place = new int[nodeCount];
        int[] next = begin.clone();
        for (int node = 0; node < nodeCount; node++) {
            place[node] = next[degree[node]]++;
            order[place[node]] = node;
        }
        for (int i = 0; i < nodeCount; i++) {
            int node = order[i];
            for (int j = rows.offsets()[node]; j < rows.offsets()[node + 1]; j++) {
                int other = rows.neighbours()[j];
                if (degree[other] > degree[node]) {
                    int first = Math.max(begin[degree[other]], i + 1);
                    int moved = order[first];
                    order[first] = other;
                    order[place[other]] = moved;
                    place[moved] = place[other];
                    place[other] = first;
                    begin[degree[other]] = first + 1;
                    degree[other]--;
                }
            }
        }
        return degree;
    }

    /**
     * As {@link #cores}, but of a directed network in which a tie that is returned counts twice, as
     * some databases count. O(m log n).
     */
    public static int[] coresByArcs(Network network) {
        int n = network.nodeCount();
        int[] degree = new int[n];
        PriorityQueue<long[]> queue = new PriorityQueue<>(Comparator.comparingLong(e -> e[0]));
        for (int node = 0; node < n; node++) {
            degree[node] = network.outDegree(node) + network.inDegree(node);
            queue.add(new long[] {degree[node], node});
        }
        int[] core = new int[n];
        Arrays.fill(core, -1);
        int reached = 0;
        while (!queue.isEmpty()) {
            long[] next = queue.remove();
            int node = (int) next[1];
            if (core[node] >= 0 || next[0] != degree[node]) {
                continue;
            }
            reached = Math.max(reached, degree[node]);
            core[node] = reached;
            Network.TieVisitor leave =
                    (other, weight) -> {
                        if (core[other] < 0) {
                            degree[other]--;
                            queue.add(new long[] {degree[other], other});
                        }
                    };
            network.forEachTieFrom(node, leave);
            network.forEachTieTo(node, leave);
        }
        return core;
    }

    /**
     * The share of the directed triangles that a node's ties make possible: Fagiolo, "Clustering in
     * complex directed networks" (2007); 0 where none is possible. O(sum of the neighbours'
     * degrees).
     */
    public static double directedClustering(Network network, int node) {
        Network.Rows out = network.out();
        Network.Rows in = network.in();
        double triangles = 0;
        int reciprocal = 0;
        int[] neighbours = neighbours(network, node);
        for (int v : neighbours) {
            int uv = arcs(out, node, v);
            reciprocal += uv == 2 ? 1 : 0;
            for (int w : neighbours) {
                if (v != w) {
                    triangles += (double) uv * arcs(out, v, w) * arcs(out, w, node);
                }
            }
        }
        double total = out.degree(node) + in.degree(node);
        double possible = 2 * (total * (total - 1) - 2 * reciprocal);
        return possible == 0 ? 0 : triangles / possible;
    }

    /**
     * The share of the arcs that there could be among those with whom the node has a tie: the local
     * clustering coefficient as LDBC Graphalytics defines it; 0 for fewer than two of them.
     */
    public static double arcsAmongNeighbours(Network network, int node) {
        int[] neighbours = neighbours(network, node);
        long arcs = 0;
        for (int v : neighbours) {
            for (int i = network.out().offsets()[v]; i < network.out().offsets()[v + 1]; i++) {
                arcs += Arrays.binarySearch(neighbours, network.out().neighbours()[i]) >= 0 ? 1 : 0;
            }
        }
        double d = neighbours.length;
        return d < 2 ? 0 : arcs / (d * (d - 1));
    }

    private static int arcs(Network.Rows out, int one, int other) {
        return (out.find(one, other) >= 0 ? 1 : 0) + (out.find(other, one) >= 0 ? 1 : 0);
    }

    private static int[] neighbours(Network network, int node) {
        Network.Rows out = network.out();
        Network.Rows in = network.in();
        return IntStream.concat(
                        Arrays.stream(
                                out.neighbours(), out.offsets()[node], out.offsets()[node + 1]),
                        Arrays.stream(in.neighbours(), in.offsets()[node], in.offsets()[node + 1]))
                .sorted()
                .distinct()
                .toArray();
    }
}
