package org.kithway.benchmarks.network;

import org.jspecify.annotations.Nullable;
import org.kithway.quality.Centrality;
import org.kithway.quality.Cohesion;
import org.kithway.quality.Components;
import org.kithway.quality.Network;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A graph of the Stanford Large Network Dataset Collection with the figures that its page gives,
 * and with what the tests of the Kuzu database expect of it where they lie in a folder {@code
 * kuzu-expected} beside it.
 */
public final class SnapGraph {
    private static final int SHOWN = 10;

    /**
     * What the collection's pages say.
     *
     * @param clustering the mean, to four digits
     * @param strong the greatest strong component, 0 where none is told
     * @param diameter 0 where none is told
     */
    private record Figures(
            boolean directed,
            int nodes,
            long ties,
            int weak,
            int strong,
            double clustering,
            long triangles,
            int diameter) {}

    private static final Map<String, Figures> PUBLISHED =
            Map.of(
                    "facebook_combined.txt",
                    new Figures(false, 4_039, 88_234, 4_039, 0, 0.6055, 1_612_010, 8),
                    "wiki-Vote.txt",
                    new Figures(true, 7_115, 103_689, 7_066, 1_300, 0.1409, 608_389, 7),
                    "email-Eu-core",
                    new Figures(true, 1_005, 25_571, 986, 803, 0.3994, 105_461, 7),
                    "email-Enron.txt",
                    new Figures(false, 36_692, 183_831, 33_696, 0, 0.4970, 727_044, 0),
                    "grqc",
                    new Figures(false, 5_242, 14_496, 4_158, 0, 0.5296, 48_260, 17));

    private final String name;
    private final LabelledNetwork labels;
    private final Network network;

    /** As the file has it: with ties to oneself, which count among the collection's ties. */
    private final long lines;

    private final @Nullable Path expected;

    private SnapGraph(String name, Path file, @Nullable Path expected) throws IOException {
        this.name = name;
        this.expected = expected;
        this.labels = new LabelledNetwork();
        Path nodes = file.resolveSibling("nodes.csv");
        if (Files.exists(nodes) && file.endsWith("edges.csv")) {
            LabelledNetwork.eachLine(nodes, labels::node);
        }
        List<String> pairs = new ArrayList<>();
        LabelledNetwork.eachLine(
                file,
                line -> {
                    String[] cells = line.split("[\\s,]+");
                    labels.tie(cells[0], cells[1], 1);
                    pairs.add(cells[0] + " " + cells[1]);
                });
        this.lines = pairs.stream().distinct().count();
        this.network = labels.build(true);
    }

