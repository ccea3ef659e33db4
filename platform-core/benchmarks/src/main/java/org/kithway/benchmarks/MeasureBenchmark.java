package org.kithway.benchmarks;

import org.jgrapht.Graph;
import org.jgrapht.alg.scoring.Coreness;
import org.jgrapht.graph.DefaultEdge;
import org.jgrapht.graph.SimpleGraph;
import org.kithway.quality.Centrality;
import org.kithway.quality.Cohesion;
import org.kithway.quality.Communities;
import org.kithway.quality.Components;
import org.kithway.quality.Mixing;
import org.kithway.quality.Network;
import org.kithway.quality.Reach;
import org.kithway.quality.StructuralHoles;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.io.PrintWriter;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * Measures how long each measure of a whole generated network takes, once, on one thread. Needs 150
 * bytes of heap a tie.
 */
@Command(
        name = "measures",
        mixinStandardHelpOptions = true,
        description = "Seconds for each measure of a whole generated network.")
final class MeasureBenchmark implements Callable<Integer> {
    private static final int REGISTERS_LOG = 6;
    private static final int LABEL_ROUNDS = 5;
    private static final int CHECKED = 200;

    private final PrintWriter out;
    private final Table table = new Table("measure of all", "seconds", "found");

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
            names = "--sources",
            defaultValue = "16",
            description = "Of sampled betweenness (default: ${DEFAULT-VALUE}).")
    private int sources;

    @Option(names = "--beside", description = "Measure cores with JGraphT too, and compare them.")
    private boolean beside;

    MeasureBenchmark(PrintWriter out) {
        this.out = out;
    }

    @Override
    public Integer call() {
        GeneratedNetwork generated = new GeneratedNetwork(people, ties, seed);
        Network network =
                timed("network, from ties", () -> network(generated), n -> count(n.tieCount()));
        timed("components", () -> Components.weak(network), c -> c.count() + " components");
        Cohesion cohesion =
                timed(
                        "triangles, clustering",
                        () -> new Cohesion(network),
                        c -> count(c.triangles()));
        int[] cores =
                timed("cores", cohesion::cores, c -> Arrays.stream(c).max().orElse(0) + " deepest");
        StructuralHoles.All holes =
                timed(
                        "effective size, constraint, hierarchy",
                        () -> new StructuralHoles(network).all(),
                        all -> off(network, all) + " off at most");
        timed("reciprocity, assortativity", () -> Mixing.assortativity(network), a -> number(a, 4));
        timed(
                "circles by labels, 5 rounds",
                () -> Communities.byLabels(network, LABEL_ROUNDS, order()),
                labels -> "%.3f modularity".formatted(Communities.modularity(network, labels)));
        timed(
                "circles, Leiden, one run",
                () -> Communities.of(network, 1, new Random(seed)),
                c -> "%.3f modularity".formatted(Communities.modularity(network, c.of())));
        for (int hops = 2; hops <= 3; hops++) {
            int within = hops;
            timed(
                    "reach within %d, estimated, 64 registers".formatted(hops),
                    () -> Reach.estimate(network, within, REGISTERS_LOG, seed),
                    estimates -> error(network, within, estimates));
        }
        timed(
                "PageRank, 20 rounds",
                () -> new Centrality(network).pageRank(0.85, 0, 20),
                rank -> number(Arrays.stream(rank).max().orElse(0), 6) + " greatest");
        timed(
                "betweenness, %d sources".formatted(sources),
                () -> new Centrality(network).betweenness(sources, new Random(seed)),
                MeasureBenchmark::error);
        if (beside) {
            Graph<Integer, DefaultEdge> theirGraph = jGraphT(generated);
            timed(
                    "cores, JGraphT",
                    () -> new Coreness<>(theirGraph).getScores(),
                    theirs -> same(cores, theirs) + " the same as ours");
        }
        table.print(out);
        return holes.constraint().length == people ? 0 : 3;
    }

    private interface Told<T> {
        String of(T result);
    }

    private <T> T timed(String name, Supplier<T> measure, Told<T> told) {
        long start = System.nanoTime();
        T result = measure.get();
        double seconds = (System.nanoTime() - start) / 1e9;
        table.row(name, number(seconds, 2), told.of(result));
        return result;
    }

    private static Network network(GeneratedNetwork generated) {
        Network.Builder builder = Network.mutual(generated.people);
        for (int i = 0; i < generated.ties.length; i++) {
            builder.add(
                    (int) (generated.ties[i] >>> 32), (int) generated.ties[i], generated.there[i]);
        }
        return builder.build();
    }

    private static Graph<Integer, DefaultEdge> jGraphT(GeneratedNetwork generated) {
        Graph<Integer, DefaultEdge> graph = new SimpleGraph<>(DefaultEdge.class);
        for (int person = 0; person < generated.people; person++) {
            graph.addVertex(person);
        }
        for (long tie : generated.ties) {
            graph.addEdge((int) (tie >>> 32), (int) tie);
        }
        return graph;
    }

    private int[] order() {
        int[] order = new int[people];
        Arrays.setAll(order, i -> i);
        Random random = new Random(seed);
        for (int i = people - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            int taken = order[i];
            order[i] = order[other];
            order[other] = taken;
        }
        return order;
    }

    /** Beside measuring some one by one. */
    private String off(Network network, StructuralHoles.All all) {
        StructuralHoles holes = new StructuralHoles(network);
        Random random = new Random(seed);
        double greatest = 0;
        for (int i = 0; i < CHECKED; i++) {
            int node = random.nextInt(people);
            StructuralHoles.Position one = holes.of(node, StructuralHoles.Scope.WHOLE_NETWORK);
            if (one.size() > 0) {
                greatest = Math.max(greatest, Math.abs(one.constraint() - all.constraint()[node]));
                greatest =
                        Math.max(
                                greatest,
                                Math.abs(one.effectiveSize() - all.effectiveSize()[node]));
            }
        }
        return "%.0e".formatted(greatest);
    }

    /** Beside counting some exactly. */
    private String error(Network network, int hops, Reach.Estimates estimates) {
        Random random = new Random(seed);
        double squares = 0;
        for (int i = 0; i < CHECKED; i++) {
            int node = random.nextInt(people);
            int exact = Math.max(1, Reach.exact(network, node, hops));
            double off = estimates.reached()[node] / exact - 1;
            squares += off * off;
        }
        return "%.1f %% off, %.1f %% expected"
                .formatted(100 * Math.sqrt(squares / CHECKED), 100 * estimates.relativeError());
    }

    /** Of the hundred with most betweenness. */
    private static String error(Centrality.Sampled sampled) {
        double relative =
                IntStream.range(0, sampled.values().length)
                        .boxed()
                        .sorted((a, b) -> Double.compare(sampled.values()[b], sampled.values()[a]))
                        .limit(100)
                        .mapToDouble(i -> sampled.errors()[i] / sampled.values()[i])
                        .average()
                        .orElse(0);
        return "± %.0f %% of the first 100".formatted(100 * relative);
    }

    private static String same(int[] ours, Map<Integer, Integer> theirs) {
        long same =
                theirs.entrySet().stream().filter(e -> ours[e.getKey()] == e.getValue()).count();
        return count(same);
    }

    private static String count(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    private static String number(double value, int digits) {
        return Table.number(value, digits);
    }
}
