package org.kithway.identity;

import org.kithway.identity.Clustering.Edge;
import org.kithway.identity.Clustering.Pair;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** The state of the search: groups, and the sums of weights between them. */
final class Agglomeration {
    /** What a pair that shares no blocking key weighs, in bits below the weight of a join. */
    private static final double NOT_COMPARED = -6;

    private final int[] ids;
    private final List<SortedSet<Integer>> members = new ArrayList<>();
    private final List<Map<Integer, Between>> between = new ArrayList<>();
    private final int[] group;
    private final double same;
    private final Persons people;
    private final PriorityQueue<Merge> queue = new PriorityQueue<>();

    /**
     * What is known of the pairs across two groups.
     *
     * @param sum of weights
     * @param support sum of what the pairs' neighbours say of them
     */
    private record Between(double sum, double support, int compared) {
        static final Between NOTHING = new Between(0, 0, 0);

        Between plus(Between other) {
            return new Between(sum + other.sum, support + other.support, compared + other.compared);
        }
    }

    /** A possible join of two groups, by their least nodes; stale once either has grown. */
    private record Merge(double support, int one, int other, int sizes)
            implements Comparable<Merge> {
        @Override
        public int compareTo(Merge that) {
            int bySupport = Double.compare(that.support, support);
            if (bySupport != 0) {
                return bySupport;
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
            put(index(edge.one()), index(edge.other()), new Between(edge.bits(), 0, 1));
        }
        double[] supports = new double[sorted.size()];
        for (int i = 0; i < supports.length; i++) {
            supports[i] = support(index(sorted.get(i).one()), index(sorted.get(i).other()));
        }
        for (int i = 0; i < supports.length; i++) {
            Edge edge = sorted.get(i);
            put(index(edge.one()), index(edge.other()), new Between(0, supports[i], 0));
        }
        this.people = new Persons(ids.length);
        for (Pair pair : confirmed) {
            people.join(index(pair.one()), index(pair.other()));
        }
        for (Pair pair : denied) {
            people.divide(index(pair.one()), index(pair.other()));
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
                    && next.sizes == sizes(next.one, next.other)
                    && people.mayJoin(next.one, next.other)) {
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

    /**
     * The mean of the pair's weight and of those that each of the two has with whom the other is
     * strongly tied to: what a wrong edge, however heavy, lacks.
     */
    private double support(int one, int other) {
        double sum = between.get(one).getOrDefault(other, Between.NOTHING).sum;
        int count = 1;
        for (int side = 0; side < 2; side++) {
            int near = side == 0 ? one : other;
            int far = side == 0 ? other : one;
            for (Map.Entry<Integer, Between> tie : between.get(near).entrySet()) {
                if (tie.getKey() != far && tie.getValue().sum >= same) {
                    Between across = between.get(far).get(tie.getKey());
                    sum += across == null ? same + NOT_COMPARED : across.sum;
                    count++;
                }
            }
        }
        return sum / count;
    }

    private void offer(int one, int other) {
        Between across = between.get(one).get(other);
        if (across == null) {
            return;
        }
        long pairs = (long) members.get(one).size() * members.get(other).size();
        double rest = (pairs - across.compared) * (same + NOT_COMPARED);
        if ((across.sum + rest) / pairs >= same) {
            double support = (across.support + rest) / pairs;
            queue.add(new Merge(support, one, other, sizes(one, other)));
        }
    }

    /** Joins two groups; the lesser group's number stays. */
    private void join(int one, int other) {
        people.join(one, other);
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
        Map<Integer, SortedSet<Integer>> byPerson = new TreeMap<>();
        for (int i = 0; i < ids.length; i++) {
            byPerson.computeIfAbsent(people.of(i), key -> new TreeSet<>()).add(ids[i]);
        }
        List<SortedSet<Integer>> clusters =
                byPerson.values().stream()
                        .map(Collections::unmodifiableSortedSet)
                        .sorted(Comparator.comparing(SortedSet::first))
                        .toList();
        List<Edge> doubtful =
                edges.stream()
                        .filter(edge -> edge.bits() >= doubt)
                        .filter(edge -> isOpen(index(edge.one()), index(edge.other())))
                        .distinct()
                        .sorted(
                                Comparator.comparingDouble(Edge::bits)
                                        .reversed()
                                        .thenComparingInt(Edge::one)
                                        .thenComparingInt(Edge::other))
                        .toList();
        return new Clustering(
                clusters,
                doubtful,
                clusters.stream().filter(cluster -> cluster.size() > Clustering.GIANT).toList());
    }

    private boolean isOpen(int one, int other) {
        return people.of(one) != people.of(other) && people.mayJoin(one, other);
    }
}
