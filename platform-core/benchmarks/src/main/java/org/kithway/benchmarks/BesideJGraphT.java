package org.kithway.benchmarks;

import org.jgrapht.Graph;
import org.jgrapht.GraphPath;
import org.jgrapht.alg.shortestpath.AllDirectedPaths;
import org.jgrapht.alg.shortestpath.BidirectionalDijkstraShortestPath;
import org.jgrapht.alg.shortestpath.YenKShortestPath;
import org.jspecify.annotations.Nullable;
import org.kithway.route.Route;
import org.kithway.route.RouteQuery;
import org.kithway.route.RouteSearch;
import org.kithway.route.TieGraph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;

/**
 * Asks JGraphT and Kithway the same, pair by pair in one process, and compares both times and
 * answers. JGraphT has no exact search for the best few within a limit of hops but listing all
 * paths; its searches without a limit are compared where their paths keep to ours.
 */
final class BesideJGraphT<E> {
    static Table table() {
        return new Table(
                "JGraphT's, and ours; ms",
                "pairs",
                "p50",
                "p99",
                "ours p50",
                "p99",
                "ratio",
                "80 % interval",
                "same");
    }

    private static final int K = 10;
    private static final int ALL_HOPS = 3;
    private static final double EQUAL = 1e-5;
    private static final int RESAMPLES = 1_000;

    private final String name;
    private final TieGraph graph;
    private final Graph<Integer, E> theirs;
    private final RouteSearch search = new RouteSearch();
    private final long seed;

    /**
     * @param theirs the same graph, its weights {@code -ln p}
     */
    BesideJGraphT(String name, TieGraph graph, Graph<Integer, E> theirs, long seed) {
        this.name = name;
        this.graph = graph;
        this.theirs = theirs;
        this.seed = seed;
    }

    /** Costs of JGraphT's paths that keep to the hops, ascending. */
    private record Answer(List<Double> costs) {
        static <E> Answer of(List<@Nullable GraphPath<Integer, E>> paths, int hops, int limit) {
            return new Answer(
                    paths.stream()
                            .filter(Objects::nonNull)
                            .filter(path -> path.getLength() <= hops)
                            .map(GraphPath::getWeight)
                            .sorted()
                            .limit(limit)
                            .toList());
        }
    }

    /** The shortest path of any number of hops, and our best route of at most six. */
    void bidirectionalDijkstra(Table table, int pairs) {
        BidirectionalDijkstraShortestPath<Integer, E> dijkstra =
                new BidirectionalDijkstraShortestPath<>(theirs);
        compare(
                table,
                "BidirectionalDijkstraShortestPath, k=1, h=6",
                pairs,
                (a, b) ->
                        Answer.of(
                                Collections.singletonList(dijkstra.getPath(a, b)),
                                RouteQuery.MAX_HOPS,
                                1),
                query -> query.limit(1).maxHops(RouteQuery.MAX_HOPS),
                false);
    }

    /** The ten shortest paths of any number of hops, and our ten best routes of at most six. */
    void yen(Table table, int pairs) {
        YenKShortestPath<Integer, E> yen = new YenKShortestPath<>(theirs);
        compare(
                table,
                "YenKShortestPath, k=10, h=6",
                pairs,
                (a, b) -> Answer.of(new ArrayList<>(yen.getPaths(a, b, K)), RouteQuery.MAX_HOPS, K),
                query -> query.limit(K).maxHops(RouteQuery.MAX_HOPS),
                false);
    }

    /** All paths of at most three hops, sorted, and our ten best routes of at most three. */
    void allPaths(Table table, int pairs) {
        AllDirectedPaths<Integer, E> all = new AllDirectedPaths<>(theirs);
        compare(
                table,
                "AllDirectedPaths, sorted, k=10, h=3",
                pairs,
                (a, b) ->
                        Answer.of(
                                new ArrayList<>(all.getAllPaths(a, b, true, ALL_HOPS)),
                                ALL_HOPS,
                                K),
                query -> query.limit(K).maxHops(ALL_HOPS),
                true);
    }

    private void compare(
            Table table,
            String what,
            int pairs,
            BiFunction<Integer, Integer, Answer> ask,
            UnaryOperator<RouteQuery> limits,
            boolean whole) {
        if (pairs == 0) {
            return;
        }
        Random random = new Random(seed);
        warmUp(random, limits);
        Timings their = new Timings();
        Timings our = new Timings();
        double[] ratios = new double[pairs];
        int same = 0;
        for (int i = 0; i < pairs; i++) {
            int source = random.nextInt(graph.nodeCount());
            int target = other(random, source);
            long start = System.nanoTime();
            Answer answer = ask.apply(source, target);
            long middle = System.nanoTime();
            List<Route> routes =
                    search.find(graph, limits.apply(RouteQuery.between(source, target))).routes();
            long end = System.nanoTime();
            their.add(middle - start);
            our.add(end - middle);
            ratios[i] = Math.log((double) (middle - start) / (end - middle));
            same += isSame(answer, routes, whole) ? 1 : 0;
        }
        double[] interval = interval(ratios, random);
        table.row(
                name + ": " + what,
                pairs,
                Table.number(their.quantile(0.5), 3),
                Table.number(their.quantile(0.99), 3),
                Table.number(our.quantile(0.5), 3),
                Table.number(our.quantile(0.99), 3),
                ratio(Arrays.stream(ratios).average().orElse(0)),
                ratio(interval[0]) + " to " + ratio(interval[1]),
                same + " of " + pairs);
    }

    private int other(Random random, int source) {
        int target = random.nextInt(graph.nodeCount() - 1);
        return target >= source ? target + 1 : target;
    }

    private void warmUp(Random random, UnaryOperator<RouteQuery> limits) {
        for (int i = 0; i < 3_000; i++) {
            int source = random.nextInt(graph.nodeCount());
            search.find(graph, limits.apply(RouteQuery.between(source, other(random, source))));
        }
    }

    /**
     * Whether each of their costs is ours of the same rank, and, where both look for the same,
     * there are as many.
     */
    private static boolean isSame(Answer answer, List<Route> routes, boolean whole) {
        if (whole
                ? answer.costs().size() != routes.size()
                : answer.costs().size() > routes.size()) {
            return false;
        }
        List<Route> ordered =
                routes.stream()
                        .sorted(Comparator.comparingDouble(Route::probability).reversed())
                        .toList();
        for (int i = 0; i < answer.costs().size(); i++) {
            double ours = -Math.log(ordered.get(i).probability());
            if (Math.abs(answer.costs().get(i) - ours) > EQUAL) {
                return false;
            }
        }
        return true;
    }

    /** Of the mean, by drawing pairs anew (bootstrap). */
    private static double[] interval(double[] values, Random random) {
        double[] means = new double[RESAMPLES];
        for (int i = 0; i < RESAMPLES; i++) {
            double sum = 0;
            for (int j = 0; j < values.length; j++) {
                sum += values[random.nextInt(values.length)];
            }
            means[i] = sum / values.length;
        }
        Arrays.sort(means);
        return new double[] {means[RESAMPLES / 10], means[RESAMPLES * 9 / 10]};
    }

    private static String ratio(double logarithm) {
        double ratio = Math.exp(logarithm);
        return String.format(Locale.ROOT, ratio < 100 ? "%.1f" : "%,.0f", ratio);
    }
}
