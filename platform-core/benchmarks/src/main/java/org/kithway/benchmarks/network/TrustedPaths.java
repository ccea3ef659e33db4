package org.kithway.benchmarks.network;

import org.jspecify.annotations.Nullable;
import org.kithway.quality.Network;
import org.kithway.route.CheapestPaths;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Tables of the LDBC Social Network Benchmark with validated answers about shortest paths (its
 * question IC13) and trusted ones: all shortest paths between two people, each with the sum of what
 * its ties weigh, which is 1 for each answer to the other's post and a half for each answer to the
 * other's comment (IC14). Not a result of that benchmark.
 */
public final class TrustedPaths {
    private static final double EXACT = 1e-9;
    private static final int MOST_PATHS = 100_000;

    private final Path graph;
    private final Path expected;
    private final LabelledNetwork labels = new LabelledNetwork();
    private final Network network;

    public TrustedPaths(Path folder) throws IOException {
        graph = folder.resolve("graph");
        expected = folder.resolve("expected");
        each("person_knows_person_0_0.csv", cells -> labels.tie(cells[0], cells[1], 1));
        network = labels.build(false);
    }

    public static boolean knows(Path folder) {
        return Files.exists(folder.resolve("graph").resolve("person_knows_person_0_0.csv"))
                && Files.isDirectory(folder.resolve("expected"));
    }

    private interface Row {
        void accept(String[] cells);
    }

    private void each(String table, Row row) throws IOException {
        boolean[] heading = {true};
        LabelledNetwork.eachLine(
                graph.resolve(table),
                line -> {
                    if (!heading[0]) {
                        row.accept(line.split("\\|", -1));
                    }
                    heading[0] = false;
                });
    }

    /** Compares the answers to both questions. */
    public void check(Checks checks) throws IOException {
        Checks.Differences lengths = new Checks.Differences();
        for (JsonNode[] asked : questions("validation_params_ic13.csv")) {
            List<List<Integer>> paths =
                    shortest(
                            asked[0].get("person1IdQ13StartNode").asString(),
                            asked[0].get("person2IdQ13EndNode").asString(),
                            1);
            lengths.add(
                    paths.isEmpty() ? -1 : paths.getFirst().size() - 1,
                    asked[1].get("shortestPathLength").asInt());
        }
        checks.add("social network", "length of the shortest path", lengths, 0);
        checkTrusted(checks);
    }

    private void checkTrusted(Checks checks) throws IOException {
        List<JsonNode[]> questions = questions("validation_params_ic14.csv");
        if (questions.isEmpty()) {
            return;
        }
        Map<String, Double> weights = weights();
        Checks.Differences answers = new Checks.Differences();
        for (JsonNode[] asked : questions) {
            Map<String, Double> ours = new HashMap<>();
            for (List<Integer> path :
                    shortest(
                            asked[0].get("person1IdQ14StartNode").asString(),
                            asked[0].get("person2IdQ14EndNode").asString(),
                            MOST_PATHS)) {
                List<String> people = path.stream().map(labels::label).toList();
                double sum = 0;
                for (int i = 0; i + 1 < people.size(); i++) {
                    sum += weights.getOrDefault(pair(people.get(i), people.get(i + 1)), 0.0);
                }
                ours.put(String.join(" ", people), sum);
            }
            Set<String> theirs = new HashSet<>();
            double last = Double.POSITIVE_INFINITY;
            for (JsonNode path : asked[1]) {
                List<String> people = new ArrayList<>();
                path.get("personIdsInPath").forEach(id -> people.add(id.asString()));
                double weight = path.get("pathWeight").asDouble();
                String key = String.join(" ", people);
                theirs.add(key);
                answers.add(ours.getOrDefault(key, Double.NaN), weight);
                answers.add(weight <= last);
                last = weight;
            }
            answers.add(theirs.equals(ours.keySet()));
        }
        checks.add("social network", "trusted paths and their weights", answers, EXACT);
    }

    /** All shortest paths, at most so many. */
    private List<List<Integer>> shortest(String from, String to, int most) {
        int source = labels.node(from);
        int target = labels.node(to);
        if (source >= network.nodeCount() || target >= network.nodeCount()) {
            return List.of();
        }
        if (source == target) {
            return List.of(List.of(source));
        }
        List<List<Integer>> shortest = new ArrayList<>();
        double least = CheapestPaths.backwards(network, target)[source];
        CheapestPaths paths = new CheapestPaths(network, target);
        // One that is longer tells that all of the shortest are there.
        for (int k = most == 1 ? 1 : 64; ; k *= 4) {
            List<CheapestPaths.Path> found = paths.from(source, k);
            if (k >= most || found.size() < k || found.getLast().cost() > least) {
                found.stream()
                        .filter(path -> path.cost() == least)
                        .forEach(path -> shortest.add(path.nodes()));
                return Collections.unmodifiableList(shortest);
            }
        }
    }

    private Map<String, Double> weights() throws IOException {
        Map<String, String> authorOfComment = new HashMap<>();
        Map<String, String> authorOfPost = new HashMap<>();
        each("comment_hasCreator_person_0_0.csv", c -> authorOfComment.put(c[0], c[1]));
        each("post_hasCreator_person_0_0.csv", c -> authorOfPost.put(c[0], c[1]));
        Map<String, Double> weights = new HashMap<>();
        each(
                "comment_replyOf_post_0_0.csv",
                c -> add(weights, authorOfComment.get(c[0]), authorOfPost.get(c[1]), 1));
        each(
                "comment_replyOf_comment_0_0.csv",
                c -> add(weights, authorOfComment.get(c[0]), authorOfComment.get(c[1]), 0.5));
        return weights;
    }

    private static void add(
            Map<String, Double> weights,
            @Nullable String one,
            @Nullable String other,
            double weight) {
        if (one != null && other != null) {
            weights.merge(pair(one, other), weight, Double::sum);
        }
    }

    private static String pair(String one, String other) {
        return one.compareTo(other) < 0 ? one + " " + other : other + " " + one;
    }

    private List<JsonNode[]> questions(String file) throws IOException {
        List<JsonNode[]> questions = new ArrayList<>();
        Path path = expected.resolve(file);
        if (Files.exists(path)) {
            for (String line : Files.readAllLines(path)) {
                int bar = line.indexOf('|');
                if (bar > 0) {
                    JsonMapper json = JsonMapper.shared();
                    questions.add(
                            new JsonNode[] {
                                json.readTree(line.substring(0, bar)),
                                json.readTree(line.substring(bar + 1))
                            });
                }
            }
        }
        return questions;
    }
}
