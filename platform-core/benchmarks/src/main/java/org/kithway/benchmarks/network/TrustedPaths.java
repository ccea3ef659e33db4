package org.kithway.benchmarks.network;

import org.jspecify.annotations.Nullable;
import org.kithway.quality.Network;
import org.kithway.route.CheapestPaths;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
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

    private final SocialTables tables;
    private final LabelledNetwork labels = new LabelledNetwork();
    private final Network network;

    public TrustedPaths(Path folder) throws IOException {
        tables = new SocialTables(folder);
        tables.each("person_knows_person", cells -> labels.tie(cells[0], cells[1], 1));
        network = labels.build(false);
    }

    public static boolean knows(Path folder) {
        return SocialTables.knows(folder);
    }

    /** Compares the answers to both questions. */
    public void check(Checks checks) throws IOException {
        Checks.Differences lengths = new Checks.Differences();
        for (SocialTables.Question question : tables.questions(13)) {
            List<List<Integer>> paths =
                    shortest(
                            question.asked().get("person1IdQ13StartNode").asString(),
                            question.asked().get("person2IdQ13EndNode").asString(),
                            1);
            lengths.add(
                    paths.isEmpty() ? -1 : paths.getFirst().size() - 1,
                    question.answer().get("shortestPathLength").asInt());
        }
        checks.add("social network", "IC13, length of the shortest path", lengths, 0);
        checkTrusted(checks);
    }

    private void checkTrusted(Checks checks) throws IOException {
        List<SocialTables.Question> questions = tables.questions(14);
        if (questions.isEmpty()) {
            return;
        }
        Map<String, Double> weights = weights();
        Checks.Differences answers = new Checks.Differences();
        for (SocialTables.Question question : questions) {
            Map<String, Double> ours = new HashMap<>();
            for (List<Integer> path :
                    shortest(
                            question.asked().get("person1IdQ14StartNode").asString(),
                            question.asked().get("person2IdQ14EndNode").asString(),
                            MOST_PATHS)) {
                List<String> people = path.stream().map(labels::label).toList();
                double sum = 0;
                for (int i = 0; i + 1 < people.size(); i++) {
                    sum += weights.getOrDefault(pair(people.get(i), people.get(i + 1)), 0.0);
                }
                ours.put(String.join(" ", people), sum);
            }
            Checks.Differences one = new Checks.Differences();
            Set<String> theirs = new HashSet<>();
            double last = Double.POSITIVE_INFINITY;
            for (JsonNode path : question.answer()) {
                List<String> people = new ArrayList<>();
                path.get("personIdsInPath").forEach(id -> people.add(id.asString()));
                double weight = path.get("pathWeight").asDouble();
                String key = String.join(" ", people);
                theirs.add(key);
                one.add(ours.getOrDefault(key, Double.NaN), weight);
                one.add(weight <= last);
                last = weight;
            }
            one.add(theirs.equals(ours.keySet()));
            answers.add(one.greatest(), 0);
        }
        checks.add("social network", "IC14, trusted paths and their weights", answers, EXACT);
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
        Map<String, String> authorOfComment = tables.map("comment_hasCreator_person");
        Map<String, String> authorOfPost = tables.map("post_hasCreator_person");
        Map<String, Double> weights = new HashMap<>();
        tables.each(
                "comment_replyOf_post",
                c -> add(weights, authorOfComment.get(c[0]), authorOfPost.get(c[1]), 1));
        tables.each(
                "comment_replyOf_comment",
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
}
