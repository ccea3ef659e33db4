package org.kithway.route;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The oracle: walks every route there is, sorts them all, and takes the best that the query allows.
 */
final class EveryRoute {

    record Found(List<Integer> nodes, double cost) {}

    private final int nodeCount;
    private final Map<Long, Double> ties;
    private final double[] willingness;
    private final RouteQuery query;
    private final boolean[] source;
    private final boolean[] target;
    private final List<Found> found = new ArrayList<>();

    private EveryRoute(
            int nodeCount, Map<Long, Double> ties, double[] willingness, RouteQuery query) {
        this.nodeCount = nodeCount;
        this.ties = ties;
        this.willingness = willingness;
        this.query = query;
        source = new boolean[nodeCount];
        target = new boolean[nodeCount];
        Arrays.stream(query.sources).forEach(node -> source[node] = true);
        Arrays.stream(query.targets).forEach(node -> target[node] = true);
    }

    static List<Found> best(
            int nodeCount, Map<Long, Double> ties, double[] willingness, RouteQuery query) {
        EveryRoute all = new EveryRoute(nodeCount, ties, willingness, query);
        for (int node = 0; node < nodeCount; node++) {
            if (all.source[node] && !query.excluded.get(node)) {
                List<Integer> path = new ArrayList<>(List.of(node));
                all.walk(path, 0);
            }
        }
        return all.allowed();
    }

    private void walk(List<Integer> path, double cost) {
        int last = path.getLast();
        boolean start = path.size() == 1;
        if (!start && target[last]) {
            found.add(new Found(List.copyOf(path), cost));
        }
        if (path.size() > query.maxHops
                || (!start && (source[last] || target[last] || willingness[last] == 0))) {
            return;
        }
        double left = start ? cost : cost + Cost.of(willingness[last]);
        for (int next = 0; next < nodeCount; next++) {
            Double chance = ties.get(RandomCase.key(last, next));
            if (chance != null && !path.contains(next) && !query.excluded.get(next)) {
                path.add(next);
                walk(path, left + Cost.of(chance));
                path.removeLast();
            }
        }
    }

    private List<Found> allowed() {
        found.sort(
                Comparator.comparingDouble(Found::cost)
                        .thenComparingInt(route -> route.nodes().size())
                        .thenComparing(
                                Found::nodes,
                                (a, b) ->
                                        Arrays.compare(
                                                a.stream().mapToInt(i -> i).toArray(),
                                                b.stream().mapToInt(i -> i).toArray())));
        Map<Integer, Integer> perContact = new HashMap<>();
        return found.stream()
                .filter(route ->
                        perContact.merge(route.nodes().get(1), 1, Integer::sum)
                                <= query.perFirstContact)
                .limit(query.limit)
                .toList();
    }
}
