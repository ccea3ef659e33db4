package org.kithway.quality;

import java.util.Arrays;

/**
 * How much of a network's ties lead to people who do not know each other anyway: Burt, "Structural
 * Holes" (1992). Ties in either direction count, with the sum of both weights.
 *
 * <p>Two conventions are in use for what a contact invests in others. By {@link
 * Scope#WHOLE_NETWORK}, as NetworkX and igraph do, all ties of a contact count; by {@link
 * Scope#EGO_NETWORK}, as UCINET does by default, only those within the circle of the one and the
 * contacts. Only constraint and hierarchy differ between them.
 */
public final class StructuralHoles {
    /** By whose strongest tie is measured what a contact has with a third. */
    public enum Strongest {
        /** The contact's, as Burt defines it. */
        CONTACTS,
        /**
         * The third's: what NetworkX 3.6 computes when asked for all nodes of a weighted or
         * directed network at once, unlike for single nodes.
         */
        THIRDS
    }

    /** Which ties of a contact count. */
    public enum Scope {
        WHOLE_NETWORK,
        EGO_NETWORK
    }

    private final Network.Rows rows;
    private final double[] sums;
    private final double[] greatest;

    /** O(ties). */
    public StructuralHoles(Network network) {
        Network mutual = network.mutual();
        this.rows = mutual.out();
        int n = mutual.nodeCount();
        sums = new double[n];
        greatest = new double[n];
        for (int node = 0; node < n; node++) {
            for (int i = rows.offsets()[node]; i < rows.offsets()[node + 1]; i++) {
                sums[node] += rows.weights()[i];
                greatest[node] = Math.max(greatest[node], rows.weights()[i]);
            }
        }
    }

    /**
     * What one person's contacts are like together.
     *
     * @param size how many contacts
     * @param effectiveSize contacts less what they repeat of each other, 0 to size
     * @param efficiency effective size per contact, 0 to 1
     * @param constraint how much all time and energy leads back to the same people; about 0 for
     *     many unconnected contacts, 1 for one contact, up to 1.125 for two who know each other
     * @param hierarchy how far a single contact is the source of the constraint, 0 to 1
     */
    public record Position(
            int size,
            double effectiveSize,
            double efficiency,
            double constraint,
            double hierarchy) {}

