package org.kithway.benchmarks;

import org.jgrapht.Graph;
import org.jgrapht.GraphPath;
import org.jgrapht.alg.shortestpath.BidirectionalDijkstraShortestPath;
import org.jgrapht.graph.DefaultWeightedEdge;
import org.jgrapht.graph.SimpleDirectedWeightedGraph;
import org.kithway.route.RouteQuery;
import org.kithway.route.RouteSearch;
import org.kithway.route.Routes;
import org.kithway.route.TieGraph;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Measures route searches on a generated network, on one thread, beside JGraphT's bidirectional
 * Dijkstra search in the same process: {@code RouteBenchmark [people [ties [seed [queries [jgrapht
 * queries]]]]]}, by default 100,000 people and 2,000,000 ties, seed 1, 300 and 60 queries. A tie
 * counts once for its two directions. Needs 4 GB of heap with JGraphT, which takes about 1 KB a
 * tie; with 0 JGraphT queries 150 bytes a tie, most of them to generate it.
 */
public final class RouteBenchmark {

    private static final int ORGANIZATION = 1_000;
    private static final int MATCHES = 200;
    private static final int WARM_UP = 5_000;

    private final PrintStream out;
    private final GeneratedNetwork network;
    private final TieGraph graph;
    private final RouteSearch search = new RouteSearch();
    private final int queries;

    private RouteBenchmark(PrintStream out, GeneratedNetwork network, int queries) {
        this.out = out;
        this.network = network;
        this.queries = queries;
        long start = System.nanoTime();
        TieGraph.Builder builder = TieGraph.builder().nodes(network.people);
        for (int i = 0; i < network.ties.length; i++) {
            int low = (int) (network.ties[i] >>> 32);
            int high = (int) network.ties[i];
            builder.add(low, high, network.there[i]).add(high, low, network.back[i]);
        }
        graph = builder.build();
        out.printf(Locale.ROOT, "graph built in %.1f s%n", (System.nanoTime() - start) / 1e9);
    }

    /** Runs it. */
    public static void main(String[] arguments) {
        int people = argument(arguments, 0, 100_000);
        int ties = argument(arguments, 1, 2_000_000);
        int seed = argument(arguments, 2, 1);
        RouteBenchmark benchmark =
                new RouteBenchmark(
                        System.out,
                        new GeneratedNetwork(people, ties, seed),
                        argument(arguments, 3, 300));
        benchmark.describe();
        benchmark.measureSearches();
        benchmark.measureEdits();
        int beside = argument(arguments, 4, 60);
        if (beside > 0) {
            benchmark.measureBesideJGraphT(beside);
        }
    }

    private static int argument(String[] arguments, int place, int otherwise) {
        return place < arguments.length
                ? Integer.parseInt(arguments[place].replace("_", ""))
                : otherwise;
    }

    private void describe() {
        long sum = 0;
        long squares = 0;
        long greatest = 0;
        int[] degrees = new int[network.people];
        for (long tie : network.ties) {
            degrees[(int) (tie >>> 32)]++;
            degrees[(int) tie]++;
        }
        for (long degree : degrees) {
            sum += degree;
            squares += degree * degree;
            greatest = Math.max(greatest, degree);
        }
        out.printf(
                Locale.ROOT,
                "seed %d: %,d people, %,d ties; degree mean %.1f, greatest %,d, E[d2]/E[d] %.0f%n%n",
                network.seed,
                network.people,
                network.ties.length,
                (double) sum / network.people,
                greatest,
                (double) squares / sum);
    }

    private void measureSearches() {
        out.printf(
                Locale.ROOT,
                "%-52s %8s %8s %8s %8s %7s %10s%n",
                "ms",
                "p50",
                "p90",
                "p99",
                "max",
                "routes",
                "expansions");
        for (int hops = 3; hops <= 6; hops++) {
            int maxHops = hops;
            measure("1 -> 1, k=10, h=" + hops, graph, random -> pair(random).maxHops(maxHops));
        }
        measure("1 -> 1, k=1, h=4", graph, random -> pair(random).limit(1));
        measure("1 -> 1, k=100, h=4", graph, random -> pair(random).limit(100));
        measure("1 -> 1, k=10, h=4, 1 per contact", graph, r -> pair(r).perFirstContact(1));
        for (int hops = 3; hops <= 4; hops++) {
            int maxHops = hops;
            measure(
                    "organization -> 1, k=10, h=" + hops + ", 1 per contact",
                    graph,
                    random ->
                            RouteQuery.between(some(random, ORGANIZATION), some(random, 1))
                                    .perFirstContact(1)
                                    .maxHops(maxHops));
            measure(
                    "1 -> any of 200, k=10, h=" + hops,
                    graph,
                    random ->
                            RouteQuery.between(some(random, 1), some(random, MATCHES))
                                    .maxHops(maxHops));
            measure(
                    "organization -> any of 200, k=10, h=" + hops,
                    graph,
                    random ->
                            RouteQuery.between(some(random, ORGANIZATION), some(random, MATCHES))
                                    .maxHops(maxHops));
        }
    }

    private RouteQuery pair(Random random) {
        return RouteQuery.between(some(random, 1), some(random, 1));
    }

    private int[] some(Random random, int count) {
        return IntStream.range(0, count).map(i -> random.nextInt(network.people)).toArray();
    }

