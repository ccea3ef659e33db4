package org.kithway.strength;

import org.kithway.quality.Network;

/**
 * How strong ties are beside each other where nothing but their volume is known: messages counted,
 * papers written together, relations of several kinds. Beside the volume it counts how much of
 * one's attention goes to the other, and which contacts both share; these strengthen a tie that
 * exists but never make one, for then it would be a guess. The numbers order ties, and mean nothing
 * else.
 */
public final class RelativeStrength {
    /** What the share of the one's own attention adds that the tie has. */
    private static final double ATTENTION = 0.25;

    /** What the share of the other's attention adds. */
    private static final double RETURNED = 0.1;

    /** What contacts who are all shared add. */
    private static final double SHARED = 0.5;

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

    /** As the one sees the other: 0 without a tie, else more. O(d log d). */
    public double of(int one, int other) {
        double volume = Math.log1p(network.weight(one, other));
        return volume == 0
                ? 0
                : volume
                        + ATTENTION * Math.log1p(attention(one, volume))
                        + RETURNED * Math.log1p(attention(other, volume))
                        + SHARED * shared(one, other);
    }

    /** How many times as much the tie has of one's attention as it had if all had the same. */
    private double attention(int one, double volume) {
        return volume / activity[one] * network.nodeCount();
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
