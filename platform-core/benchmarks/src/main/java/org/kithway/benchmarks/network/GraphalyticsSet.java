package org.kithway.benchmarks.network;

import org.kithway.quality.Centrality;
import org.kithway.quality.Cohesion;
import org.kithway.quality.Communities;
import org.kithway.quality.Components;
import org.kithway.quality.Network;
import org.kithway.route.CheapestPaths;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A graph in the layout of LDBC Graphalytics with what its algorithms answer: {@code NAME.v},
 * {@code NAME.e}, {@code NAME-BFS} and so on; or, in the folders of its unit tests, neighbours by
 * line in {@code dir-input} with {@code dir-output}. A source is the node at distance 0; how many
 * rounds CDLP and PageRank take stands in the properties, else it is what those tests take: 5 and
 * 26 by themselves, 2 in the example.
 */
public final class GraphalyticsSet {
    private static final double EXACT = 1e-9;
    private static final double UNREACHABLE = 9.0e18;

    private final String name;
    private final boolean directed;
    private final LabelledNetwork labels;
    private final Map<String, Path> answers;
    private final int labelRounds;
    private final int rankRounds;

    private GraphalyticsSet(
            String name,
            boolean directed,
            LabelledNetwork labels,
            Map<String, Path> answers,
            int labelRounds,
            int rankRounds) {
        this.name = name;
        this.directed = directed;
        this.labels = labels;
        this.answers = answers;
        this.labelRounds = labelRounds;
        this.rankRounds = rankRounds;
    }

