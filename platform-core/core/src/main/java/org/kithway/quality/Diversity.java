package org.kithway.quality;

import java.util.Collection;

/**
 * How evenly people spread over kinds: industries, places, sites.
 *
 * @param kinds how many occur
 * @param blau the chance that two drawn at random (with replacement) are of different kinds (Blau
 *     1977), 0 to {@code 1 - 1/kinds}
 * @param variation that chance as a share of the most it could be (index of qualitative variation),
 *     0 to 1
 * @param effective how many equally frequent kinds would be as diverse: the exponential of
 *     Shannon's entropy, 1 to kinds
 */
public record Diversity(int kinds, double blau, double variation, double effective) {

    /**
     * Measures counts; those of 0 or less are no kinds. All measures are 0 if nothing is counted.
     */
    public static Diversity of(Collection<? extends Number> counts) {
        double total = 0;
        int kinds = 0;
        for (Number count : counts) {
            if (count.doubleValue() > 0) {
                total += count.doubleValue();
                kinds++;
            }
        }
        if (kinds == 0) {
            return new Diversity(0, 0, 0, 0);
        }
        double same = 0;
        double entropy = 0;
        for (Number count : counts) {
            double share = count.doubleValue() / total;
            if (share > 0) {
                same += share * share;
                entropy -= share * Math.log(share);
            }
        }
        double blau = 1 - same;
        return new Diversity(
                kinds, blau, kinds == 1 ? 0 : blau / (1 - 1.0 / kinds), Math.exp(entropy));
    }
}
