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

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.io.PrintWriter;
import java.util.Random;
import java.util.concurrent.Callable;

/**
 * Compares the best route between two people with the shortest path that JGraphT's bidirectional
 * Dijkstra search finds: in probability and in time, in the same process. JGraphT takes about 1 KB
 * of heap a tie.
 */
@Command(
        name = "routes",
        mixinStandardHelpOptions = true,
        description = "Best routes beside JGraphT's shortest paths.")
final class RouteEvaluation implements Callable<Integer> {
    private final PrintWriter out;

    @Option(
            names = "--people",
            defaultValue = "100000",
            description = "In the network (default: ${DEFAULT-VALUE}).")
    private int people;

    @Option(
            names = "--ties",
            defaultValue = "2000000",
            description = "Between them (default: ${DEFAULT-VALUE}).")
    private int ties;

    @Option(
            names = "--seed",
            defaultValue = "1",
            description = "Decides who knows whom (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(
            names = "--pairs",
            defaultValue = "60",
            description = "Of people, after half as many to warm up (default: ${DEFAULT-VALUE}).")
    private int pairs;

    RouteEvaluation(PrintWriter out) {
        this.out = out;
    }

    @Override
    public Integer call() {
        GeneratedNetwork network = new GeneratedNetwork(people, ties, seed);
        TieGraph graph = network.graph();
        RouteSearch search = new RouteSearch();
        BidirectionalDijkstraShortestPath<Integer, DefaultWeightedEdge> theirs =
                new BidirectionalDijkstraShortestPath<>(jGraphT(network));
        Random random = new Random(seed + 3);
        Timings their = new Timings();
        Timings our = new Timings();
        double ratios = 0;
        int within = 0;
        int equal = 0;
        for (int i = -pairs / 2; i < pairs; i++) {
            int source = random.nextInt(people);
            int target = random.nextInt(people);
            RouteQuery query =
                    RouteQuery.between(source, target).limit(1).maxHops(RouteQuery.MAX_HOPS);
            long start = System.nanoTime();
            GraphPath<Integer, DefaultWeightedEdge> path = theirs.getPath(source, target);
            long middle = System.nanoTime();
            Routes routes = search.find(graph, query);
            long end = System.nanoTime();
            if (i >= 0) {
                their.add(middle - start);
                our.add(end - middle);
                ratios += Math.log((double) (middle - start) / (end - middle));
                if (path != null && path.getLength() <= RouteQuery.MAX_HOPS) {
                    within++;
                    double best = routes.routes().getFirst().probability();
                    equal += Math.abs(best / Math.exp(-path.getWeight()) - 1) < 1e-5 ? 1 : 0;
                }
            }
        }
        Table table = new Table("one route between two people, ms", "p50", "p99");
        row(table, "JGraphT's bidirectional Dijkstra, any number of hops", their);
        row(table, "Kithway, at most " + RouteQuery.MAX_HOPS + " hops", our);
        table.print(out);
        out.printf(
                "%d pairs (seed %d), geometric mean of the ratios %s. Where JGraphT's path has at most %d hops, the same probability in %d of %d.%n",
                pairs,
                seed,
                Table.number(Math.exp(ratios / pairs), 1),
                RouteQuery.MAX_HOPS,
                equal,
                within);
        return equal == within ? 0 : 3;
    }

    private static void row(Table table, String name, Timings times) {
        table.row(
                name, Table.number(times.quantile(0.5), 3), Table.number(times.quantile(0.99), 3));
    }

    /** JGraphT's own graph of the network. */
    static Graph<Integer, DefaultWeightedEdge> jGraphT(GeneratedNetwork network) {
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
