package org.kithway.route;

/**
 * The cost of a probability: {@code -ln p}, so that the product of probabilities along a route is
 * the sum of its costs.
 *
 * <p>Costs are rounded to multiples of 2<sup>-32</sup>. A sum of a few of them is then exact in a
 * {@code double}, whatever the order of summation: two halves of a route that meet in the middle
 * add up to the same number as the route walked from its start, and routes of equal cost are
 * recognized as such.
 */
final class Cost {

    /** The smallest difference between two costs. */
    static final double STEP = 0x1p-32;

    private Cost() {}

    /**
     * Returns the cost of a probability in (0, 1].
     *
     * @throws IllegalArgumentException if it lies outside
     */
    static float of(double probability) {
        if (!(probability > 0 && probability <= 1)) {
            throw new IllegalArgumentException("a probability must lie in (0, 1]: " + probability);
        }
        // Adding 0.0 turns the -0.0 of a certain tie into 0.0, whose bits sort first.
        return (float) (Math.rint(-Math.log(probability) / STEP) * STEP + 0.0);
    }

    static double probability(double cost) {
        return Math.exp(-cost);
    }

    /**
     * A tie as one number: bits of a non-negative float order like the float, so ties sort by cost,
     * then by neighbour.
     */
    static long pack(float cost, int neighbour) {
        return (long) Float.floatToRawIntBits(cost) << 32 | neighbour;
    }

    static float cost(long packed) {
        return Float.intBitsToFloat((int) (packed >>> 32));
    }

    static int neighbour(long packed) {
        return (int) packed;
    }

    /** The greatest packed tie whose cost is at most {@code cost}; negative if there is none. */
    static long lastWithin(double cost) {
        if (cost < 0) {
            return -1;
        }
        float floor = (float) Math.min(cost, Float.MAX_VALUE);
        if (floor > cost) {
            floor = Math.nextDown(floor);
        }
        return pack(floor, 0) | 0xFFFF_FFFFL;
    }
}
