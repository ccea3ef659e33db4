package org.kithway.benchmarks.network;

import org.kithway.quality.Centrality;
import org.kithway.quality.Communities;
import org.kithway.quality.Network;
import org.kithway.quality.StructuralHoles;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Values that other programs' own tests expect ({@code peer-values.tsv}): of the graphs in {@code
 * graphs/}, or of small ones that are written out, such as {@code digraph 0>1 0>2} or {@code AB2
 * AF3} with weights; {@code same} is the one of the row before.
 */
final class PeerValues {
    private static final Pattern TIE = Pattern.compile("(\\w)>?(\\w)(?:=?(\\d+))?");
    private static final Pattern GROUP = Pattern.compile("\\{([^}]*)}");

    private final Path folder;
    private final Path file;
    private LabelledNetwork labels = new LabelledNetwork();
    private Network network = labels.build(false);

    PeerValues(Path folder) {
        this.folder = folder;
        this.file = folder.resolve("peer-values.tsv");
    }

    void check(Checks checks) throws IOException {
        if (!Files.exists(file)) {
            return;
        }
        for (String line : Files.readAllLines(file).stream().skip(1).toList()) {
            String[] cells = line.split("\t");
            if (cells.length > 4) {
                read(cells[0]);
                checks.add(
                        "others' tests: " + cells[0],
                        cells[1] + " " + cells[2],
                        value(cells[1], cells[2]),
                        Double.parseDouble(cells[3]),
                        Double.parseDouble(cells[4]));
            }
        }
    }

    private void read(String graph) throws IOException {
        Path known = folder.resolve("graphs").resolve(graph + ".tsv");
        if (Files.exists(known)) {
            labels = LabelledNetwork.read(known);
            network = labels.build(LabelledNetwork.saysDirected(known));
            return;
        }
        LabelledNetwork told = new LabelledNetwork();
        for (String word : graph.split(" ")) {
            Matcher tie = TIE.matcher(word);
            if (tie.matches()) {
                String weight = tie.group(3);
                told.tie(tie.group(1), tie.group(2), weight == null ? 1 : Integer.parseInt(weight));
            }
        }
        if (told.size() > 0) {
            labels = told;
            network = told.build(graph.contains("digraph"));
        }
    }

    private double value(String measure, String node) {
        if (measure.startsWith("modularity of ")) {
            return Communities.modularity(network.unweighted(), groups(measure));
        }
        if (measure.startsWith("best modularity")) {
            Network plain = network.unweighted();
            return Communities.modularity(plain, Communities.of(plain, 20, new Random(1)).of());
        }
        int at = labels.node(node);
        StructuralHoles holes = new StructuralHoles(network);
        double others = network.nodeCount() - 1.0;
        return switch (measure) {
            case "constraint" -> holes.of(at, StructuralHoles.Scope.WHOLE_NETWORK).constraint();
            case "effective_size" -> holes.effectiveSize(at, StructuralHoles.Strongest.CONTACTS);
            case "betweenness normalised" ->
                    new Centrality(network).betweenness()[at] / (others * (others - 1) / 2);
            case "closeness" -> new Centrality(network).closeness()[at];
            default -> Double.NaN;
        };
    }

    /** Groups such as {0 1 2}{3 4}{rest}. */
    private int[] groups(String measure) {
        Map<String, Integer> told = new HashMap<>();
        Set<Integer> rest = new HashSet<>();
        Matcher group = GROUP.matcher(measure);
        for (int number = 0; group.find(); number++) {
            for (String label : group.group(1).split(" ")) {
                if (label.equals("rest")) {
                    rest.add(number);
                } else {
                    told.put(label, number);
                }
            }
        }
        int other = rest.stream().findFirst().orElse(told.size());
        int[] groups = new int[network.nodeCount()];
        for (int node = 0; node < groups.length; node++) {
            groups[node] = told.getOrDefault(labels.label(node), other);
        }
        return groups;
    }
}
