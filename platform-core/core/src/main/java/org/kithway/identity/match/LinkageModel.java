package org.kithway.identity.match;

import java.util.List;

/**
 * By what two records are told to be of one entity: the sum of the weights of their fields' levels,
 * on the prior odds. Which level each field reached is packed into a number, four bits a field: see
 * {@link #with}.
 */
public final class LinkageModel {
    /** How many fields fit into a pattern. */
    public static final int MOST_COMPARISONS = 16;

    private static final int WIDTH = 4;
    private static final int MASK = (1 << WIDTH) - 1;

    private final double prior;
    private final List<Comparison> comparisons;
    // By field and level + 1, so that missing values weigh 0.
    private final double[][] bits;

    /**
     * @param prior the binary logarithm of the odds that any two records are of one entity
     */
    public LinkageModel(double prior, List<Comparison> comparisons) {
        if (comparisons.size() > MOST_COMPARISONS) {
            throw new IllegalArgumentException("more than " + MOST_COMPARISONS + " comparisons");
        }
        this.prior = prior;
        this.comparisons = List.copyOf(comparisons);
        this.bits = new double[comparisons.size()][];
        for (int i = 0; i < bits.length; i++) {
            List<Level> levels = comparisons.get(i).levels();
            bits[i] = new double[levels.size() + 1];
            for (int level = 0; level < levels.size(); level++) {
                bits[i][level + 1] = levels.get(level).bits();
            }
        }
    }

    public double prior() {
        return prior;
    }

    public List<Comparison> comparisons() {
        return comparisons;
    }

    /** The pattern in which a field, missing before, has reached a level. */
    public static long with(long pattern, int field, int level) {
        return pattern | (long) (level + 1) << field * WIDTH;
    }

    /** The level of a field, or {@link Comparison#MISSING}. */
    public static int level(long pattern, int field) {
        return (int) (pattern >>> field * WIDTH & MASK) - 1;
    }

    /** The weight of a pattern without the prior. */
    public double bits(long pattern) {
        double sum = 0;
        for (int field = 0; field < bits.length; field++) {
            sum += bits[field][(int) (pattern >>> field * WIDTH & MASK)];
        }
        return sum;
    }
}
