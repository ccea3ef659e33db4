package org.kithway.benchmarks.identity;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Two networks of which some people are known to be the same, and more are to be found by whom they
 * know alone.
 *
 * @param left ties of the one
 * @param right ties of the other
 * @param anchors who is known: the node of the left, then of the right
 * @param sought who is to be found, none of them an anchor; has no part in finding them
 */
public record NetworkPair(
        String name, List<int[]> left, List<int[]> right, List<int[]> anchors, List<int[]> sought) {
    /**
     * How high those who are sought stand among all of the other network.
     *
     * @param reciprocal mean of one over the place (MRR)
     * @param first share of those in the first place
     * @param ten share of those in the first ten
     */
    public record Ranking(double reciprocal, double first, double ten) {}

    /** Two files of ties (*.edges.tsv), one of anchors and one of the truth, or null. */
    static @Nullable NetworkPair in(Path folder) throws IOException {
        List<Path> ties = named(folder, ".edges.tsv");
        List<Path> known = named(folder, "anchors");
        List<Path> truth = named(folder, "groundtruth");
        if (ties.size() != 2 || known.size() != 1 || truth.size() != 1) {
            return null;
        }
        List<int[]> left = pairs(ties.get(0));
        List<int[]> right = pairs(ties.get(1));
        List<int[]> anchors = oriented(pairs(known.getFirst()), left, right);
        List<int[]> all = oriented(pairs(truth.getFirst()), left, right);
        Set<Integer> anchored = new HashSet<>();
        anchors.forEach(pair -> anchored.add(pair[0]));
        return new NetworkPair(
                String.valueOf(folder.getFileName()),
                left,
                right,
                anchors,
                all.stream().filter(pair -> !anchored.contains(pair[0])).toList());
    }

    /** Files name the two sides in either order: the one in which more ties agree is meant. */
    private static List<int[]> oriented(List<int[]> pairs, List<int[]> left, List<int[]> right) {
        List<int[]> turned = pairs.stream().map(pair -> new int[] {pair[1], pair[0]}).toList();
        return agreeing(pairs, left, right) >= agreeing(turned, left, right) ? pairs : turned;
    }

    private static long agreeing(List<int[]> pairs, List<int[]> left, List<int[]> right) {
        Map<Integer, Integer> to = new HashMap<>();
        pairs.forEach(pair -> to.put(pair[0], pair[1]));
        Set<Long> ties = new HashSet<>();
        for (int[] tie : right) {
            ties.add((long) tie[0] << 32 | tie[1]);
            ties.add((long) tie[1] << 32 | tie[0]);
        }
        return left.stream()
                .filter(tie -> {
                    Integer one = to.get(tie[0]);
                    Integer other = to.get(tie[1]);
                    return one != null && other != null && ties.contains((long) one << 32 | other);
                })
                .count();
    }

    /** Ranks by whom people know and measures it, from the side with more nodes and back. */
    public List<Ranking> measure() {
        float[][] likelihood = new NetworkAlignment(left, right, anchors).likelihoods();
        return List.of(ranking(likelihood, false), ranking(likelihood, true));
    }

    private Ranking ranking(float[][] likelihood, boolean backwards) {
        double reciprocal = 0;
        int first = 0;
        int ten = 0;
        for (int[] pair : sought) {
            float own = likelihood[pair[0]][pair[1]];
            int above = 0;
            int equal = 0;
            int others = backwards ? likelihood.length : likelihood[0].length;
            for (int i = 0; i < others; i++) {
                float other = backwards ? likelihood[i][pair[1]] : likelihood[pair[0]][i];
                above += other > own ? 1 : 0;
                equal += other == own ? 1 : 0;
            }
            // Of those that stand equal the mean place.
            double place = above + (equal + 1) / 2.0;
            reciprocal += 1 / place;
            first += place <= 1 ? 1 : 0;
            ten += place <= 10 ? 1 : 0;
        }
        double all = sought.size();
        return new Ranking(reciprocal / all, first / all, ten / all);
    }

    private static List<Path> named(Path folder, String part) throws IOException {
        try (Stream<Path> listed = Files.list(folder)) {
            return listed.filter(Files::isRegularFile)
                    .filter(file -> String.valueOf(file.getFileName()).contains(part))
                    .sorted()
                    .toList();
        }
    }

    private static List<int[]> pairs(Path file) throws IOException {
        List<int[]> pairs = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            String[] parts = line.strip().split("\\s+");
            if (!line.startsWith("#") && parts.length > 1) {
                pairs.add(new int[] {Integer.parseInt(parts[0]), Integer.parseInt(parts[1])});
            }
        }
        return pairs;
    }
}
