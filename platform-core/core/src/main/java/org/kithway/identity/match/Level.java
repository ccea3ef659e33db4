package org.kithway.identity.match;

/**
 * One degree of agreement of a field.
 *
 * @param words what agrees, such as "same place"
 * @param m how probable it is of two records of one entity, above 0 to 1
 * @param u how probable it is of two records of two entities, above 0 to 1
 */
public record Level(String words, double m, double u) {
    public Level {
        if (!(m > 0 && m <= 1 && u > 0 && u <= 1)) {
            throw new IllegalArgumentException("m or u is not above 0 and at most 1: " + words);
        }
    }

    /**
     * The weight, {@code log2(m / u)}: Fellegi and Sunter, "A Theory for Record Linkage" (1969).
     */
    public double bits() {
        return Bits.log2(m / u);
    }
}
