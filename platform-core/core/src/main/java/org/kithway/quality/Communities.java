package org.kithway.quality;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;

/**
 * Circles within a network: groups with more ties inside than chance would give them. Found by the
 * Leiden method (Traag, Waltman, van Eck, "From Louvain to Leiden", 2019) for modularity;
 * directions do not count, weights do.
 *
 * @param of each node's circle, numbered from 0 by their first nodes
 */
public record Communities(int[] of) {
    private static final int ROUNDS = 100;

    /**
     * The best of several runs from different orders. O(runs m log n) or so.
     *
     * @param runs more find better circles; 10 do
     */
    public static Communities of(Network network, int runs, Random random) {
        Network mutual = network.mutual();
        int[] best = new int[mutual.nodeCount()];
        Arrays.setAll(best, node -> node);
        if (mutual.tieCount() == 0) {
            return new Communities(best);
        }
        double most = Double.NEGATIVE_INFINITY;
        for (int run = 0; run < runs; run++) {
            int[] found = run(mutual, random);
            double modularity = modularity(mutual, found);
            if (modularity > most) {
                most = modularity;
                best = found;
            }
        }
        return new Communities(numbered(best));
    }

    /**
     * Circles by what most neighbours say, all asked at once, so many times: Raghavan, Albert,
     * Kumara (2007) as LDBC Graphalytics makes it definite. Of labels that are equally frequent the
     * one wins that is least by the order; a neighbour in both directions counts twice.
     *
     * @param order of each node's label among all
     * @return for each node the node whose label it has
     */
    public static int[] byLabels(Network network, int rounds, int[] order) {
        int n = network.nodeCount();
        int[] label = new int[n];
        Arrays.setAll(label, i -> i);
        for (int round = 0; round < rounds; round++) {
            int[] next = label.clone();
            for (int node = 0; node < n; node++) {
                next[node] = most(network, node, label, order);
            }
            label = next;
        }
        return label;
    }

    private static int most(Network network, int node, int[] label, int[] order) {
        Map<Integer, Integer> counts = new HashMap<>();
        network.forEachTieFrom(node, (other, w) -> counts.merge(label[other], 1, Integer::sum));
        if (network.isDirected()) {
            network.forEachTieTo(node, (other, w) -> counts.merge(label[other], 1, Integer::sum));
        }
        int best = label[node];
        int most = 0;
        for (Map.Entry<Integer, Integer> each : counts.entrySet()) {
            int count = each.getValue();
            if (count > most || count == most && order[each.getKey()] < order[best]) {
                best = each.getKey();
                most = count;
            }
        }
        return best;
    }

    /** How many circles. */
    public int count() {
        return Arrays.stream(of).max().orElse(-1) + 1;
    }

    /**
     * The share of weight inside groups less what chance would put there: Newman and Girvan (2004).
     * -0.5 to 1; NaN without ties.
     */
    public static double modularity(Network network, int[] groups) {
        Network.Rows rows = network.mutual().out();
        int count = Arrays.stream(groups).max().orElse(-1) + 1;
        double[] total = new double[count];
        double inside = 0;
        double all = 0;
        for (int node = 0; node < groups.length; node++) {
            for (int i = rows.offsets()[node]; i < rows.offsets()[node + 1]; i++) {
                double weight = rows.weights()[i];
                all += weight;
                total[groups[node]] += weight;
                inside += groups[node] == groups[rows.neighbours()[i]] ? weight : 0;
            }
        }
        double expected = 0;
        for (double each : total) {
            expected += each / all * (each / all);
        }
        return inside / all - expected;
    }

    private static int[] run(Network network, Random random) {
        int n = network.nodeCount();
        Level level = new Level(network.out(), new double[n]);
        int[] of = new int[n];
        Arrays.setAll(of, i -> i);
        int[] groups = of.clone();
        for (int round = 0; round < ROUNDS; round++) {
            level.move(groups, random);
            int[] result = new int[n];
            for (int node = 0; node < n; node++) {
                result[node] = groups[of[node]];
            }
            int[] refined = numbered(level.refine(groups, random));
            int next = Arrays.stream(refined).max().orElse(-1) + 1;
            if (next == level.size) {
                return polished(network, result, random);
            }
            int[] merged = new int[next];
            for (int node = 0; node < level.size; node++) {
                merged[refined[node]] = groups[node];
            }
            for (int node = 0; node < n; node++) {
                of[node] = refined[of[node]];
            }
            level = level.merged(refined, next);
            groups = numbered(merged);
        }
        throw new IllegalStateException("circles grow without end");
    }

    /** Moves single nodes a last time. */
    private static int[] polished(Network network, int[] groups, Random random) {
        int[] polished = numbered(groups);
        new Level(network.out(), new double[network.nodeCount()]).move(polished, random);
        return numbered(polished);
    }

    private static int[] numbered(int[] groups) {
        int[] number = new int[groups.length == 0 ? 0 : Arrays.stream(groups).max().orElse(0) + 1];
        Arrays.fill(number, -1);
        int[] result = new int[groups.length];
        int next = 0;
        for (int node = 0; node < groups.length; node++) {
            if (number[groups[node]] < 0) {
                number[groups[node]] = next++;
            }
            result[node] = number[groups[node]];
        }
        return result;
    }