    private void measure(String name, TieGraph on, Function<Random, RouteQuery> question) {
        List<RouteQuery> asked = new ArrayList<>();
        Random random = new Random(network.seed + 1);
        for (int i = 0; i < queries; i++) {
            asked.add(question.apply(random));
        }
        for (int warmUp = 0; warmUp < WARM_UP || warmUp < queries; warmUp++) {
            search.find(on, asked.get(warmUp % queries));
        }
        double[] times = new double[queries];
        long found = 0;
        long expansions = 0;
        int incomplete = 0;
        for (int i = 0; i < queries; i++) {
            long start = System.nanoTime();
            Routes routes = search.find(on, asked.get(i));
            times[i] = (System.nanoTime() - start) / 1e6;
            found += routes.routes().size();
            expansions += routes.expansions();
            incomplete += routes.complete() ? 0 : 1;
        }
        Arrays.sort(times);
        out.printf(
                Locale.ROOT,
                "%-52s %8.3f %8.3f %8.3f %8.3f %7.1f %,10d%s%n",
                name,
                quantile(times, 0.5),
                quantile(times, 0.9),
                quantile(times, 0.99),
                times[queries - 1],
                (double) found / queries,
                expansions / queries,
                incomplete == 0 ? "" : "  not complete: " + incomplete);
    }

    private static double quantile(double[] sorted, double share) {
        return sorted[(int) Math.min(sorted.length - 1, share * sorted.length)];
    }

    private void measureEdits() {
        Random random = new Random(network.seed + 2);
        int edits = network.people / 100;
        TieGraph.Edit edit = graph.edit();
        for (int i = 0; i < edits; i++) {
            int from = random.nextInt(network.people);
            int to = random.nextInt(network.people);
            if (from != to) {
                edit.put(from, to, 0.2);
            }
        }
        long start = System.nanoTime();
        TieGraph edited = edit.apply();
        long applied = System.nanoTime();
        TieGraph one = edited.edit().put(0, 1, 0.3).apply();
        long again = System.nanoTime();
        TieGraph compact = one.compact();
        long compacted = System.nanoTime();
        out.printf(
                Locale.ROOT,
                "%n%,d ties set in %.1f ms, one more in %.3f ms, compacted in %.1f ms (%,d ties)%n",
                edits,
                (applied - start) / 1e6,
                (again - applied) / 1e6,
                (compacted - again) / 1e6,
                compact.tieCount());
        measure("1 -> 1, k=10, h=4, packed", graph, this::pair);
        measure("1 -> 1, k=10, h=4, 2 % of rows replaced", edited, this::pair);
    }

    private void measureBesideJGraphT(int pairs) {
        BidirectionalDijkstraShortestPath<Integer, DefaultWeightedEdge> theirs =
                new BidirectionalDijkstraShortestPath<>(jGraphT());
        Random random = new Random(network.seed + 3);
        double[] their = new double[pairs];
        double[] our = new double[pairs];
        int within = 0;
        int equal = 0;
        for (int i = -pairs / 2; i < pairs; i++) {
            int source = random.nextInt(network.people);
            int target = random.nextInt(network.people);
            RouteQuery query =
                    RouteQuery.between(source, target).limit(1).maxHops(RouteQuery.MAX_HOPS);
            long start = System.nanoTime();
            GraphPath<Integer, DefaultWeightedEdge> path = theirs.getPath(source, target);
            long middle = System.nanoTime();
            Routes routes = search.find(graph, query);
            long end = System.nanoTime();
            if (i >= 0) {
                their[i] = (middle - start) / 1e6;
                our[i] = (end - middle) / 1e6;
                if (path != null && path.getLength() <= RouteQuery.MAX_HOPS) {
                    within++;
                    double best = routes.routes().getFirst().probability();
                    equal += Math.abs(best / Math.exp(-path.getWeight()) - 1) < 1e-5 ? 1 : 0;
                }
            }
        }
        double ratio =
                Math.exp(
                        IntStream.range(0, pairs)
                                .mapToDouble(i -> Math.log(their[i] / our[i]))
                                .average()
                                .orElse(Double.NaN));
        Arrays.sort(their);
        Arrays.sort(our);
        out.printf(
                Locale.ROOT,
                "%n%d pairs, k=1: JGraphT bidirectional Dijkstra, any hops %.2f / %.2f ms (p50 / p99);"
                        + " ours, at most 6 hops %.3f / %.3f ms; geometric mean of ratios %.0f%n",
                pairs,
                quantile(their, 0.5),
                quantile(their, 0.99),
                quantile(our, 0.5),
                quantile(our, 0.99),
                ratio);
        out.printf(
                Locale.ROOT,
                "where JGraphT's path has at most 6 hops, the same probability in %d of %d%n",
                equal,
                within);
    }

    private Graph<Integer, DefaultWeightedEdge> jGraphT() {
        Graph<Integer, DefaultWeightedEdge> copy =
                new SimpleDirectedWeightedGraph<>(DefaultWeightedEdge.class);
        for (int person = 0; person < network.people; person++) {
            copy.addVertex(person);
        }
        for (int i = 0; i < network.ties.length; i++) {
            int low = (int) (network.ties[i] >>> 32);
            int high = (int) network.ties[i];
            copy.setEdgeWeight(copy.addEdge(low, high), -Math.log(network.there[i]));
            copy.setEdgeWeight(copy.addEdge(high, low), -Math.log(network.back[i]));
        }
        return copy;
    }
}
