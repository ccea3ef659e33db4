package org.kithway.asking;

import org.apache.commons.statistics.distribution.LogNormalDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * How long people take to answer: log-normally long, half of them at most a day (Iribarren and
 * Moro, "Impact of human activity patterns on the dynamics of information diffusion", PRL 2009).
 * Times are in days.
 */
public final class ReplyTime {
    private static final double MEDIAN = 1;
    private static final double SIGMA = 1.6;

    /** After the time in which so many of those who answer have answered, nobody waits longer. */
    private static final double PATIENCE = 0.9;

    private static final LogNormalDistribution TIME =
            LogNormalDistribution.of(Math.log(MEDIAN), SIGMA);

    private ReplyTime() {}

    /** The share of all answers that have come after so long, 0 to 1. */
    public static double answeredWithin(double days) {
        return days <= 0 ? 0 : TIME.cumulativeProbability(days);
    }

    /** After how long an ask without an answer counts as silent. */
    public static double patience() {
        return TIME.inverseCumulativeProbability(PATIENCE);
    }

    /** How long an answer takes that comes in time, on average. */
    static double meanInTime() {
        // The mean of a log-normal variable below its quantile, by its partial expectation.
        double z = NormalDistribution.of(0, 1).inverseCumulativeProbability(PATIENCE);
        return TIME.getMean()
                * NormalDistribution.of(0, 1).cumulativeProbability(z - SIGMA)
                / PATIENCE;
    }
}
