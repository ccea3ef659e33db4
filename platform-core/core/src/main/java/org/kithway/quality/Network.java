package org.kithway.quality;

import java.util.Arrays;

/**
 * Who has to do with whom, for measuring: an immutable network whose nodes are the numbers from 0.
 * Ties have positive weights, 1 where nothing else is said; parallel ties are one tie with the sum
 * of their weights, and nobody has a tie to themselves.
 *
 * <p>A mutual network has each tie in both directions. In a directed one, {@link #mutual()} gives
 * what its measures of groups and positions look at: whoever has a tie in either direction, with
 * the weights of both added.
 */
public final class Network {
    private final int nodeCount;
    private final boolean directed;
    private final Rows out;
    private final Rows in;

    private Network(int nodeCount, boolean directed, Rows out, Rows in) {
        this.nodeCount = nodeCount;
        this.directed = directed;
        this.out = out;
        this.in = in;
    }

    /**
     * Neighbours by node, each row in ascending order.
     *
     * @param offsets where each node's row begins; one more than there are nodes
     */
    record Rows(int[] offsets, int[] neighbours, double[] weights) {
        int degree(int node) {
            return offsets[node + 1] - offsets[node];
        }

        /** Where the neighbour stands, or a negative number. */
        int find(int node, int neighbour) {
            return Arrays.binarySearch(neighbours, offsets[node], offsets[node + 1], neighbour);
        }

        double weight(int node, int neighbour) {
            int at = find(node, neighbour);
            return at < 0 ? 0 : weights[at];
        }

        void each(int node, TieVisitor visitor) {
            for (int i = offsets[node]; i < offsets[node + 1]; i++) {
                visitor.visit(neighbours[i], weights[i]);
            }
        }

        double sum(int node) {
            double sum = 0;
            for (int i = offsets[node]; i < offsets[node + 1]; i++) {
                sum += weights[i];
            }
            return sum;
        }
    }

    public static Builder mutual(int nodeCount) {
        return new Builder(nodeCount, false);
    }

    public static Builder directed(int nodeCount) {
        return new Builder(nodeCount, true);
    }

    public int nodeCount() {
        return nodeCount;
    }

    public boolean isDirected() {
        return directed;
    }

    /** How many ties there are; a mutual one counts once. */
    public long tieCount() {
        return directed ? out.neighbours.length : out.neighbours.length / 2;
    }

    /** How many ties start at the node. */
    public int outDegree(int node) {
        return out.degree(node);
    }

    /** How many ties end at the node. */
    public int inDegree(int node) {
        return in.degree(node);
    }

    /** The weight of the tie, 0 if there is none. O(log degree). */
    public double weight(int from, int to) {
        return out.weight(from, to);
    }

    /** The sum of the weights of the ties that start at the node. */
    public double strength(int node) {
        return out.sum(node);
    }

    /** Shows the ties that start at the node, by their ends. */
    public void forEachTieFrom(int node, TieVisitor visitor) {
        out.each(node, visitor);
    }

    /** Shows the ties that end at the node, by their beginnings. */
    public void forEachTieTo(int node, TieVisitor visitor) {
        in.each(node, visitor);
    }

    /** What is done with each tie. */
    public interface TieVisitor {
        void visit(int other, double weight);
    }

    Rows out() {
        return out;
    }

    Rows in() {
        return in;
    }

    /** This network if it is mutual; else the one in which directions do not count. O(ties). */
    public Network mutual() {
        if (!directed) {
            return this;
        }
        Builder both = mutual(nodeCount);
        for (int node = 0; node < nodeCount; node++) {
            for (int i = out.offsets[node]; i < out.offsets[node + 1]; i++) {
                both.add(node, out.neighbours[i], out.weights[i]);
            }
        }
        return both.build();
    }

    /** The same ties the other way round. */
    public Network reversed() {
        return new Network(nodeCount, directed, in, out);
    }

