package org.kithway.statistics;

/**
 * A value that is not known exactly.
 *
 * @param low the lower end of the range in which it lies with the chance that is said where the
 *     estimate is made
 * @param value the best guess
 * @param high the upper end of the range
 */
public record Estimate(double low, double value, double high) {
    public Estimate {
        if (!(low <= value && value <= high)) {
            throw new IllegalArgumentException(
                    "%s is not between %s and %s".formatted(value, low, high));
        }
    }

    /** A value that is known. */
    public static Estimate exactly(double value) {
        return new Estimate(value, value, value);
    }

    /** This times a number of 0 or more. */
    public Estimate times(double factor) {
        return new Estimate(low * factor, value * factor, high * factor);
    }

    /**
     * The product of two that are 0 or more. Its range is that of both being low or high together,
     * so rather too wide than too narrow.
     */
    public Estimate times(Estimate other) {
        return new Estimate(low * other.low, value * other.value, high * other.high);
    }
}
