package org.kithway.identity.match;

import java.util.Arrays;

/**
 * Pairs of records that were compared: which levels their fields reached, and what else weighs,
 * such as how rare the values are on which they agree.
 */
public final class Pairs {
    private long[] patterns = new long[1024];
    private float[] others = new float[1024];
    private int size;

    /**
     * @param pattern see {@link LinkageModel#with}
     * @param other further weight in bits, which estimation takes as given
     */
    public void add(long pattern, double other) {
        if (size == patterns.length) {
            patterns = Arrays.copyOf(patterns, size * 2);
            others = Arrays.copyOf(others, size * 2);
        }
        patterns[size] = pattern;
        others[size++] = (float) other;
    }

    public int size() {
        return size;
    }

    long pattern(int pair) {
        return patterns[pair];
    }

    double other(int pair) {
        return others[pair];
    }
}