    /** The graphs that lie in the folder itself. */
    public static List<GraphalyticsSet> in(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(folder)) {
            files = all.filter(Files::isRegularFile).sorted().toList();
        }
        List<GraphalyticsSet> sets = new ArrayList<>();
        for (Path file : files) {
            String fileName = file.getFileName().toString();
            if (fileName.endsWith(".e")) {
                sets.add(ofEdges(file, fileName.substring(0, fileName.length() - 2), files));
            } else if (fileName.equals("dir-input") || fileName.equals("undir-input")) {
                Path answer = file.resolveSibling(fileName.replace("input", "output"));
                if (Files.exists(answer)) {
                    sets.add(ofNeighbours(file, answer));
                }
            }
        }
        return sets;
    }

    private static GraphalyticsSet ofEdges(Path file, String name, List<Path> files)
            throws IOException {
        LabelledNetwork labels = new LabelledNetwork();
        Path nodes = file.resolveSibling(name + ".v");
        if (Files.exists(nodes)) {
            LabelledNetwork.eachLine(nodes, line -> labels.node(line.split("\\s+")[0]));
        }
        LabelledNetwork.eachLine(
                file,
                line -> {
                    String[] cells = line.split("\\s+");
                    labels.tie(
                            cells[0],
                            cells[1],
                            cells.length > 2 ? Double.parseDouble(cells[2]) : 1);
                });
        Properties properties = new Properties();
        Path described = file.resolveSibling(name + ".properties");
        if (Files.exists(described)) {
            try (var reader = Files.newBufferedReader(described)) {
                properties.load(reader);
            }
        }
        Map<String, Path> answers = new HashMap<>();
        for (Path each : files) {
            String fileName = each.getFileName().toString();
            if (fileName.startsWith(name + "-") && !fileName.endsWith("-input")) {
                answers.put(fileName.substring(name.length() + 1), each);
            }
        }
        String prefix = "graph." + name + ".";
        boolean directed =
                Boolean.parseBoolean(
                        properties.getProperty(
                                prefix + "directed",
                                Boolean.toString(!name.contains("undirected"))));
        return new GraphalyticsSet(
                name,
                directed,
                labels,
                answers,
                Integer.parseInt(properties.getProperty(prefix + "cdlp.max-iterations", "2")),
                Integer.parseInt(properties.getProperty(prefix + "pr.num-iterations", "2")));
    }

    private static GraphalyticsSet ofNeighbours(Path file, Path answer) throws IOException {
        LabelledNetwork labels = new LabelledNetwork();
        LabelledNetwork.eachLine(
                file,
                line -> {
                    String[] cells = line.split("\\s+");
                    labels.node(cells[0]);
                    for (int i = 1; i < cells.length; i++) {
                        labels.tie(cells[0], cells[i], 1);
                    }
                });
        Path parent = answer.toAbsolutePath().getParent();
        String algorithm =
                parent == null ? "" : String.valueOf(parent.getFileName()).toUpperCase(Locale.ROOT);
        boolean directed = file.getFileName().toString().startsWith("dir");
        return new GraphalyticsSet(
                algorithm.toLowerCase(Locale.ROOT) + (directed ? ", directed" : ", undirected"),
                directed,
                labels,
                Map.of(algorithm, answer),
                5,
                26);
    }

    /** Compares each answer that is there and has a measure of ours. */
    public void check(Checks checks) throws IOException {
        Network network = labels.build(directed);
        Network plain = network.unweighted();
        for (Map.Entry<String, Path> answer : answers.entrySet()) {
            Map<Integer, String> theirs = read(answer.getValue());
            // Answers of other names are about the same graph in another reading.
            switch (answer.getKey()) {
                case "BFS" -> compare(checks, "BFS", theirs, distances(plain, theirs));
                case "SSSP" ->
                        compare(
                                checks,
                                "SSSP",
                                theirs,
                                CheapestPaths.backwards(network.reversed(), source(theirs)));
                case "LCC" ->
                        compare(
                                checks,
                                "LCC",
                                theirs,
                                IntStream.range(0, labels.size())
                                        .mapToDouble(
                                                node -> Cohesion.arcsAmongNeighbours(plain, node))
                                        .toArray());
                case "PR" ->
                        compare(
                                checks,
                                "PageRank",
                                theirs,
                                new Centrality(plain).pageRank(0.85, 0, rankRounds));
                case "CDLP" -> checkLabels(checks, plain, theirs);
                case "WCC" -> checkComponents(checks, plain, theirs);
                default -> {}
            }
        }
    }

    private Map<Integer, String> read(Path file) throws IOException {
        Map<Integer, String> values = new HashMap<>();
        LabelledNetwork.eachLine(
                file,
                line -> {
                    String[] cells = line.split("\\s+");
                    if (cells.length == 2) {
                        values.put(labels.node(cells[0]), cells[1]);
                    }
                });
        return values;
    }

    private void compare(
            Checks checks, String measure, Map<Integer, String> theirs, double[] ours) {
        Checks.Differences differences = new Checks.Differences();
        theirs.forEach((node, value) -> {
            double number =
                    value.equals("infinity") ? Double.POSITIVE_INFINITY : Double.parseDouble(value);
            differences.add(ours[node], number > UNREACHABLE ? Double.POSITIVE_INFINITY : number);
        });
        checks.add(name, measure, differences, measure.equals("LCC") ? 1e-11 : EXACT);
    }

    private static int source(Map<Integer, String> distances) {
        return distances.entrySet().stream()
                .filter(each -> Double.parseDouble(infinite(each.getValue())) == 0)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no node is at distance 0"));
    }

    private static String infinite(String value) {
        return value.equals("infinity") ? "Infinity" : value;
    }

    private static double[] distances(Network network, Map<Integer, String> theirs) {
        return CheapestPaths.backwards(network.reversed(), source(theirs));
    }

    private void checkLabels(Checks checks, Network network, Map<Integer, String> theirs) {
        List<Integer> byLabel =
                IntStream.range(0, labels.size())
                        .boxed()
                        .sorted(
                                Comparator.comparingLong(
                                        node -> Long.parseLong(labels.label(node))))
                        .toList();
        int[] order = new int[labels.size()];
        for (int i = 0; i < order.length; i++) {
            order[byLabel.get(i)] = i;
        }
        int[] ours = Communities.byLabels(network, labelRounds, order);
        Checks.Differences differences = new Checks.Differences();
        theirs.forEach((node, label) -> differences.add(labels.label(ours[node]).equals(label)));
        checks.add(name, "CDLP", differences, 0);
    }

    private void checkComponents(Checks checks, Network network, Map<Integer, String> theirs) {
        Components ours = Components.weak(network);
        Map<Integer, String> of = new HashMap<>();
        Checks.Differences differences = new Checks.Differences();
        theirs.forEach((node, component) -> {
            String known = of.putIfAbsent(ours.of()[node], component);
            differences.add(known == null || known.equals(component));
        });
        differences.add(ours.count(), theirs.values().stream().distinct().count());
        checks.add(name, "WCC", differences, 0);
    }
}
