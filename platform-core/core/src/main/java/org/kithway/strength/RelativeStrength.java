package org.kithway.strength;

import org.kithway.quality.Network;

/**
 * How strong ties are beside each other where nothing but their volume is known: messages counted,
 * papers written together, relations of several kinds. What passed both ways counts against how
 * active both are anyway, and shared contacts strengthen a tie that exists; they never make one,
 * for then it would be a guess. The numbers order ties, and mean nothing else.
 */
public final class RelativeStrength {
    /** How much of two people's activity is taken off. */
    private static final double ACTIVITY = 0.15;

    /** What contacts who are all shared add. */
    private static final double SHARED = 0.8;

    /** Above all that activity takes off, so that a weak tie is more than none. */
    private static final double ANY = 10;

    private final Network network;
    private final double[] activity;
    private final double[] length;

    /**
     * @param volume of each tie as its weight, in either direction
     */
    public RelativeStrength(Network volume) {
        network = volume.mutual();
        int n = network.nodeCount();
        activity = new double[n];
        length = new double[n];
        for (int node = 0; node < n; node++) {
            int of = node;
            network.forEachTieFrom(
                    node,
                    (other, weight) -> {
                        double logarithm = Math.log1p(weight);
                        activity[of] += logarithm;
                        length[of] += logarithm * logarithm;
                    });
            length[node] = Math.sqrt(length[node]);
        }
    }

    /** 0 without a tie, else more; symmetric. O(d log d). */
    public double of(int one, int other) {
        double volume = network.weight(one, other);
        return volume == 0
                ? 0
                : ANY
                        + Math.log1p(volume)
                        - ACTIVITY * (Math.log1p(activity[one]) + Math.log1p(activity[other]))
                        + SHARED * shared(one, other);
    }

    /** The cosine of what the two have with others, 0 to 1. */
    private double shared(int one, int other) {
        double[] sum = {0};
        network.forEachTieFrom(
                one,
                (third, weight) -> {
                    double there = third == other ? 0 : network.weight(other, third);
                    sum[0] += Math.log1p(weight) * Math.log1p(there);
                });
        return sum[0] / (length[one] * length[other]);
    }
}
