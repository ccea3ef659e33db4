package org.kithway.ingestion.kafka.derive;

import org.kithway.identity.Clustering;
import org.kithway.ingestion.kafka.derive.Edges.State;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeMap;

/**
 * The people among the atoms of one region. Atoms are numbered by their names, which are the same
 * whatever came in whichever order.
 *
 * @param clusters the atoms of each person
 * @param states what becomes of each edge
 * @param giant those of the clusters that have suspiciously many atoms
 */
record Clusters(List<List<Integer>> clusters, Map<Pair, State> states, List<List<Integer>> giant) {
    /** In larger regions pairs without an edge are not looked at again: they would be too many. */
    private static final int CLOSE = 64;

    /** Two atoms. */
    record Pair(int one, int other) {}

    static Clusters of(
            View view, SortedSet<Integer> region, Matching matching, Dictionary dictionary) {
        List<Integer> atoms = new ArrayList<>(region);
        atoms.sort(Comparator.comparing(dictionary::text));
        Map<Integer, Integer> index = new HashMap<>();
        atoms.forEach(atom -> index.put(atom, index.size()));
        List<Integer> nodes = new ArrayList<>();
        Map<Pair, Double> bits =
                new TreeMap<>(Comparator.comparingInt(Pair::one).thenComparingInt(Pair::other));
        List<Clustering.Pair> confirmed = new ArrayList<>();
        List<Clustering.Pair> denied = new ArrayList<>();
        Map<Pair, State> states = new HashMap<>();
        for (int one = 0; one < atoms.size(); one++) {
            int node = one;
            int atom = atoms.get(one);
            nodes.add(node);
            view.eachEdge(
                    atom,
                    (edge, other) -> {
                        Integer to = index.get(other);
                        if (to != null && node < to) {
                            bits.put(new Pair(node, to), edge.bits());
                        }
                    });
            for (int other : view.joined(atom)) {
                Integer to = index.get(other);
                if (to != null && node < to) {
                    confirmed.add(new Clustering.Pair(node, to));
                }
            }
            for (int other : view.divided(atom)) {
                Integer to = index.get(other);
                if (to != null && node < to) {
                    denied.add(new Clustering.Pair(node, to));
                    states.put(new Pair(atom, other), State.DENIED);
                }
            }
        }
        List<Clustering.Edge> edges = new ArrayList<>();
        bits.forEach(
                (pair, weight) -> edges.add(new Clustering.Edge(pair.one(), pair.other(), weight)));
        if (atoms.size() <= CLOSE) {
            against(view, atoms, bits, matching, edges);
        }
        Clustering clustering =
                Clustering.of(
                        nodes,
                        edges,
                        confirmed,
                        denied,
                        matching.model().same(),
                        matching.model().doubtful());
        Map<Integer, Integer> clusterOf = new HashMap<>();
        List<List<Integer>> clusters = new ArrayList<>();
        for (SortedSet<Integer> cluster : clustering.clusters()) {
            cluster.forEach(node -> clusterOf.put(node, clusters.size()));
            clusters.add(cluster.stream().map(atoms::get).toList());
        }
        bits.keySet()
                .forEach(pair ->
                        states.putIfAbsent(
                                new Pair(atoms.get(pair.one()), atoms.get(pair.other())),
                                Objects.equals(
                                                clusterOf.get(pair.one()),
                                                clusterOf.get(pair.other()))
                                        ? State.JOINED
                                        : State.OPEN));
        for (Clustering.Edge edge : clustering.doubtful()) {
            states.replace(
                    new Pair(atoms.get(edge.one()), atoms.get(edge.other())),
                    State.OPEN,
                    State.DOUBTFUL);
        }
        return new Clusters(
                clusters,
                states,
                clustering.giants().stream()
                        .map(giant -> giant.stream().map(atoms::get).toList())
                        .toList());
    }

    /** What speaks against pairs that are too unlikely for an edge weighs in as well. */
    private static void against(
            View view,
            List<Integer> atoms,
            Map<Pair, Double> bits,
            Matching matching,
            List<Clustering.Edge> edges) {
        for (int one = 0; one < atoms.size(); one++) {
            for (int other = one + 1; other < atoms.size(); other++) {
                if (!bits.containsKey(new Pair(one, other))) {
                    edges.add(
                            new Clustering.Edge(
                                    one,
                                    other,
                                    matching.judge(view.layer(), atoms.get(one), atoms.get(other))
                                            .bits()));
                }
            }
        }
    }
}