    /** The network with groups of nodes as its nodes. */
    private static final class Level {
        private final Network.Rows rows;
        private final int size;
        private final double[] strength;
        private final double[] loops;
        private final double all;

        /**
         * @param loops what the ties within each node weigh, both directions counted
         */
        Level(Network.Rows rows, double[] loops) {
            this.rows = rows;
            this.loops = loops;
            this.size = loops.length;
            strength = new double[size];
            double sum = 0;
            for (int node = 0; node < size; node++) {
                strength[node] = loops[node] + rows.sum(node);
                sum += strength[node];
            }
            all = sum;
        }

        /** Moves nodes to the neighbouring group that gains most, until none gains. */
        void move(int[] groups, Random random) {
            double[] total = new double[size];
            for (int node = 0; node < size; node++) {
                total[groups[node]] += strength[node];
            }
            int[] queue = shuffled(random);
            boolean[] queued = new boolean[size];
            Arrays.fill(queued, true);
            double[] ties = new double[size];
            int[] touched = new int[size];
            int head = 0;
            int waiting = size;
            while (waiting > 0) {
                int node = queue[head];
                head = (head + 1) % size;
                waiting--;
                queued[node] = false;
                int own = groups[node];
                int met = gather(node, groups, ties, touched);
                total[own] -= strength[node];
                int best = own;
                double most = ties[own] - strength[node] * total[own] / all;
                for (int i = 0; i < met; i++) {
                    int group = touched[i];
                    double gain = ties[group] - strength[node] * total[group] / all;
                    if (gain > most + 1e-12) {
                        most = gain;
                        best = group;
                    }
                }
                for (int i = 0; i < met; i++) {
                    ties[touched[i]] = 0;
                }
                total[best] += strength[node];
                if (best != own) {
                    groups[node] = best;
                    for (int i = rows.offsets()[node]; i < rows.offsets()[node + 1]; i++) {
                        int other = rows.neighbours()[i];
                        if (!queued[other] && groups[other] != best) {
                            queued[other] = true;
                            queue[(head + waiting) % size] = other;
                            waiting++;
                        }
                    }
                }
            }
        }

        /** Splits each group into parts that hang together well, from single nodes upwards. */
        int[] refine(int[] groups, Random random) {
            int[] parts = new int[size];
            Arrays.setAll(parts, i -> i);
            double[] total = strength.clone();
            double[] outward = new double[size];
            double[] groupTotal = new double[size];
            for (int node = 0; node < size; node++) {
                groupTotal[groups[node]] += strength[node];
                outward[node] = within(node, groups);
            }
            boolean[] alone = new boolean[size];
            Arrays.fill(alone, true);
            double[] ties = new double[size];
            int[] touched = new int[size];
            for (int node : shuffled(random)) {
                double rest = groupTotal[groups[node]] - strength[node];
                if (!alone[node] || outward[node] < strength[node] * rest / all) {
                    continue;
                }
                int met = gather(node, parts, ties, touched);
                int best = node;
                double most = 0;
                for (int i = 0; i < met; i++) {
                    int part = touched[i];
                    boolean connected =
                            groups[part] == groups[node]
                                    && part != node
                                    && outward[part]
                                            >= total[part]
                                                    * (groupTotal[groups[node]] - total[part])
                                                    / all;
                    double gain = ties[part] - strength[node] * total[part] / all;
                    if (connected && gain > most) {
                        most = gain;
                        best = part;
                    }
                }
                if (best != node) {
                    outward[best] += outward[node] - 2 * ties[best];
                    total[best] += strength[node];
                    total[node] = 0;
                    parts[node] = best;
                    alone[best] = false;
                }
                for (int i = 0; i < met; i++) {
                    ties[touched[i]] = 0;
                }
            }
            return parts;
        }

        /** What the node has with the others of its group. */
        private double within(int node, int[] groups) {
            double within = 0;
            for (int i = rows.offsets()[node]; i < rows.offsets()[node + 1]; i++) {
                within += groups[rows.neighbours()[i]] == groups[node] ? rows.weights()[i] : 0;
            }
            return within;
        }

        private int gather(int node, int[] groups, double[] ties, int[] touched) {
            int met = 0;
            for (int i = rows.offsets()[node]; i < rows.offsets()[node + 1]; i++) {
                int group = groups[rows.neighbours()[i]];
                if (ties[group] == 0) {
                    touched[met++] = group;
                }
                ties[group] += rows.weights()[i];
            }
            return met;
        }

        Level merged(int[] parts, int count) {
            double[] inside = new double[count];
            Network.Builder builder = Network.mutual(count);
            for (int node = 0; node < size; node++) {
                inside[parts[node]] += loops[node];
                for (int i = rows.offsets()[node]; i < rows.offsets()[node + 1]; i++) {
                    int other = rows.neighbours()[i];
                    if (parts[other] == parts[node]) {
                        inside[parts[node]] += rows.weights()[i];
                    } else if (node < other) {
                        builder.add(parts[node], parts[other], rows.weights()[i]);
                    }
                }
            }
            return new Level(builder.build().out(), inside);
        }

        private int[] shuffled(Random random) {
            int[] order = new int[size];
            Arrays.setAll(order, i -> i);
            for (int i = size - 1; i > 0; i--) {
                int other = random.nextInt(i + 1);
                int swap = order[i];
                order[i] = order[other];
                order[other] = swap;
            }
            return order;
        }
    }
}
