package org.kithway.route;

import org.jspecify.annotations.Nullable;
import org.kithway.quality.Network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeSet;

/**
 * The k cheapest loopless paths between two nodes whatever their length, the weights of ties being
 * their costs: Yen (1971) with Lawler's rule (1972) against finding a path twice. The costs to the
 * target, known from one search backwards, guide each further search (Hart, Nilsson, Raphael 1968).
 *
 * <p>Introductions have few hops, and {@link RouteSearch} finds those much faster; this is for
 * questions without a limit. O(k n (m + n log n)) at worst. For one thread.
 */
public final class CheapestPaths {
    private final Network network;
    private final int target;
    private final double[] toTarget;
    private final double[] cost;
    private final int[] before;
    private final int[] round;
    private int rounds;

    /** Prepares questions about one target; O(m + n log n). */
    public CheapestPaths(Network network, int target) {
        int n = network.nodeCount();
        this.network = network;
        this.target = target;
        this.toTarget = backwards(network, target);
        this.cost = new double[n];
        this.before = new int[n];
        this.round = new int[n];
    }

    /**
     * A path.
     *
     * @param nodes from the source to the target, none twice
     * @param cost the sum of its ties' weights
     */
    public record Path(List<Integer> nodes, double cost) {
        public Path {
            nodes = List.copyOf(nodes);
        }
    }

    /** A path, and where it left the one from which it was derived. */
    private record Found(Path path, int deviation) {}

    /** What it costs to get from each node to the target; infinite where nothing leads there. */
    public static double[] backwards(Network network, int target) {
        double[] costs = new double[network.nodeCount()];
        Arrays.fill(costs, Double.POSITIVE_INFINITY);
        costs[target] = 0;
        PriorityQueue<Step> queue = queue();
        queue.add(new Step(target, 0));
        while (!queue.isEmpty()) {
            Step step = queue.poll();
            if (step.estimate() == costs[step.node()]) {
                network.forEachTieTo(
                        step.node(),
                        (other, weight) -> {
                            double next = costs[step.node()] + weight;
                            if (next < costs[other]) {
                                costs[other] = next;
                                queue.add(new Step(other, next));
                            }
                        });
            }
        }
        return costs;
    }

    private record Step(int node, double estimate) {}

    private static PriorityQueue<Step> queue() {
        return new PriorityQueue<>(Comparator.comparingDouble(Step::estimate));
    }

    /** The cheapest paths from the source, at most k, by rising cost. */
    public List<Path> from(int source, int k) {
        if (source == target) {
            return List.of();
        }
        List<Path> best = new ArrayList<>();
        TreeSet<Found> candidates =
                new TreeSet<>(
                        Comparator.comparingDouble((Found found) -> found.path().cost())
                                .thenComparing(found -> found.path().nodes().toString()));
        Path first = cheapest(List.of(source), 0, Set.of());
        if (first != null) {
            candidates.add(new Found(first, 0));
        }
        while (best.size() < k && !candidates.isEmpty()) {
            Found next = candidates.removeFirst();
            best.add(next.path());
            List<Integer> nodes = next.path().nodes();
            double rootCost = 0;
            for (int i = 0; i < nodes.size() - 1; i++) {
                if (i >= next.deviation()) {
                    Path spur = cheapest(nodes.subList(0, i + 1), rootCost, taken(best, nodes, i));
                    if (spur != null) {
                        candidates.add(new Found(spur, i));
                    }
                }
                rootCost += network.weight(nodes.get(i), nodes.get(i + 1));
            }
        }
        return Collections.unmodifiableList(best);
    }

    /** Where the paths found go on that begin like this one up to the node. */
    private static Set<Integer> taken(List<Path> best, List<Integer> nodes, int at) {
        List<Integer> root = nodes.subList(0, at + 1);
        Set<Integer> taken = new HashSet<>();
        for (Path path : best) {
            if (path.nodes().size() > at + 1 && path.nodes().subList(0, at + 1).equals(root)) {
                taken.add(path.nodes().get(at + 1));
            }
        }
        return taken;
    }

    /** The cheapest way on from the end of the root that does not begin with a step taken. */
    private @Nullable Path cheapest(List<Integer> root, double rootCost, Set<Integer> taken) {
        int start = root.getLast();
        BitSet closed = new BitSet();
        root.subList(0, root.size() - 1).forEach(closed::set);
        rounds++;
        PriorityQueue<Step> queue = queue();
        reach(start, rootCost, -1, queue);
        while (!queue.isEmpty()) {
            Step step = queue.poll();
            int node = step.node();
            if (node == target) {
                return path(root, node);
            }
            if (closed.get(node)) {
                continue;
            }
            closed.set(node);
            network.forEachTieFrom(
                    node,
                    (other, weight) -> {
                        boolean open =
                                !closed.get(other) && (node != start || !taken.contains(other));
                        double next = cost[node] + weight;
                        if (open && (round[other] != rounds || next < cost[other])) {
                            reach(other, next, node, queue);
                        }
                    });
        }
        return null;
    }

    private void reach(int node, double costThere, int from, PriorityQueue<Step> queue) {
        if (Double.isInfinite(toTarget[node])) {
            return;
        }
        round[node] = rounds;
        cost[node] = costThere;
        before[node] = from;
        queue.add(new Step(node, costThere + toTarget[node]));
    }

    private Path path(List<Integer> root, int end) {
        List<Integer> spur = new ArrayList<>();
        for (int node = end; before[node] >= 0; node = before[node]) {
            spur.add(node);
        }
        List<Integer> nodes = new ArrayList<>(root);
        nodes.addAll(spur.reversed());
        double sum = 0;
        for (int i = 0; i + 1 < nodes.size(); i++) {
            sum += network.weight(nodes.get(i), nodes.get(i + 1));
        }
        return new Path(nodes, sum);
    }
}
