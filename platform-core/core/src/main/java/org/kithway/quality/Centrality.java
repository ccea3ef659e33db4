package org.kithway.quality;

import java.util.Arrays;
import java.util.Random;
import java.util.function.IntConsumer;

/**
 * Who stands where others pass or arrive. Directions of ties count; their weights only where a
 * method says so. A search from one node needs three arrays of the size of the network.
 */
public final class Centrality {
    private static final int UNSEEN = -1;

    private final Network network;
    private final Network.Rows out;
    private final Network.Rows in;
    private final int n;

    public Centrality(Network network) {
        this.network = network;
        this.out = network.out();
        this.in = network.in();
        this.n = network.nodeCount();
    }

    /**
     * On how many shortest routes between others each node lies; of several equally short ones it
     * counts in part. In a mutual network each pair counts once. Brandes, "A faster algorithm for
     * betweenness centrality" (2001); O(nm).
     */
    public double[] betweenness() {
        double[] sum = new double[n];
        Search search = new Search(out);
        for (int source = 0; source < n; source++) {
            search.from(source);
            search.addDependencies(sum);
        }
        if (!network.isDirected()) {
            for (int node = 0; node < n; node++) {
                sum[node] /= 2;
            }
        }
        return sum;
    }

    /**
     * Betweenness from a sample of sources.
     *
     * @param values estimates, one for each node
     * @param errors half the width of each one's 80 % interval: 1.2816 standard errors of the mean
     *     over the sources, with the correction for a sample without replacement
     */
    public record Sampled(double[] values, double[] errors, int sources) {}

    /** Estimates betweenness from so many sources, drawn without replacement; O(sources m). */
    public Sampled betweenness(int sources, Random random) {
        int some = Math.min(sources, n);
        int[] order = new int[n];
        Arrays.setAll(order, i -> i);
        double[] sum = new double[n];
        double[] squares = new double[n];
        Search search = new Search(out);
        for (int i = 0; i < some; i++) {
            int other = i + random.nextInt(n - i);
            int source = order[other];
            order[other] = order[i];
            double[] one = new double[n];
            search.from(source);
            search.addDependencies(one);
            for (int node = 0; node < n; node++) {
                sum[node] += one[node];
                squares[node] += one[node] * one[node];
            }
        }
        double scale = (network.isDirected() ? 1 : 0.5) * n;
        double left = n <= 1 ? 0 : (double) (n - some) / (n - 1);
        double[] errors = new double[n];
        for (int node = 0; node < n; node++) {
            double mean = sum[node] / some;
            double variance =
                    some < 2 ? 0 : Math.max(0, squares[node] - some * mean * mean) / (some - 1);
            errors[node] = 1.2816 * scale * Math.sqrt(variance / some * left);
            sum[node] = scale * mean;
        }
        return new Sampled(sum, errors, some);
    }

    /**
     * On how many shortest routes each tie lies, those between its own two ends included: Girvan
     * and Newman (2002) by the method of Brandes (2008). By tie, in the order in which {@link
     * Network#forEachTieFrom} shows them of node 0, 1 and so on; in a mutual network each pair of
     * ends counts once, and a tie has the same value in both directions. O(nm).
     */
    public double[] tieBetweenness() {
        double[] sum = new double[out.neighbours().length];
        Search search = new Search(out);
        for (int source = 0; source < n; source++) {
            search.from(source);
            search.addTieDependencies(sum);
        }
        if (!network.isDirected()) {
            double[] oneWay = sum.clone();
            for (int node = 0; node < n; node++) {
                for (int i = out.offsets()[node]; i < out.offsets()[node + 1]; i++) {
                    sum[i] = (oneWay[i] + oneWay[out.find(out.neighbours()[i], node)]) / 2;
                }
            }
        }
        return sum;
    }

    /**
     * How near each node is to those who can reach it, corrected for how many these are (Wasserman
     * and Faust 1994): {@code (r / (n - 1)) (r / sum of distances)} for r others; 0 if there are
     * none. O(nm).
     */
    public double[] closeness() {
        double[] closeness = new double[n];
        Search search = new Search(in);
        for (int node = 0; node < n; node++) {
            search.from(node);
            double distances = 0;
            for (int i = 1; i < search.found; i++) {
                distances += search.distance[search.queue[i]];
            }
            double reached = search.found - 1.0;
            closeness[node] = reached == 0 ? 0 : reached / (n - 1) * reached / distances;
        }
        return closeness;
    }

    /** The sum of one over the distance from each who can reach the node. O(nm). */
    public double[] harmonic() {
        double[] harmonic = new double[n];
        Search search = new Search(in);
        for (int node = 0; node < n; node++) {
            search.from(node);
            for (int i = 1; i < search.found; i++) {
                harmonic[node] += 1.0 / search.distance[search.queue[i]];
            }
        }
        return harmonic;
    }

    /**
     * Where somebody is met who follows ties at random, by their weights, and starts anew with the
     * chance of {@code 1 - damping}; who has no tie out goes anywhere. Sums to 1.
     *
     * @param tolerance the greatest sum of changes at which to stop
     */
    public double[] pageRank(double damping, double tolerance) {
        return pageRank(damping, tolerance, 10_000);
    }

