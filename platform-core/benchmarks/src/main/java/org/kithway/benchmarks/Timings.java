package org.kithway.benchmarks;

import java.util.Arrays;

/** How long each of many equal things took, in milliseconds. */
final class Timings {
    private double[] times = new double[1_024];
    private int count;

    void add(long nanoseconds) {
        if (count == times.length) {
            times = Arrays.copyOf(times, 2 * count);
        }
        times[count] = nanoseconds / 1e6;
        count++;
    }

    int count() {
        return count;
    }

    /** The smallest time that at least this share of all were not above. */
    double quantile(double share) {
        double[] sorted = Arrays.copyOf(times, count);
        Arrays.sort(sorted);
        return sorted[(int) Math.clamp(Math.ceil(share * count) - 1, 0, count - 1)];
    }
}