    /** Measures one node; NaN where a node without contacts has no value. O(sum of degrees). */
    public Position of(int node, Scope scope) {
        int size = rows.degree(node);
        if (size == 0) {
            return new Position(0, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
        }
        double effective = effectiveSize(node, Strongest.CONTACTS);
        double[] constraints = constraints(node, scope);
        double constraint = Arrays.stream(constraints).sum();
        return new Position(
                size, effective, effective / size, constraint, hierarchy(constraints, constraint));
    }

    /**
     * {@code sum_j (1 - sum_q p_iq m_jq)}: p the share of what the one invests, m what a contact
     * has with another, as a share of the most it has with anybody (Borgatti 1997 gives {@code n -
     * 2t/n} for weights of 1). O(d^2 log d).
     */
    public double effectiveSize(int node, Strongest strongest) {
        double effective = 0;
        for (int i = rows.offsets()[node]; i < rows.offsets()[node + 1]; i++) {
            int contact = rows.neighbours()[i];
            double redundancy = 0;
            for (int j = rows.offsets()[node]; j < rows.offsets()[node + 1]; j++) {
                int other = rows.neighbours()[j];
                if (other != contact) {
                    redundancy +=
                            rows.weights()[j]
                                    / sums[node]
                                    * rows.weight(contact, other)
                                    / greatest[strongest == Strongest.CONTACTS ? contact : other];
                }
            }
            effective += 1 - redundancy;
        }
        return effective;
    }

    /**
     * What {@link #of} says of every node in {@link Scope#WHOLE_NETWORK}, by node; NaN where a node
     * without contacts has no value.
     */
    public record All(double[] effectiveSize, double[] constraint, double[] hierarchy) {}

    /**
     * Measures all nodes at once, going through each triangle once instead of through the circles:
     * O(m sqrt m) time, 12 bytes a tie and direction.
     */
    public All all() {
        double[] w = rows.weights();
        int[] back = reversed();
        double[] indirect = new double[w.length];
        double[] redundancy = new double[sums.length];
        Triangles.each(
                rows,
                (a, b, c, ab, ac, bc) -> {
                    indirect[ab] += w[ac] / sums[a] * w[bc] / sums[c];
                    indirect[back[ab]] += w[bc] / sums[b] * w[ac] / sums[c];
                    indirect[ac] += w[ab] / sums[a] * w[bc] / sums[b];
                    indirect[back[ac]] += w[bc] / sums[c] * w[ab] / sums[b];
                    indirect[bc] += w[ab] / sums[b] * w[ac] / sums[a];
                    indirect[back[bc]] += w[ac] / sums[c] * w[ab] / sums[a];
                    redundancy[a] += (w[ac] / greatest[b] + w[ab] / greatest[c]) * w[bc] / sums[a];
                    redundancy[b] += (w[bc] / greatest[a] + w[ab] / greatest[c]) * w[ac] / sums[b];
                    redundancy[c] += (w[bc] / greatest[a] + w[ac] / greatest[b]) * w[ab] / sums[c];
                });
        All all =
                new All(new double[sums.length], new double[sums.length], new double[sums.length]);
        for (int node = 0; node < sums.length; node++) {
            int start = rows.offsets()[node];
            int size = rows.degree(node);
            double[] constraints = new double[size];
            double constraint = 0;
            for (int j = 0; j < size; j++) {
                double invested = w[start + j] / sums[node] + indirect[start + j];
                constraints[j] = invested * invested;
                constraint += constraints[j];
            }
            all.effectiveSize[node] = size == 0 ? Double.NaN : size - redundancy[node];
            all.constraint[node] = size == 0 ? Double.NaN : constraint;
            all.hierarchy[node] = size == 0 ? Double.NaN : hierarchy(constraints, constraint);
        }
        return all;
    }

    /** For each tie, where the same tie stands the other way round. */
    private int[] reversed() {
        int[] next = Arrays.copyOf(rows.offsets(), sums.length);
        int[] back = new int[rows.neighbours().length];
        // Rows are ascending, so that those who come later find the later places.
        for (int i = 0; i < back.length; i++) {
            back[i] = next[rows.neighbours()[i]]++;
        }
        return back;
    }

    /** {@code (p_ij + sum_q p_iq p_qj)^2} for each contact j, in the order of the row. */
    private double[] constraints(int node, Scope scope) {
        int start = rows.offsets()[node];
        int end = rows.offsets()[node + 1];
        double[] indirect = new double[end - start];
        for (int q = start; q < end; q++) {
            int contact = rows.neighbours()[q];
            double sum =
                    scope == Scope.WHOLE_NETWORK
                            ? sums[contact]
                            : sumAmong(contact, node, start, end);
            double share = rows.weights()[q] / sums[node] / sum;
            int j = start;
            for (int i = rows.offsets()[contact]; i < rows.offsets()[contact + 1]; i++) {
                int other = rows.neighbours()[i];
                while (j < end && rows.neighbours()[j] < other) {
                    j++;
                }
                if (j < end && rows.neighbours()[j] == other) {
                    indirect[j - start] += share * rows.weights()[i];
                }
            }
        }
        double[] constraints = new double[end - start];
        for (int j = start; j < end; j++) {
            double invested = rows.weights()[j] / sums[node] + indirect[j - start];
            constraints[j - start] = invested * invested;
        }
        return constraints;
    }

    /** What the contact has with the node and the node's contacts. */
    private double sumAmong(int contact, int node, int start, int end) {
        double sum = rows.weight(contact, node);
        for (int j = start; j < end; j++) {
            sum += rows.weight(contact, rows.neighbours()[j]);
        }
        return sum;
    }

    /** Coleman-Theil over the contacts' shares in the constraint; 0 for a single contact. */
    private static double hierarchy(double[] constraints, double constraint) {
        int n = constraints.length;
        if (n < 2) {
            return n;
        }
        double sum = 0;
        for (double each : constraints) {
            double ratio = each / (constraint / n);
            sum += ratio == 0 ? 0 : ratio * Math.log(ratio);
        }
        return sum / (n * Math.log(n));
    }
}
