package org.kithway.benchmarks.network;

import org.kithway.quality.Network;
import org.kithway.strength.RelativeStrength;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * People of whom both is known: what passed between them, and how close they say that they are.
 * Recognized by the names of their files ({@code *.edges.tsv}): {@code *_relations}, with the
 * degree in the fourth column, beside whatever else lies there; a table of counts ({@code *b})
 * beside one of everybody's own ranking ({@code *c}); {@code *_friends} beside others of the same
 * beginning.
 */
public final class LabelledTies {
    private static final String EDGES = ".edges.tsv";

    private final String name;
    private final LabelledNetwork labels = new LabelledNetwork();
    private final List<String[]> traffic = new ArrayList<>();
    private final Map<Long, Double> said = new HashMap<>();
    private final boolean ranked;

    private LabelledTies(String name, boolean ranked) {
        this.name = name;
        this.ranked = ranked;
    }

    /**
     * How well an order of pairs is that which people say.
     *
     * @param measure what is compared
     * @param count by what was counted alone, both ways
     * @param ours by relative strength
     */
    public record Result(String set, String measure, double count, double ours) {}

    /** The sets that lie in the folder itself. */
    public static List<LabelledTies> in(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(folder)) {
            files = all.filter(file -> file.toString().endsWith(EDGES)).sorted().toList();
        }
        List<LabelledTies> sets = new ArrayList<>();
        for (Path file : files) {
            String stem = String.valueOf(file.getFileName()).replace(EDGES, "");
            Path ranking = file.resolveSibling(stem.substring(0, stem.length() - 1) + "c" + EDGES);
            if (stem.endsWith("_relations")) {
                LabelledTies ties = new LabelledTies(stem.replace("_relations", ""), false);
                for (Path other : files) {
                    if (!other.equals(file)) {
                        ties.read(other);
                    }
                }
                sets.add(ties.labelled(file, 3));
            } else if (stem.endsWith("_friends")) {
                LabelledTies ties = new LabelledTies(stem, false);
                String prefix = stem.substring(0, stem.length() - "friends".length());
                for (Path other : files) {
                    if (String.valueOf(other.getFileName()).startsWith(prefix)
                            && !other.equals(file)) {
                        ties.read(other);
                    }
                }
                sets.add(ties.labelled(file, 2));
            } else if (stem.endsWith("b") && Files.exists(ranking)) {
                LabelledTies ties = new LabelledTies(stem, true);
                ties.read(file);
                sets.add(ties.labelled(ranking, 2));
            }
        }
        return sets;
    }

    private void read(Path file) throws IOException {
        Path people =
                file.resolveSibling(
                        String.valueOf(file.getFileName()).replace(EDGES, ".nodes.tsv"));
        if (Files.exists(people)) {
            LabelledNetwork.eachLine(
                    people,
                    line -> {
                        String id = line.split("\t")[0];
                        if (!id.equals("id")) {
                            labels.node(id);
                        }
                    });
        }
        LabelledNetwork.eachLine(
                file,
                line -> {
                    String[] cells = line.split("\t");
                    if (!cells[0].equals("source")) {
                        labels.node(cells[0]);
                        labels.node(cells[1]);
                        traffic.add(cells);
                    }
                });
    }

    private LabelledTies labelled(Path file, int column) throws IOException {
        LabelledNetwork.eachLine(
                file,
                line -> {
                    String[] cells = line.split("\t");
                    if (!cells[0].equals("source")) {
                        boolean told = column < cells.length && !cells[column].isEmpty();
                        double label =
                                told ? Double.parseDouble(cells[column]) : told(cells, column);
                        said.put(pair(labels.node(cells[0]), labels.node(cells[1])), label);
                    }
                });
        return this;
    }

    /** A relation without a degree is there; a degree that is left out is the least. */
    private static double told(String[] cells, int column) {
        return column == 2 && cells.length == 2 ? 1 : 0;
    }

    private static long pair(int from, int to) {
        return (long) from << Integer.SIZE | to;
    }

    /** Holds both orders against what people say. */
    public List<Result> measure() {
        Network.Builder builder = Network.directed(labels.size());
        traffic.forEach(cells -> {
            double weight = cells.length > 2 ? Double.parseDouble(cells[2]) : 1;
            if (weight > 0) {
                builder.add(labels.node(cells[0]), labels.node(cells[1]), weight);
            }
        });
        Network volume = builder.build().mutual();
        RelativeStrength strength = new RelativeStrength(volume);
        if (ranked) {
            // Some rank the closest first, some last: the count alone tells which.
            double counted = perPerson(volume::weight);
            return List.of(
                    new Result(
                            name,
                            "Spearman within each person's ranking, mean",
                            Math.abs(counted),
                            Math.signum(counted) * perPerson(strength::of)));
        }
        double[] label = pairs((i, j) -> said.getOrDefault(pair(i, j), 0.0));
        double[] count = pairs(volume::weight);
        double[] ours = pairs(strength::of);
        double close = Math.max(1, Math.ceil(3.0 / 4 * Arrays.stream(label).max().orElse(1)));
        List<Result> results = new ArrayList<>();
        if (close > 1) {
            results.add(
                    new Result(name, "Spearman", spearman(count, label), spearman(ours, label)));
        }
        results.add(new Result(name, "AUC", auc(count, label, close), auc(ours, label, close)));
        return results;
    }

    private double[] pairs(ToDoubleBiFunction<Integer, Integer> value) {
        List<Double> values = new ArrayList<>();
        for (int i = 0; i < labels.size(); i++) {
            for (int j = 0; j < labels.size(); j++) {
                if (i != j) {
                    values.add(value.applyAsDouble(i, j));
                }
            }
        }
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private double perPerson(ToDoubleBiFunction<Integer, Integer> value) {
        double sum = 0;
        int people = 0;
        for (int i = 0; i < labels.size(); i++) {
            int one = i;
            int[] others =
                    IntStream.range(0, labels.size())
                            .filter(j -> j != one && said.containsKey(pair(one, j)))
                            .toArray();
            double[] own =
                    IntStream.of(others)
                            .mapToDouble(j -> said.getOrDefault(pair(one, j), 0.0))
                            .toArray();
            double[] told =
                    IntStream.of(others).mapToDouble(j -> value.applyAsDouble(one, j)).toArray();
            double correlation = others.length < 3 ? Double.NaN : spearman(told, own);
            if (!Double.isNaN(correlation)) {
                sum += correlation;
                people++;
            }
        }
        return sum / people;
    }

    private static double spearman(double[] one, double[] other) {
        double[] a = ranks(one);
        double[] b = ranks(other);
        double mean = (a.length - 1) / 2.0;
        double ab = 0;
        double aa = 0;
        double bb = 0;
        for (int i = 0; i < a.length; i++) {
            ab += (a[i] - mean) * (b[i] - mean);
            aa += (a[i] - mean) * (a[i] - mean);
            bb += (b[i] - mean) * (b[i] - mean);
        }
        return ab / Math.sqrt(aa * bb);
    }

    private static double auc(double[] score, double[] label, double close) {
        double[] ranks = ranks(score);
        double sum = 0;
        double positive = 0;
        for (int i = 0; i < label.length; i++) {
            if (label[i] >= close) {
                sum += ranks[i] + 1;
                positive++;
            }
        }
        return (sum - positive * (positive + 1) / 2) / (positive * (label.length - positive));
    }

    /** From 0; equal values have the mean of their ranks. */
    private static double[] ranks(double[] values) {
        Integer[] order = IntStream.range(0, values.length).boxed().toArray(Integer[]::new);
        Arrays.sort(order, Comparator.comparingDouble(i -> values[i]));
        double[] ranks = new double[values.length];
        for (int start = 0; start < order.length; ) {
            int end = start;
            while (end + 1 < order.length && values[order[end + 1]] == values[order[start]]) {
                end++;
            }
            for (int i = start; i <= end; i++) {
                ranks[order[i]] = (start + end) / 2.0;
            }
            start = end + 1;
        }
        return ranks;
    }
}
