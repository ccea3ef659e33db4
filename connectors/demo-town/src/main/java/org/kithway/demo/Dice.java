package org.kithway.demo;

import java.util.List;

/**
 * SplitMix64 (Steele, Lea and Flood 2014), written out so that no release of the JDK can change
 * what a seed yields. Floating point goes through {@link StrictMath} for the same reason.
 */
final class Dice {
    private static final long GAMMA = 0x9E3779B97F4A7C15L;

    private long state;

    private Dice(long state) {
        this.state = state;
    }

    /** Dice whose throws depend on these numbers and their order alone. */
    static Dice of(long... seeds) {
        long state = 0;
        for (long seed : seeds) {
            state = mix((state ^ seed) + GAMMA);
        }
        return new Dice(state);
    }

    private static long mix(long z) {
        long a = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        long b = (a ^ (a >>> 27)) * 0x94D049BB133111EBL;
        return b ^ (b >>> 31);
    }

    long next() {
        state += GAMMA;
        return mix(state);
    }

    /** Uniform in [0, 1). */
    double unit() {
        return (next() >>> 11) * 0x1.0p-53;
    }

    /**
     * Uniform in [0, bound); the bias of the multiplication is below 2^-32 for the bounds used
     * here.
     */
    int below(int bound) {
        return (int) (((next() >>> 32) * bound) >>> 32);
    }

    /** Uniform in [from, to], both included. */
    int between(int from, int to) {
        return from + below(to - from + 1);
    }

    /** Uniform in [from, to), for spans beyond an int; 0 <= to - from. */
    long between(long from, long to) {
        return to <= from ? from : from + (long) (unit() * (to - from));
    }

    boolean chance(double probability) {
        return unit() < probability;
    }

    <T> T pick(List<T> of) {
        return of.get(below(of.size()));
    }

    /** Standard normal, after Box and Muller. */
    double gaussian() {
        double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - unit()));
        return radius * StrictMath.cos(2 * StrictMath.PI * unit());
    }
}
