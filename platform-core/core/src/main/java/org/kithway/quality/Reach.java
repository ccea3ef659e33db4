package org.kithway.quality;

import java.util.Arrays;
import java.util.BitSet;

/** How many can be reached along so many ties or fewer, the start left out. Directions count. */
public final class Reach {
    private static final int REGISTERS_PER_WORD = 8;
    private static final long HIGH = 0x8080_8080_8080_8080L;

    private Reach() {}

    /**
     * Estimates for all nodes.
     *
     * @param reached by node
     * @param relativeError the standard error of each as a share of it, {@code 1.04 / sqrt
     *     registers}
     */
    public record Estimates(double[] reached, double relativeError) {}

    /** Counts for one node. O(ties of those reached). */
    public static int exact(Network network, int node, int ties) {
        Network.Rows rows = network.out();
        BitSet reached = new BitSet();
        reached.set(node);
        int[] level = {node};
        for (int step = 0; step < ties; step++) {
            int[] next = new int[16];
            int size = 0;
            for (int from : level) {
                for (int i = rows.offsets()[from]; i < rows.offsets()[from + 1]; i++) {
                    int other = rows.neighbours()[i];
                    if (!reached.get(other)) {
                        reached.set(other);
                        if (size == next.length) {
                            next = Arrays.copyOf(next, 2 * size);
                        }
                        next[size++] = other;
                    }
                }
            }
            level = Arrays.copyOf(next, size);
        }
        return reached.cardinality() - 1;
    }

    /**
     * Estimates the reach of all nodes at once, by a counter for each that takes in those of its
     * neighbours, tie by tie: HyperBall (Boldi and Vigna 2013) on HyperLogLog counters (Flajolet,
     * Fusy, Gandouet, Meunier 2007), eight registers compared at a time. O(ties (n + m) registers /
     * 8) time; two bytes a node and register.
     *
     * @param ties how far, 1 or more
     * @param registersLog the binary logarithm of the registers of each counter, 4 to 12
     * @param seed decides what is drawn
     */
    public static Estimates estimate(Network network, int ties, int registersLog, long seed) {
        if (registersLog < 4 || registersLog > 12) {
            throw new IllegalArgumentException(
                    "2^4 to 2^12 registers, not 2^%d".formatted(registersLog));
        }
        int n = network.nodeCount();
        int registers = 1 << registersLog;
        int words = registers / REGISTERS_PER_WORD;
        long[] now = new long[Math.multiplyExact(n, words)];
        for (int node = 0; node < n; node++) {
            long hash = mixed(node + seed * 0x9E37_79B9_7F4A_7C15L);
            int register = (int) (hash >>> (Long.SIZE - registersLog));
            long value =
                    1 + Long.numberOfLeadingZeros(hash << registersLog | 1L << registersLog - 1);
            now[node * words + register / REGISTERS_PER_WORD] |=
                    value << Byte.SIZE * (register % REGISTERS_PER_WORD);
        }
        long[] next = new long[now.length];
        for (int step = 0; step < ties; step++) {
            unite(network.out(), n, words, now, next);
            long[] old = now;
            now = next;
            next = old;
        }
        double[] reached = new double[n];
        for (int node = 0; node < n; node++) {
            reached[node] = Math.max(0, count(now, node * words, words) - 1);
        }
        return new Estimates(reached, 1.04 / Math.sqrt(registers));
    }

    private static void unite(Network.Rows rows, int n, int words, long[] from, long[] to) {
        for (int node = 0; node < n; node++) {
            int own = node * words;
            System.arraycopy(from, own, to, own, words);
            for (int i = rows.offsets()[node]; i < rows.offsets()[node + 1]; i++) {
                int other = rows.neighbours()[i] * words;
                for (int word = 0; word < words; word++) {
                    to[own + word] = greater(to[own + word], from[other + word]);
                }
            }
        }
    }

    /** The greater of both in each byte; all are below 128. */
    private static long greater(long one, long other) {
        long atLeast = ((one | HIGH) - other & HIGH) >>> 7;
        long mask = atLeast * 0xFF;
        return one & mask | other & ~mask;
    }

    private static double count(long[] counters, int start, int words) {
        double sum = 0;
        int empty = 0;
        for (int word = start; word < start + words; word++) {
            for (int shift = 0; shift < Long.SIZE; shift += Byte.SIZE) {
                int value = (int) (counters[word] >>> shift & 0x7F);
                empty += value == 0 ? 1 : 0;
                sum += 1.0 / (1L << value);
            }
        }
        double m = (double) words * REGISTERS_PER_WORD;
        double estimate = alpha((int) m) * m * m / sum;
        // Few were met: the empty registers tell more.
        return estimate <= 2.5 * m && empty > 0 ? m * Math.log(m / empty) : estimate;
    }

    private static double alpha(int registers) {
        return switch (registers) {
            case 16 -> 0.673;
            case 32 -> 0.697;
            case 64 -> 0.709;
            default -> 0.7213 / (1 + 1.079 / registers);
        };
    }

    /** The finalizer of SplitMix64. */
    private static long mixed(long value) {
        long z = value + 0x9E37_79B9_7F4A_7C15L;
        z = (z ^ z >>> 30) * 0xBF58_476D_1CE4_E5B9L;
        z = (z ^ z >>> 27) * 0x94D0_49BB_1331_11EBL;
        return z ^ z >>> 31;
    }
}
