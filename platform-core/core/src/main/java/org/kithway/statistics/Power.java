package org.kithway.statistics;

import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * What a comparison of two equally large groups can show at all, at 5 % of false alarms (two-sided)
 * and 80 % chance of seeing a difference that is there: the normal approximation without continuity
 * correction (Fleiss, "Statistical methods for rates and proportions").
 */
public final class Power {
    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);
    private static final double ALPHA = NORMAL.inverseCumulativeProbability(0.975);
    private static final double BETA = NORMAL.inverseCumulativeProbability(0.8);

    /** Differences are found to this. */
    private static final double FINE = 1e-9;

    private Power() {}

    /**
     * How many each group needs, that a difference between these rates is seen.
     *
     * @param one a rate in [0, 1]
     * @param other another rate
     * @throws IllegalArgumentException if the rates are the same or lie outside
     */
    public static long perGroup(double one, double other) {
        if (one == other || one < 0 || other < 0 || one > 1 || other > 1) {
            throw new IllegalArgumentException("two different rates from 0 to 1");
        }
        return (long) Math.ceil(exactly(one, other) - FINE);
    }

    private static double exactly(double one, double other) {
        double mean = (one + other) / 2;
        double root =
                ALPHA * Math.sqrt(2 * mean * (1 - mean))
                        + BETA * Math.sqrt(one * (1 - one) + other * (1 - other));
        return Math.pow(root / (one - other), 2);
    }

    /**
     * The least difference above the rate that groups of this size show; up to {@code 1 - rate}
     * where even that would not be seen.
     *
     * @param rate what the lesser group's rate may be, in [0, 1)
     * @param perGroup how many each group has, 1 or more
     */
    public static double detectable(double rate, long perGroup) {
        if (rate < 0 || rate >= 1 || perGroup < 1) {
            throw new IllegalArgumentException("a rate from 0 to below 1, groups of 1 or more");
        }
        double low = 0;
        double high = 1 - rate;
        while (high - low > FINE) {
            double middle = (low + high) / 2;
            if (exactly(rate, rate + middle) > perGroup) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }

    /**
     * By how much answers count for less because those whom one sender asked are alike: the design
     * effect {@code 1 + (m - 1) ICC}.
     *
     * @param perSender m, how many each sender asks
     * @param likeness ICC, how alike they are, 0 to 1
     */
    public static double designEffect(double perSender, double likeness) {
        return 1 + Math.max(0, perSender - 1) * likeness;
    }
}
