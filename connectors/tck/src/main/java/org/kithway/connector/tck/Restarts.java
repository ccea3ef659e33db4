package org.kithway.connector.tck;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** After how many readings to interrupt. */
final class Restarts {
    private Restarts() {}

    /** After each of the readings, or, of more than can be tried, after those the seed chooses. */
    static List<Integer> of(int readings, int most, long seed) {
        if (readings <= most) {
            return IntStream.rangeClosed(0, readings).boxed().toList();
        }
        return new Random(seed).ints(most, 0, readings + 1).distinct().boxed().toList();
    }
}
