package org.kithway.benchmarks.network;

import org.kithway.quality.Network;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** A network whose nodes have names, in the order in which the names were met. */
public final class LabelledNetwork {
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> labels = new ArrayList<>();
    private final List<Tie> ties = new ArrayList<>();

    private record Tie(int from, int to, double weight) {}

    /** The node's number, a new one if it has none. */
    public int node(String label) {
        return numbers.computeIfAbsent(
                label,
                each -> {
                    labels.add(each);
                    return labels.size() - 1;
                });
    }

    public String label(int node) {
        return labels.get(node);
    }

    public int size() {
        return labels.size();
    }

    void tie(String from, String to, double weight) {
        ties.add(new Tie(node(from), node(to), weight));
    }

    /** The network; parallel ties count once, with the least of their weights. */
    public Network build(boolean directed) {
        Map<Long, Double> least = new HashMap<>();
        for (Tie tie : ties) {
            boolean swap = !directed && tie.from() > tie.to();
            long pair =
                    (long) (swap ? tie.to() : tie.from()) << Integer.SIZE
                            | (swap ? tie.from() : tie.to());
            least.merge(pair, tie.weight(), Math::min);
        }
        Network.Builder builder = directed ? Network.directed(size()) : Network.mutual(size());
        least.forEach((pair, weight) ->
                builder.add((int) (pair >> Integer.SIZE), pair.intValue(), weight));
        return builder.build();
    }

    /**
     * Reads a table whose lines hold two names and perhaps a weight, between tabs, commas, bars or
     * spaces. Lines that begin with # are remarks, one that begins with "source" is a heading.
     */
    public static LabelledNetwork read(Path file) throws IOException {
        LabelledNetwork network = new LabelledNetwork();
        eachLine(
                file,
                line -> {
                    String[] cells = line.split("[\t,| ]+");
                    if (cells.length > 1 && !cells[0].equals("source")) {
                        boolean weighted = cells.length == 3;
                        network.tie(
                                cells[0], cells[1], weighted ? Double.parseDouble(cells[2]) : 1);
                    }
                });
        return network;
    }

    /** Whether the file's first line says that its ties have a direction. */
    static boolean saysDirected(Path file) throws IOException {
        try (BufferedReader reader = Files.newBufferedReader(file)) {
            String first = reader.readLine();
            return first != null && first.strip().equals("#directed");
        }
    }

    /** Lines that say something. */
    static void eachLine(Path file, Consumer<String> action) throws IOException {
        try (Stream<String> lines = Files.lines(file)) {
            lines.map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .forEach(action);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
