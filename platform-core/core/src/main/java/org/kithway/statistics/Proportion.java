package org.kithway.statistics;

import org.apache.commons.statistics.distribution.BetaDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * How many of so many.
 *
 * @param hits 0 to {@code of}
 * @param of 0 or more
 */
public record Proportion(long hits, long of) {
    /** The standard normal quantile of a two-sided range of 95 %. */
    public static final double Z95 =
            NormalDistribution.of(0, 1).inverseCumulativeProbability(0.975);

    /** That of 80 %. */
    public static final double Z80 = NormalDistribution.of(0, 1).inverseCumulativeProbability(0.9);

    private static final int PARTS = 2_000;

    public Proportion {
        if (hits < 0 || hits > of) {
            throw new IllegalArgumentException("not %d of %d".formatted(hits, of));
        }
    }

    /** The share, 0 to 1; 0 of none. */
    public double share() {
        return of == 0 ? 0 : (double) hits / of;
    }

    /**
     * The share and the score interval of Wilson, "Probable inference, the law of succession, and
     * statistical inference" (JASA, 1927); of none anything from 0 to 1 is possible.
     *
     * @param z how many standard errors wide to each side, such as {@link #Z95}
     */
    public Estimate wilson(double z) {
        if (of == 0) {
            return new Estimate(0, 0, 1);
        }
        double n = of;
        double p = share();
        double centre = (p + z * z / (2 * n)) / (1 + z * z / n);
        double half = z / (1 + z * z / n) * Math.sqrt(p * (1 - p) / n + z * z / (4 * n * n));
        // Rounding must not lead out of the range, nor past the share at the ends.
        return new Estimate(
                hits == 0 ? 0 : Math.min(p, centre - half),
                p,
                hits == of ? 1 : Math.max(p, centre + half));
    }

    /** The share with Wilson's interval of 95 %. */
    public Estimate wilson() {
        return wilson(Z95);
    }

    /**
     * The chance that this share is truly greater than the other, both uniform before anything was
     * counted. O(1) in the counts up to the accuracy of 1e-6 or so.
     */
    public double chanceToExceed(Proportion other) {
        BetaDistribution one = BetaDistribution.of(hits + 1.0, of - hits + 1.0);
        BetaDistribution two = BetaDistribution.of(other.hits + 1.0, other.of - other.hits + 1.0);
        // The midpoint rule over equal parts of the one's probability.
        double sum = 0;
        for (int i = 0; i < PARTS; i++) {
            sum += two.cumulativeProbability(one.inverseCumulativeProbability((i + 0.5) / PARTS));
        }
        return sum / PARTS;
    }
}
