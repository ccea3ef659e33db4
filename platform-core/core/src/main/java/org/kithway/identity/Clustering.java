package org.kithway.identity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * People out of pairs that may be one: agglomeration by the mean weight of all pairs across two
 * groups (average linkage), where a pair that was not compared speaks against. So one wrong pair
 * joins no two groups whose other pairs do not agree. Confirmed pairs are always joined, denied
 * ones never, not even through others.
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

    /** What a pair that shares no blocking key weighs, in bits below the weight of a join. */
    private static final double NOT_COMPARED = -6;

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

    /** The state of the search: groups, and the sums of weights between them. */
    private static final class Agglomeration {
        private static final double NEVER = Double.NEGATIVE_INFINITY;

        private final int[] ids;
        private final List<SortedSet<Integer>> members = new ArrayList<>();
        private final List<Map<Integer, Between>> between = new ArrayList<>();
        private final int[] group;
        private final double same;
        private final PriorityQueue<Merge> queue = new PriorityQueue<>();

        private record Between(double sum, int compared, boolean denied) {
            Between plus(Between other) {
                return new Between(
                        sum + other.sum, compared + other.compared, denied || other.denied);
            }
        }

        /** A possible join of two groups, by their least nodes; stale once either has grown. */
        private record Merge(double mean, int one, int other, int sizes)
                implements Comparable<Merge> {
            @Override
            public int compareTo(Merge that) {
                int byMean = Double.compare(that.mean, mean);
                if (byMean != 0) {
                    return byMean;
                }
                int byOne = Integer.compare(one, that.one);
                return byOne != 0 ? byOne : Integer.compare(other, that.other);
            }
        }

        Agglomeration(
                Collection<Integer> nodes,
                Collection<Edge> edges,
                Collection<Pair> confirmed,
                Collection<Pair> denied,
                double same) {
            this.same = same;
            ids = nodes.stream().mapToInt(Integer::intValue).sorted().distinct().toArray();
            group = new int[ids.length];
            for (int i = 0; i < ids.length; i++) {
                group[i] = i;
                members.add(new TreeSet<>(List.of(i)));
                between.add(new TreeMap<>());
            }
            List<Edge> sorted = new ArrayList<>(edges);
            sorted.sort(
                    Comparator.comparingInt(Edge::one)
                            .thenComparingInt(Edge::other)
                            .thenComparingDouble(Edge::bits));
            for (Edge edge : sorted) {
                put(index(edge.one()), index(edge.other()), new Between(edge.bits(), 1, false));
            }
            for (Pair pair : denied) {
                put(index(pair.one()), index(pair.other()), new Between(0, 0, true));
            }
            List<Pair> firm = new ArrayList<>();
            for (Pair pair : confirmed) {
                int one = index(pair.one());
                int other = index(pair.other());
                firm.add(new Pair(Math.min(one, other), Math.max(one, other)));
            }
            firm.sort(Comparator.comparingInt(Pair::one).thenComparingInt(Pair::other));
            for (Pair pair : firm) {
                join(pair.one(), pair.other());
            }
            for (int i = 0; i < ids.length; i++) {
                if (group[i] == i) {
                    for (int other : between.get(i).keySet()) {
                        if (i < other) {
                            offer(i, other);
                        }
                    }
                }
            }
            run();
        }

        private int index(int id) {
            int index = Arrays.binarySearch(ids, id);
            if (index < 0) {
                throw new IllegalArgumentException("an edge names a node that is not given: " + id);
            }
            return index;
        }

        private void put(int one, int other, Between more) {
            between.get(one).merge(other, more, Between::plus);
            between.get(other).merge(one, more, Between::plus);
        }

        private void run() {
            while (!queue.isEmpty()) {
                Merge next = queue.remove();
                if (group[next.one] == next.one
                        && group[next.other] == next.other
                        && next.sizes == sizes(next.one, next.other)) {
                    join(next.one, next.other);
                    for (int other : between.get(next.one).keySet()) {
                        offer(Math.min(next.one, other), Math.max(next.one, other));
                    }
                }
            }
        }

        private int sizes(int one, int other) {
            return members.get(one).size() + members.get(other).size();
        }

        private void offer(int one, int other) {
            double mean = mean(one, other);
            if (mean >= same) {
                queue.add(new Merge(mean, one, other, sizes(one, other)));
            }
        }

        private double mean(int one, int other) {
            Between sum = between.get(one).get(other);
            if (sum == null || sum.denied) {
                return NEVER;
            }
            long pairs = (long) members.get(one).size() * members.get(other).size();
            return (sum.sum + (pairs - sum.compared) * (same + NOT_COMPARED)) / pairs;
        }

        /** Joins the groups of two nodes; the lesser group's number stays. */
        private void join(int a, int b) {
            int one = Math.min(group[a], group[b]);
            int other = Math.max(group[a], group[b]);
            if (one == other) {
                return;
            }
            for (int node : members.get(other)) {
                group[node] = one;
            }
            members.get(one).addAll(members.get(other));
            members.get(other).clear();
            between.get(one).remove(other);
            between.get(other).remove(one);
            for (Map.Entry<Integer, Between> entry : between.get(other).entrySet()) {
                between.get(entry.getKey()).remove(other);
                put(one, entry.getKey(), entry.getValue());
            }
            between.get(other).clear();
        }

        Clustering result(Collection<Edge> edges, double doubt) {
            List<SortedSet<Integer>> clusters = new ArrayList<>();
            for (SortedSet<Integer> indices : members) {
                if (!indices.isEmpty()) {
                    SortedSet<Integer> cluster = new TreeSet<>();
                    indices.forEach(index -> cluster.add(ids[index]));
                    clusters.add(Collections.unmodifiableSortedSet(cluster));
                }
            }
            Map<Long, Boolean> seen = new HashMap<>();
            List<Edge> doubtful = new ArrayList<>();
            for (Edge edge : edges) {
                int one = group[index(edge.one())];
                int other = group[index(edge.other())];
                if (edge.bits() >= doubt
                        && one != other
                        && !between.get(one).getOrDefault(other, new Between(0, 0, false)).denied
                        && seen.put(((long) edge.one() << 32) | edge.other(), true) == null) {
                    doubtful.add(edge);
                }
            }
            doubtful.sort(
                    Comparator.comparingDouble(Edge::bits)
                            .reversed()
                            .thenComparingInt(Edge::one)
                            .thenComparingInt(Edge::other));
            return new Clustering(
                    List.copyOf(clusters),
                    List.copyOf(doubtful),
                    clusters.stream().filter(cluster -> cluster.size() > GIANT).toList());
        }
    }
}
