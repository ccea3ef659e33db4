package org.kithway.benchmarks.network;

import org.kithway.quality.Centrality;
import org.kithway.quality.Cohesion;
import org.kithway.quality.Communities;
import org.kithway.quality.Components;
import org.kithway.quality.Mixing;
import org.kithway.quality.Network;
import org.kithway.quality.StructuralHoles;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Stream;

/**
 * A folder of graphs ({@code graphs/NAME.tsv}) with what NetworkX and igraph say of their nodes
 * ({@code reference/NAME.nodes.tsv}) and of the whole ({@code reference/graph-level.json}), and
 * perhaps {@link PeerValues}.
 */
public final class ReferenceMeasures {
    private static final double EXACT = 1e-9;
    private static final double MODULARITY = 0.005;

    private final Path folder;

    public ReferenceMeasures(Path folder) {
        this.folder = folder;
    }

    public static boolean knows(Path folder) {
        return Files.isDirectory(folder.resolve("graphs"))
                && Files.isDirectory(folder.resolve("reference"));
    }

    /** Measures each graph that has a reference. */
    public void check(Checks checks) throws IOException {
        Path whole = folder.resolve("reference").resolve("graph-level.json");
        JsonNode levels = Files.exists(whole) ? JsonMapper.shared().readTree(whole.toFile()) : null;
        try (Stream<Path> files = Files.list(folder.resolve("graphs"))) {
            for (Path file : files.sorted().toList()) {
                String fileName = file.getFileName().toString();
                if (fileName.endsWith(".tsv")) {
                    String name = fileName.substring(0, fileName.length() - 4);
                    Path nodes = folder.resolve("reference").resolve(name + ".nodes.tsv");
                    One one = new One(name, file);
                    if (Files.exists(nodes)) {
                        one.nodes(nodes, checks);
                    }
                    if (levels != null && levels.has(name)) {
                        one.whole(levels.get(name), checks);
                    }
                }
            }
        }
        new PeerValues(folder).check(checks);
    }

    /** One graph. */
    private static final class One {
        private final String name;
        private final LabelledNetwork labels;
        private final Network network;
        private final Network mutual;
        private final Cohesion cohesion;

        One(String name, Path file) throws IOException {
            this.name = name;
            labels = LabelledNetwork.read(file);
            Path isolates = file.resolveSibling(name + ".isolates.txt");
            if (Files.exists(isolates)) {
                LabelledNetwork.eachLine(isolates, labels::node);
            }
            network = labels.build(LabelledNetwork.saysDirected(file));
            mutual = network.mutual();
            cohesion = new Cohesion(network);
        }

        void nodes(Path file, Checks checks) throws IOException {
            List<String[]> rows = new ArrayList<>();
            LabelledNetwork.eachLine(file, line -> rows.add(line.split("\t", -1)));
            String[] heading = rows.removeFirst();
            Map<String, IntToDoubleFunction> measures = measures();
            for (int column = 1; column < heading.length; column++) {
                String measure = heading[column];
                IntToDoubleFunction ours = measures.get(measure);
                Checks.Differences differences = new Checks.Differences();
                if (ours != null) {
                    double scale = measure.equals("eigenvector") ? scale(rows, column, ours) : 1;
                    for (String[] row : rows) {
                        double mine = scale * ours.applyAsDouble(labels.node(row[0]));
                        differences.add(mine, theirs(row, column));
                    }
                }
                checks.add(name, measure, differences, EXACT);
            }
        }

        private static double theirs(String[] row, int column) {
            String cell = column < row.length ? row[column] : "";
            boolean told = !cell.isEmpty() && !cell.equalsIgnoreCase("nan");
            return told ? Double.parseDouble(cell) : Double.NaN;
        }

        /** An eigenvector is known up to its length and sign. */
        private double scale(List<String[]> rows, int column, IntToDoubleFunction ours) {
            double both = 0;
            double own = 0;
            for (String[] row : rows) {
                double mine = ours.applyAsDouble(labels.node(row[0]));
                both += mine * Double.parseDouble(row[column]);
                own += mine * mine;
            }
            return both / own;
        }

        private Map<String, IntToDoubleFunction> measures() {
            Map<String, IntToDoubleFunction> measures = new HashMap<>();
            Centrality centrality = new Centrality(network);
            boolean directed = network.isDirected();
            measures.put(
                    "degree",
                    node -> network.outDegree(node) + (directed ? network.inDegree(node) : 0));
            measures.put("in_degree", network::inDegree);
            measures.put("out_degree", network::outDegree);
            measures.put("strength", network::strength);
            measures.put("betweenness_raw", of(centrality.betweenness()));
            measures.put("closeness_wf", of(centrality.closeness()));
            measures.put("harmonic", of(centrality.harmonic()));
            measures.put("pagerank_0.85", of(centrality.pageRank(0.85, 1e-14)));
            measures.put("eigenvector", of(centrality.eigenvector(true, 1e-15)));
            measures.put(
                    "clustering",
                    directed
                            ? node -> Cohesion.directedClustering(network, node)
                            : cohesion::clustering);
            IntToDoubleFunction cores =
                    of(Arrays.stream(cohesion.cores()).asDoubleStream().toArray());
            measures.put("core", cores);
            measures.put("core_undirected", cores);
            StructuralHoles holes = new StructuralHoles(network);
            measures.put("constraint", node -> position(holes, node).constraint());
            measures.put(
                    "effective_size",
                    node ->
                            mutual.outDegree(node) == 0
                                    ? Double.NaN
                                    : holes.effectiveSize(node, StructuralHoles.Strongest.THIRDS));
            return measures;
        }

        private static StructuralHoles.Position position(StructuralHoles holes, int node) {
            return holes.of(node, StructuralHoles.Scope.WHOLE_NETWORK);
        }

        private static IntToDoubleFunction of(double[] values) {
            return node -> values[node];
        }

        void whole(JsonNode expected, Checks checks) {
            Network greatest = mutual.among(Components.weak(network).greatest());
            Centrality.Distances distances = new Centrality(greatest).distances();
            Map<String, Double> ours = new HashMap<>();
            ours.put("nodes", (double) network.nodeCount());
            ours.put("edges", (double) network.tieCount());
            ours.put("density", Mixing.density(network));
            ours.put("transitivity", cohesion.transitivity());
            ours.put("avg_clustering", cohesion.averageClustering());
            ours.put("components", (double) Components.weak(network).count());
            ours.put("largest", (double) greatest.nodeCount());
            ours.put("diameter_largest", (double) distances.diameter());
            ours.put("avg_path_largest", distances.mean());
            ours.put("assortativity", Mixing.assortativity(network));
            if (network.isDirected()) {
                ours.put("reciprocity", Mixing.reciprocity(network));
            }
            ours.forEach((measure, value) -> {
                JsonNode theirs = expected.get(measure);
                if (theirs != null && theirs.isNumber()) {
                    checks.add(name, measure, value, theirs.asDouble(), EXACT);
                }
            });
            double modularity = 0;
            for (String theirs :
                    List.of(
                            "best_modularity_louvain_unweighted_largest",
                            "best_modularity_leiden_unweighted_largest")) {
                if (expected.has(theirs)) {
                    modularity = Math.max(modularity, expected.get(theirs).asDouble());
                }
            }
            Network plain = greatest.unweighted();
            int[] circles = Communities.of(plain, 20, new Random(1)).of();
            double lacking = Math.max(0, modularity - Communities.modularity(plain, circles));
            checks.add(name, "modularity, less than theirs by", lacking, 0, MODULARITY);
        }
    }
}
