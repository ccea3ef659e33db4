package org.kithway.benchmarks.network;

import org.kithway.quality.Network;
import org.kithway.route.CheapestPaths;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;

/**
 * A graph with costs ({@code NAME.graph.tsv}) and what the k cheapest loopless paths between some
 * pairs cost ({@code NAME.expected.tsv}). Several paths may cost the same, so that costs are
 * compared, and each path is checked for itself.
 */
public final class PathReference {
    private static final double EXACT = 1e-9;

    private final String name;
    private final LabelledNetwork labels;
    private final Network network;
    private final List<Question> questions = new ArrayList<>();

    /** What the cheapest paths between two nodes cost, by rank; some pairs are asked for twice. */
    private record Question(int source, int target, List<Double> costs) {}

    private PathReference(String name, Path graph, Path answers) throws IOException {
        this.name = name;
        labels = LabelledNetwork.read(graph);
        LabelledNetwork.eachLine(
                answers,
                line -> {
                    String[] cells = line.split("\t");
                    if (!cells[0].equals("source")) {
                        if (cells[2].equals("1")) {
                            int source = labels.node(cells[0]);
                            int target = labels.node(cells[1]);
                            questions.add(new Question(source, target, new ArrayList<>()));
                        }
                        questions.getLast().costs().add(Double.parseDouble(cells[3]));
                    }
                });
        network = labels.build(LabelledNetwork.saysDirected(graph));
    }

    /** The graphs that lie in the folder itself. */
    public static List<PathReference> in(Path folder) throws IOException {
        List<PathReference> found = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path graph : files.sorted().toList()) {
                String fileName = String.valueOf(graph.getFileName());
                String name = fileName.replace(".graph.tsv", "");
                Path answers = graph.resolveSibling(name + ".expected.tsv");
                if (!name.equals(fileName) && Files.exists(answers)) {
                    found.add(new PathReference(name, graph, answers));
                }
            }
        }
        return found;
    }

    /** Asks for as many paths as are told of each pair. */
    public void check(Checks checks) {
        Checks.Differences costs = new Checks.Differences();
        Checks.Differences sound = new Checks.Differences();
        for (Question asked : questions) {
            List<Double> theirs = asked.costs();
            List<CheapestPaths.Path> ours =
                    new CheapestPaths(network, asked.target()).from(asked.source(), theirs.size());
            for (int i = 0; i < theirs.size(); i++) {
                costs.add(i < ours.size() ? ours.get(i).cost() : Double.NaN, theirs.get(i));
            }
            ours.forEach(path -> sound.add(isSound(path, asked.source(), asked.target())));
        }
        checks.add(name, "costs of the cheapest paths", costs, EXACT);
        checks.add(name, "paths without loops, along ties", sound, 0);
    }

    private boolean isSound(CheapestPaths.Path path, int source, int target) {
        List<Integer> nodes = path.nodes();
        double sum = 0;
        for (int i = 0; i + 1 < nodes.size(); i++) {
            double weight = network.weight(nodes.get(i), nodes.get(i + 1));
            sum += weight == 0 ? Double.POSITIVE_INFINITY : weight;
        }
        return nodes.getFirst() == source
                && nodes.getLast() == target
                && new HashSet<>(nodes).size() == nodes.size()
                && Math.abs(sum - path.cost()) < EXACT;
    }
}
