package org.kithway.need;

import org.kithway.identity.name.Seniority;

/**
 * Whether both sides would want it. How much a step or a move counts is a judgement, not a
 * measurement; answers show each factor.
 */
public final class Reciprocity {
    private static final double STEP_UNKNOWN = 0.7;

    private Reciprocity() {}

    /**
     * The harmonic mean of what either side wants, after RECON (Pizzato et al., <i>RECON: a
     * reciprocal recommender for online dating</i>, RecSys 2010): high only if both are. 0 if one
     * is.
     *
     * @param one 0 to 1
     * @param other 0 to 1
     */
    public static double both(double one, double other) {
        return one + other == 0 ? 0 : 2 * one * other / (one + other);
    }

    /** How welcome a position is to whom it would be a step up, aside or down; above 0, up to 1. */
    public static double step(Seniority present, Seniority offered) {
        if (present == Seniority.UNKNOWN || offered == Seniority.UNKNOWN) {
            return STEP_UNKNOWN;
        }
        int up = offered.ordinal() - present.ordinal();
        return switch (Integer.signum(up)) {
            case 1 -> up == 1 ? 1 : up == 2 ? 0.8 : 0.4;
            case 0 -> 0.8;
            default -> up == -1 ? 0.4 : 0.1;
        };
    }

    /** How welcome the place is. */
    public enum Move {
        /** The position is where the person lives. */
        NONE(1),
        /** One of the places is not told. */
        UNKNOWN(0.8),
        /** The person would have to move, or to work from afar. */
        NEEDED(0.5);

        private final double factor;

        Move(double factor) {
            this.factor = factor;
        }

        public double factor() {
            return factor;
        }
    }

    /**
     * How ready somebody is to leave after so long in a position: hardly within the first year.
     *
     * @param months in the present position, or -1 if it is not known
     */
    public static double tenure(long months) {
        if (months < 0) {
            return 0.8;
        }
        return months < 12 ? 0.5 : months < 24 ? 0.8 : months < 84 ? 1 : 0.8;
    }
}