    /** As {@link #pageRank(double, double)}, but at most so many rounds. */
    public double[] pageRank(double damping, double tolerance, int rounds) {
        double[] rank = new double[n];
        double[] strength = new double[n];
        Arrays.fill(rank, 1.0 / n);
        for (int node = 0; node < n; node++) {
            strength[node] = out.sum(node);
        }
        double change = Double.MAX_VALUE;
        for (int round = 0; round < rounds && change > tolerance; round++) {
            double lost = 0;
            for (int node = 0; node < n; node++) {
                lost += strength[node] == 0 ? rank[node] : 0;
            }
            double[] next = new double[n];
            change = 0;
            for (int node = 0; node < n; node++) {
                double sum = 0;
                for (int i = in.offsets()[node]; i < in.offsets()[node + 1]; i++) {
                    int from = in.neighbours()[i];
                    sum += rank[from] / strength[from] * in.weights()[i];
                }
                next[node] = (1 - damping) / n + damping * (sum + lost / n);
                change += Math.abs(next[node] - rank[node]);
            }
            rank = next;
        }
        return rank;
    }

    /**
     * The leading eigenvector of who is known by whom, of length 1: known by those who are well
     * known. Weights count where asked for. Shifted by 1, so that it also converges where the
     * network has two sides.
     */
    public double[] eigenvector(boolean weighted, double tolerance) {
        double[] vector = new double[n];
        Arrays.fill(vector, 1 / Math.sqrt(n));
        double change = Double.MAX_VALUE;
        for (int round = 0; round < 200_000 && change > tolerance; round++) {
            double[] next = vector.clone();
            double square = 0;
            for (int node = 0; node < n; node++) {
                for (int i = in.offsets()[node]; i < in.offsets()[node + 1]; i++) {
                    next[node] += vector[in.neighbours()[i]] * (weighted ? in.weights()[i] : 1);
                }
                square += next[node] * next[node];
            }
            double length = Math.sqrt(square);
            change = 0;
            for (int node = 0; node < n; node++) {
                next[node] /= length;
                change = Math.max(change, Math.abs(next[node] - vector[node]));
            }
            vector = next;
        }
        return vector;
    }

    /** How many ties to the node's farthest, 0 if it reaches nobody. O(m). */
    public int eccentricity(int node) {
        Search search = new Search(out);
        search.from(node);
        return search.distance[search.queue[search.found - 1]];
    }

    /**
     * How far apart people are.
     *
     * @param diameter ties between the two who are farthest apart
     * @param mean ties between two who reach each other; NaN if nobody does
     */
    public record Distances(int diameter, double mean) {}

    /** Between all who reach each other. O(nm). */
    public Distances distances() {
        Search search = new Search(out);
        int diameter = 0;
        double sum = 0;
        double pairs = 0;
        for (int node = 0; node < n; node++) {
            search.from(node);
            for (int i = 1; i < search.found; i++) {
                int distance = search.distance[search.queue[i]];
                sum += distance;
                diameter = Math.max(diameter, distance);
            }
            pairs += search.found - 1;
        }
        return new Distances(diameter, sum / pairs);
    }

    /** Ties on the shortest route, -1 if there is none. O(m). */
    public int distance(int from, int to) {
        Search search = new Search(out);
        search.from(from);
        return search.distance[to];
    }

    /** Calls for each node that can be reached in so many ties or fewer, the start left out. */
    public void within(int node, int ties, IntConsumer action) {
        Search search = new Search(out);
        search.from(node);
        for (int i = 1; i < search.found; i++) {
            if (search.distance[search.queue[i]] > ties) {
                return;
            }
            action.accept(search.queue[i]);
        }
    }

    /** A search in breadth; its arrays are used again. */
    private final class Search {
        private final Network.Rows rows;
        private final int[] distance = new int[n];
        private final int[] queue = new int[n];
        private final double[] paths = new double[n];
        private final double[] dependency = new double[n];
        private int found;

        Search(Network.Rows rows) {
            this.rows = rows;
            Arrays.fill(distance, UNSEEN);
        }

        void from(int source) {
            for (int i = 0; i < found; i++) {
                distance[queue[i]] = UNSEEN;
            }
            found = 0;
            queue[found++] = source;
            distance[source] = 0;
            paths[source] = 1;
            for (int i = 0; i < found; i++) {
                int node = queue[i];
                for (int j = rows.offsets()[node]; j < rows.offsets()[node + 1]; j++) {
                    int other = rows.neighbours()[j];
                    if (distance[other] == UNSEEN) {
                        distance[other] = distance[node] + 1;
                        paths[other] = 0;
                        queue[found++] = other;
                    }
                    if (distance[other] == distance[node] + 1) {
                        paths[other] += paths[node];
                    }
                }
            }
        }

        void addTieDependencies(double[] sum) {
            for (int i = 0; i < found; i++) {
                dependency[queue[i]] = 0;
            }
            for (int i = found - 1; i >= 0; i--) {
                int node = queue[i];
                for (int j = rows.offsets()[node]; j < rows.offsets()[node + 1]; j++) {
                    int other = rows.neighbours()[j];
                    if (distance[other] == distance[node] + 1) {
                        double share = paths[node] * (1 + dependency[other]) / paths[other];
                        sum[j] += share;
                        dependency[node] += share;
                    }
                }
            }
        }

        void addDependencies(double[] sum) {
            for (int i = 0; i < found; i++) {
                dependency[queue[i]] = 0;
            }
            for (int i = found - 1; i > 0; i--) {
                int node = queue[i];
                double each = 0;
                for (int j = rows.offsets()[node]; j < rows.offsets()[node + 1]; j++) {
                    int other = rows.neighbours()[j];
                    if (distance[other] == distance[node] + 1) {
                        each += (1 + dependency[other]) / paths[other];
                    }
                }
                dependency[node] = each * paths[node];
                sum[node] += dependency[node];
            }
        }
    }
}
