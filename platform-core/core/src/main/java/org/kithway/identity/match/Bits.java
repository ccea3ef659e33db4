package org.kithway.identity.match;

/** Binary logarithms of odds. */
public final class Bits {
    private static final double LN2 = Math.log(2);

    private Bits() {}

    public static double log2(double value) {
        return Math.log(value) / LN2;
    }

    /** The probability of odds whose binary logarithm this is. */
    public static double probability(double bits) {
        return 1 / (1 + Math.exp(-bits * LN2));
    }
}