    /** The graphs that lie in the folder itself. */
    public static List<SnapGraph> in(Path folder) throws IOException {
        List<SnapGraph> graphs = new ArrayList<>();
        String folderName = String.valueOf(folder.getFileName());
        Path edges = folder.resolve("edges.csv");
        if (Files.exists(edges)) {
            graphs.add(new SnapGraph(folderName, edges, kuzuTest(folder)));
        }
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                if (Files.isRegularFile(file)
                        && PUBLISHED.containsKey(String.valueOf(file.getFileName()))) {
                    graphs.add(new SnapGraph(String.valueOf(file.getFileName()), file, null));
                }
            }
        }
        return graphs;
    }

    /** The test of Kuzu's that is about the graph in the folder, or null. */
    private static @Nullable Path kuzuTest(Path folder) throws IOException {
        Path tests = folder.resolveSibling("kuzu-expected");
        if (!Files.isDirectory(tests)) {
            return null;
        }
        String set = "snap/" + String.valueOf(folder.getFileName()).replace("-kuzu", "");
        try (Stream<Path> files = Files.list(tests)) {
            for (Path file : files.sorted().toList()) {
                String first = Files.readAllLines(file).stream().findFirst().orElse("");
                if (first.strip().endsWith(set)) {
                    return file;
                }
            }
        }
        return null;
    }

    /** Compares what is told of the graph. */
    public void check(Checks checks) throws IOException {
        Figures figures = PUBLISHED.get(name);
        if (figures != null) {
            check(figures, checks);
        }
        if (expected != null) {
            checkKuzu(KuzuTest.read(expected), checks);
        }
    }

    private void check(Figures figures, Checks checks) {
        Network mutual = network.mutual();
        Cohesion cohesion = new Cohesion(mutual);
        Components weak = Components.weak(network);
        checks.add(name, "nodes", labels.size(), figures.nodes(), 0);
        checks.add(
                name,
                "ties",
                figures.directed() ? lines : mutual.tieCount() + loops(),
                figures.ties(),
                0);
        checks.add(name, "largest weak component", weak.greatest().length, figures.weak(), 0);
        checks.add(name, "triangles", cohesion.triangles(), figures.triangles(), 0);
        checks.add(
                name,
                "mean clustering",
                Math.round(cohesion.averageClustering() * 1e4) / 1e4,
                figures.clustering(),
                1e-12);
        if (figures.strong() > 0) {
            int strong = Components.strong(network).greatest().length;
            checks.add(name, "largest strong component", strong, figures.strong(), 0);
        }
        if (figures.diameter() > 0) {
            int diameter = new Centrality(mutual).distances().diameter();
            checks.add(name, "diameter", diameter, figures.diameter(), 0);
        }
    }

    /** Ties to oneself, of which the collection's figures count those of undirected graphs. */
    private long loops() {
        long all = network.tieCount();
        return name.equals("grqc") ? (lines - all) : 0;
    }

    private void checkKuzu(KuzuTest test, Checks checks) {
        Components strong = Components.strong(network);
        test.ifTold(
                "WCC",
                rows -> sizes(checks, "sizes of weak components", Components.weak(network), rows));
        test.ifTold("SCC", rows -> sizes(checks, "sizes of strong components", strong, rows));
        if (lines == network.tieCount()) {
            // Ties to oneself, which a network of ours has not, would change these.
            test.ifTold("KCore", rows -> cores(checks, Cohesion.coresByArcs(network), rows));
            test.ifTold("PageRank", rows -> ranks(checks, rows));
        }
    }

    private void sizes(Checks checks, String measure, Components components, List<String> rows) {
        int[] sizes = components.sizes().clone();
        Arrays.sort(sizes);
        Checks.Differences differences = new Checks.Differences();
        for (int i = 0; i < rows.size(); i++) {
            int ours = i < sizes.length ? sizes[sizes.length - 1 - i] : 0;
            differences.add(ours, Double.parseDouble(rows.get(i)));
        }
        checks.add(name, measure, differences, 0);
    }

    private void cores(Checks checks, int[] cores, List<String> rows) {
        Map<Integer, Integer> counts = new TreeMap<>();
        for (int core : cores) {
            counts.merge(core, 1, Integer::sum);
        }
        Checks.Differences differences = new Checks.Differences();
        for (String row : rows) {
            String[] cells = row.split("\\|");
            differences.add(
                    counts.getOrDefault(Integer.parseInt(cells[0]), 0),
                    Double.parseDouble(cells[1]));
        }
        checks.add(name, "how many have each core", differences, 0);
    }

    /** The first by rank, as a set: what goes where nothing leads on differs between programs. */
    private void ranks(Checks checks, List<String> rows) {
        double[] rank = new Centrality(network).pageRank(0.85, 1e-12);
        List<String> first =
                IntStream.range(0, rank.length)
                        .boxed()
                        .sorted(Comparator.comparingDouble((Integer node) -> -rank[node]))
                        .limit(Math.min(SHOWN, rows.size()))
                        .map(labels::label)
                        .toList();
        Checks.Differences differences = new Checks.Differences();
        rows.forEach(row -> differences.add(first.contains(row)));
        checks.add(name, "the first by PageRank", differences, 0);
    }

    /** Answers in a test of Kuzu's about the whole graph. */
    private record KuzuTest(Map<String, List<String>> answers) {

        static KuzuTest read(Path file) throws IOException {
            Map<String, List<String>> answers = new TreeMap<>();
            int projections = 0;
            String log = "";
            int left = 0;
            for (String line : Files.readAllLines(file)) {
                projections += line.startsWith("-STATEMENT CALL PROJECT_GRAPH") ? 1 : 0;
                if (projections > 1) {
                    break;
                }
                if (line.startsWith("-LOG ")) {
                    log = line.substring(5).strip();
                    left = 0;
                } else if (line.startsWith("---- ") && !line.endsWith("ok")) {
                    left = Integer.parseInt(line.substring(5).strip());
                    answers.put(log, new ArrayList<>());
                } else if (left > 0) {
                    List<String> rows = answers.get(log);
                    if (rows != null) {
                        rows.add(line.strip());
                    }
                    left--;
                }
            }
            return new KuzuTest(answers);
        }

        void ifTold(String log, Consumer<List<String>> action) {
            List<String> rows = answers.get(log);
            if (rows != null && !rows.isEmpty()) {
                action.accept(
                        rows.stream().filter(row -> !row.isEmpty()).collect(Collectors.toList()));
            }
        }
    }
}
