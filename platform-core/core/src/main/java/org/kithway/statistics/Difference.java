package org.kithway.statistics;

import org.apache.commons.statistics.inference.FisherExactTest;

/** How much the shares of two groups differ: the first one's minus the second one's. */
public record Difference(Proportion first, Proportion second) {

    /**
     * The difference with the hybrid score interval of Newcombe, "Interval estimation for the
     * difference between independent proportions" (Statistics in Medicine, 1998), method 10.
     *
     * @param z how many standard errors wide to each side
     */
    public Estimate newcombe(double z) {
        Estimate one = first.wilson(z);
        Estimate two = second.wilson(z);
        double difference = one.value() - two.value();
        double below = Math.hypot(one.value() - one.low(), two.high() - two.value());
        double above = Math.hypot(one.high() - one.value(), two.value() - two.low());
        return new Estimate(difference - below, difference, difference + above);
    }

    /** The difference with Newcombe's interval of 95 %. */
    public Estimate newcombe() {
        return newcombe(Proportion.Z95);
    }

    /**
     * How often so great a difference comes by chance alone where there is none: Fisher's exact
     * test, two-sided; 1 if either group is empty.
     */
    public double fisher() {
        if (first.of() == 0
                || second.of() == 0
                || first.hits() + second.hits() == 0
                || first.hits() + second.hits() == first.of() + second.of()) {
            return 1;
        }
        int[][] table = {row(first), row(second)};
        return FisherExactTest.withDefaults().test(table).getPValue();
    }

    private static int[] row(Proportion group) {
        return new int[] {
            Math.toIntExact(group.hits()), Math.toIntExact(group.of() - group.hits())
        };
    }
}