    /** The same ties, each of weight 1. */
    public Network unweighted() {
        Rows plain = plain(out);
        return new Network(nodeCount, directed, plain, directed ? plain(in) : plain);
    }

    private static Rows plain(Rows rows) {
        double[] ones = new double[rows.weights.length];
        Arrays.fill(ones, 1);
        return new Rows(rows.offsets, rows.neighbours, ones);
    }

    /** The network of these nodes alone, numbered as they stand in the array. */
    public Network among(int[] nodes) {
        int[] number = new int[nodeCount];
        Arrays.fill(number, -1);
        for (int i = 0; i < nodes.length; i++) {
            number[nodes[i]] = i;
        }
        Builder some = new Builder(nodes.length, directed);
        for (int node : nodes) {
            for (int i = out.offsets[node]; i < out.offsets[node + 1]; i++) {
                int other = number[out.neighbours[i]];
                if (other >= 0 && (directed || number[node] < other)) {
                    some.add(number[node], other, out.weights[i]);
                }
            }
        }
        return some.build();
    }

    /** Takes ties in any order. */
    public static final class Builder {
        private final int nodeCount;
        private final boolean directed;
        private long[] ends = new long[64];
        private double[] weights = new double[64];
        private int size;

        private Builder(int nodeCount, boolean directed) {
            this.nodeCount = nodeCount;
            this.directed = directed;
        }

        public Builder add(int from, int to) {
            return add(from, to, 1);
        }

        /**
         * @param weight positive
         */
        public Builder add(int from, int to, double weight) {
            if (from < 0 || to < 0 || from >= nodeCount || to >= nodeCount) {
                throw new IllegalArgumentException(
                        "no tie " + from + " to " + to + " among " + nodeCount + " nodes");
            }
            if (!(weight > 0) || Double.isInfinite(weight)) {
                throw new IllegalArgumentException("a tie's weight is positive, not " + weight);
            }
            if (from != to) {
                put(from, to, weight);
                if (!directed) {
                    put(to, from, weight);
                }
            }
            return this;
        }

        private void put(int from, int to, double weight) {
            if (size == ends.length) {
                ends = Arrays.copyOf(ends, 2 * size);
                weights = Arrays.copyOf(weights, 2 * size);
            }
            ends[size] = (long) from << Integer.SIZE | to;
            weights[size++] = weight;
        }

        /** O(n + m log d), d the greatest degree. */
        public Network build() {
            Rows out = rows(true);
            return new Network(nodeCount, directed, out, directed ? rows(false) : out);
        }

        private Rows rows(boolean forth) {
            int[] offsets = new int[nodeCount + 1];
            for (int i = 0; i < size; i++) {
                offsets[from(i, forth) + 1]++;
            }
            for (int node = 0; node < nodeCount; node++) {
                offsets[node + 1] += offsets[node];
            }
            // A neighbour and the place of its weight as one number, so that one sort orders both.
            long[] row = new long[size];
            int[] next = offsets.clone();
            for (int i = 0; i < size; i++) {
                row[next[from(i, forth)]++] = (long) from(i, !forth) << Integer.SIZE | i;
            }
            int[] neighbours = new int[size];
            double[] sums = new double[size];
            int end = 0;
            for (int node = 0; node < nodeCount; node++) {
                int start = offsets[node];
                Arrays.sort(row, start, offsets[node + 1]);
                offsets[node] = end;
                for (int i = start; i < offsets[node + 1]; i++) {
                    int neighbour = (int) (row[i] >>> Integer.SIZE);
                    if (end == offsets[node] || neighbours[end - 1] != neighbour) {
                        neighbours[end++] = neighbour;
                    }
                    sums[end - 1] += weights[(int) row[i]];
                }
            }
            offsets[nodeCount] = end;
            return new Rows(offsets, Arrays.copyOf(neighbours, end), Arrays.copyOf(sums, end));
        }

        private int from(int i, boolean forth) {
            return forth ? (int) (ends[i] >>> Integer.SIZE) : (int) ends[i];
        }
    }
}
