package org.kithway.benchmarks;

import org.jgrapht.Graph;
import org.jspecify.annotations.Nullable;
import org.kithway.benchmarks.network.LabelledNetwork;
import org.kithway.route.RouteQuery;
import org.kithway.route.RouteSearch;
import org.kithway.route.Routes;
import org.kithway.route.TieGraph;
import org.kithway.search.graph.Snapshot;
import org.kithway.search.graph.SnapshotFile;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Measures route searches on a generated network, on one thread. A tie counts once for its two
 * directions. Needs 150 bytes of heap a tie, most of them to generate it.
 */
@Command(
        name = "routes",
        mixinStandardHelpOptions = true,
        description =
                "Milliseconds to find introduction routes, and beside JGraphT's algorithms if asked for.")
final class RouteBenchmark implements Callable<Integer> {
    private static final int ORGANIZATION = 1_000;
    private static final int MATCHES = 200;
    private static final int LOADS = 5;

    /** JGraphT's own graph takes a kilobyte a tie. */
    private static final int MOST_TIES_OF_THEIRS = 2_500_000;

    private final PrintWriter out;
    private final RouteSearch search = new RouteSearch();

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
            names = "--queries",
            defaultValue = "1000",
            description = "Of each kind (default: ${DEFAULT-VALUE}).")
    private int queries;

    @Option(
            names = "--warm-up",
            defaultValue = "5000",
            description = "Queries of each kind before (default: ${DEFAULT-VALUE}).")
    private int warmUp;

    @Option(
            names = "--pairs",
            defaultValue = "0",
            description =
                    "To ask JGraphT's bidirectional Dijkstra too (default: ${DEFAULT-VALUE}).")
    private int pairs;

    @Option(
            names = "--yen",
            defaultValue = "0",
            description =
                    "Pairs to ask JGraphT for ten paths too; a minute each on 2 million ties (default: ${DEFAULT-VALUE}).")
    private int yenPairs;

    @Option(
            names = "--all-paths",
            defaultValue = "0",
            description = "Pairs to list all paths of three hops for (default: ${DEFAULT-VALUE}).")
    private int allPairs;

    @Option(
            names = "--graph",
            paramLabel = "FILE",
            description =
                    "Ties in lines of two names instead of a generated network; their strengths are drawn.")
    private @Nullable Path file;

    RouteBenchmark(PrintWriter out) {
        this.out = out;
    }

    @Override
    public Integer call() throws IOException {
        @Nullable Path given = file;
        GeneratedNetwork network =
                given == null
                        ? new GeneratedNetwork(people, ties, seed)
                        : GeneratedNetwork.onTiesOf(LabelledNetwork.read(given), seed);
        people = network.people;
        TieGraph graph = network.graph();
        describe(network);
        tellMemory(network, graph);
        tellLoad("differ", graph);
        tellLoad("agree", network.agreeing());
        Table table = new Table("ms", "p50", "p99", "max", "routes", "expansions");
        measureSearches(table, graph);
        measureEdits(table, graph);
        table.print(out);
        if (pairs + yenPairs + allPairs > 0) {
            Table beside = BesideJGraphT.table();
            String name = given == null ? "generated" : String.valueOf(given.getFileName());
            compare(beside, name + ", a view", graph, new JGraphTView(graph));
            if (network.ties.length <= MOST_TIES_OF_THEIRS) {
                compare(beside, name, graph, RouteEvaluation.jGraphT(network));
            }
            beside.print(out);
        }
        return 0;
    }

    private <E> void compare(Table table, String name, TieGraph graph, Graph<Integer, E> theirs) {
        BesideJGraphT<E> both = new BesideJGraphT<>(name, graph, theirs, seed + 4);
        both.bidirectionalDijkstra(table, pairs);
        both.allPaths(table, allPairs);
        both.yen(table, yenPairs);
    }

    private void tellMemory(GeneratedNetwork network, TieGraph graph) {
        out.printf(
                Locale.ROOT,
                "%.1f bytes a tie whose directions differ, %.1f if all agree%n",
                (double) bytes(graph) / network.ties.length,
                (double) bytes(network.agreeing()) / network.ties.length);
    }

    /** The graph alone, without people and evidence, from a file that the machine has in memory. */
    private void tellLoad(String how, TieGraph graph) throws IOException {
        Path saved = Files.createTempFile("kithway-ties", "");
        try {
            SnapshotFile snapshots = new SnapshotFile(saved);
            long begun = System.nanoTime();
            snapshots.write(
                    new Snapshot(Instant.EPOCH, 0, Instant.EPOCH, List.of(), graph, List.of()));
            double writing = (System.nanoTime() - begun) / 1e9;
            Timings times = new Timings();
            for (int i = 0; i < LOADS; i++) {
                long start = System.nanoTime();
                TieGraph read = snapshots.read().graph();
                times.add(System.nanoTime() - start);
                if (read.tieCount() != graph.tieCount()) {
                    throw new IllegalStateException("a snapshot lost ties");
                }
            }
            out.printf(
                    Locale.ROOT,
                    "directions %s: saved in %.2f s (%,d MB), read, checksum included, in %.2f s (median of %d)%n",
                    how,
                    writing,
                    Files.size(saved) / 1_000_000,
                    times.quantile(0.5) / 1e3,
                    LOADS);
        } catch (SnapshotFile.CorruptException e) {
            throw new IOException(e);
        } finally {
            Files.delete(saved);
        }
    }

    /** Of the packed arrays, which are all that a graph holds. */
    private static long bytes(TieGraph graph) {
        TieGraph.Packed packed = graph.packed();
        long out = packed.outOffsets().byteSize() + packed.outTies().byteSize();
        long in = packed.inOffsets().byteSize() + packed.inTies().byteSize();
        return graph.isSymmetric() ? out : out + in;
    }

    private void describe(GeneratedNetwork network) {
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

    private void measureSearches(Table table, TieGraph graph) {
        for (int hops = 3; hops <= 6; hops++) {
            int maxHops = hops;
            measure(
                    table,
                    "1 -> 1, k=10, h=" + hops,
                    graph,
                    random -> pair(random).maxHops(maxHops));
        }
        measure(table, "1 -> 1, k=1, h=4", graph, random -> pair(random).limit(1));
        measure(table, "1 -> 1, k=100, h=4", graph, random -> pair(random).limit(100));
        measure(table, "1 -> 1, k=10, h=4, 1 per contact", graph, r -> pair(r).perFirstContact(1));
        for (int hops = 3; hops <= 4; hops++) {
            int maxHops = hops;
            measure(
                    table,
                    "organization -> 1, k=10, h=" + hops + ", 1 per contact",
                    graph,
                    random ->
                            RouteQuery.between(some(random, ORGANIZATION), some(random, 1))
                                    .perFirstContact(1)
                                    .maxHops(maxHops));
            measure(
                    table,
                    "1 -> any of 200, k=10, h=" + hops,
                    graph,
                    random ->
                            RouteQuery.between(some(random, 1), some(random, MATCHES))
                                    .maxHops(maxHops));
            measure(
                    table,
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
        return IntStream.range(0, count).map(i -> random.nextInt(people)).toArray();
    }

    private void measure(
            Table table, String name, TieGraph on, Function<Random, RouteQuery> question) {
        List<RouteQuery> asked = new ArrayList<>();
        Random random = new Random(seed + 1);
        for (int i = 0; i < queries; i++) {
            asked.add(question.apply(random));
        }
        for (int warmUp = 0; warmUp < Math.max(this.warmUp, queries); warmUp++) {
            search.find(on, asked.get(warmUp % queries));
        }
        Timings times = new Timings();
        long found = 0;
        long expansions = 0;
        int incomplete = 0;
        for (RouteQuery query : asked) {
            long start = System.nanoTime();
            Routes routes = search.find(on, query);
            times.add(System.nanoTime() - start);
            found += routes.routes().size();
            expansions += routes.expansions();
            incomplete += routes.complete() ? 0 : 1;
        }
        table.row(
                incomplete == 0 ? name : name + " (" + incomplete + " not complete)",
                Table.number(times.quantile(0.5), 3),
                Table.number(times.quantile(0.99), 3),
                Table.number(times.quantile(1), 3),
                Table.number((double) found / queries, 1),
                Table.number((double) expansions / queries, 0));
    }

    private void measureEdits(Table table, TieGraph graph) {
        Random random = new Random(seed + 2);
        int edits = people / 100;
        TieGraph.Edit edit = graph.edit();
        for (int i = 0; i < edits; i++) {
            int from = random.nextInt(people);
            int to = random.nextInt(people);
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
        measure(table, "1 -> 1, k=10, h=4, packed", graph, this::pair);
        measure(table, "1 -> 1, k=10, h=4, 2 % of rows replaced", edited, this::pair);
    }
}
