package org.kithway.route;

import java.util.function.IntToDoubleFunction;

/**
 * How likely each person is to pass a question on at all, whoever asks and whomever it is for. It
 * weighs on the people between the source and the target, never on the ends. Immutable.
 */
public final class Willingness {

    /** Everybody passes everything on. */
    public static final Willingness FULL = new Willingness(new float[0]);

    private final float[] costs;

    private Willingness(float[] costs) {
        this.costs = costs;
    }

    /**
     * Asks {@code probability} once for every node below {@code nodeCount}; nodes from there on are
     * fully willing.
     *
     * @param probability in [0, 1]; at 0 the person takes no part as an intermediary
     * @throws IllegalArgumentException if a probability lies outside
     */
    public static Willingness of(int nodeCount, IntToDoubleFunction probability) {
        float[] costs = new float[nodeCount];
        for (int node = 0; node < nodeCount; node++) {
            double willing = probability.applyAsDouble(node);
            costs[node] = willing == 0 ? Float.POSITIVE_INFINITY : Cost.of(willing);
        }
        return new Willingness(costs);
    }

    float cost(int node) {
        return node < costs.length ? costs[node] : 0;
    }
}
