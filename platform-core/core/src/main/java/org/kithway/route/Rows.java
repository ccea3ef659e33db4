package org.kithway.route;

import java.util.Arrays;

/**
 * For every node the ties of one direction, sorted by cost: one packed array and where each row
 * starts, with some rows replaced. Immutable.
 *
 * <p>A row is read as {@code long[] row = array(node); for (int i = start(row, node); i < end(row,
 * node); i++) row[i]}.
 */
final class Rows {

    private final int[] offsets;
    private final long[] ties;
    private final ReplacedRows replaced;
    private final long count;

    /** Takes both arrays over. The row of node n is {@code ties[offsets[n]..offsets[n + 1])}. */
    Rows(int[] offsets, long[] ties) {
        this(offsets, ties, ReplacedRows.NONE, offsets[offsets.length - 1]);
    }

    private Rows(int[] offsets, long[] ties, ReplacedRows replaced, long count) {
        this.offsets = offsets;
        this.ties = ties;
        this.replaced = replaced;
        this.count = count;
    }

    /**
     * Sorts ties into rows; of parallel ties the best stays. O(E log d).
     *
     * @param owners whose row each tie belongs to
     * @param others who stands at its other end
     */
    static Rows of(int nodeCount, int size, int[] owners, int[] others, float[] costs) {
        int[] next = new int[nodeCount + 1];
        for (int i = 0; i < size; i++) {
            next[owners[i] + 1]++;
        }
        for (int node = 0; node < nodeCount; node++) {
            next[node + 1] += next[node];
        }
        long[] ties = new long[size];
        for (int i = 0; i < size; i++) {
            ties[next[owners[i]]++] = Cost.pack(costs[i], others[i]);
        }
        int[] offsets = new int[nodeCount + 1];
        int[] lastRowWith = new int[nodeCount];
        int kept = 0;
        int start = 0;
        for (int node = 0; node < nodeCount; node++) {
            int end = next[node];
            Arrays.sort(ties, start, end);
            for (int i = start; i < end; i++) {
                int other = Cost.neighbour(ties[i]);
                if (lastRowWith[other] != node + 1) {
                    lastRowWith[other] = node + 1;
                    ties[kept++] = ties[i];
                }
            }
            offsets[node + 1] = kept;
            start = end;
        }
        return new Rows(offsets, kept == size ? ties : Arrays.copyOf(ties, kept));
    }

    long[] array(int node) {
        long[] row = replaced.get(node);
        return row != null ? row : ties;
    }

    @SuppressWarnings("ReferenceEquality") // which array it is, not what it holds
    int start(long[] row, int node) {
        return row == ties && node < offsets.length - 1 ? offsets[node] : 0;
    }

    @SuppressWarnings("ReferenceEquality")
    int end(long[] row, int node) {
        if (row != ties) {
            return row.length;
        }
        return node < offsets.length - 1 ? offsets[node + 1] : 0;
    }

    int length(int node) {
        long[] row = array(node);
        return end(row, node) - start(row, node);
    }

    /** The cost of a tie, infinite if there is none. O(length). */
    double cost(int node, int neighbour) {
        long[] row = array(node);
        int end = end(row, node);
        for (int i = start(row, node); i < end; i++) {
            if (Cost.neighbour(row[i]) == neighbour) {
                return Cost.cost(row[i]);
            }
        }
        return Double.POSITIVE_INFINITY;
    }

    /** How many ties there are in all rows. */
    long count() {
        return count;
    }

    int replacedCount() {
        return replaced.size();
    }

    int[] offsets() {
        return offsets;
    }

    long[] ties() {
        return ties;
    }

    /**
     * These rows with some ties changed, at the cost of the rows that they belong to.
     *
     * @param keys the changed ties as {@code owner << 32 | other}, ascending
     * @param costs the new cost of each, NaN where the tie is removed
     */
    Rows with(long[] keys, float[] costs) {
        int[] changed = new int[keys.length];
        long[][] rows = new long[keys.length][];
        int size = 0;
        long newCount = count;
        for (int from = 0; from < keys.length; ) {
            int owner = (int) (keys[from] >>> 32);
            int to = from + 1;
            while (to < keys.length && (int) (keys[to] >>> 32) == owner) {
                to++;
            }
            changed[size] = owner;
            rows[size] = merged(owner, keys, costs, from, to);
            newCount += rows[size].length - length(owner);
            size++;
            from = to;
        }
        return new Rows(
                offsets,
                ties,
                replaced.plus(Arrays.copyOf(changed, size), Arrays.copyOf(rows, size)),
                newCount);
    }

    private long[] merged(int owner, long[] keys, float[] costs, int from, int to) {
        long[] old = array(owner);
        int end = end(old, owner);
        long[] row = new long[length(owner) + to - from];
        int size = 0;
        for (int i = start(old, owner); i < end; i++) {
            long key = (long) owner << 32 | Cost.neighbour(old[i]);
            if (Arrays.binarySearch(keys, from, to, key) < 0) {
                row[size++] = old[i];
            }
        }
        for (int i = from; i < to; i++) {
            if (!Float.isNaN(costs[i])) {
                row[size++] = Cost.pack(costs[i], (int) keys[i]);
            }
        }
        Arrays.sort(row, 0, size);
        return Arrays.copyOf(row, size);
    }

    /** The same rows in one packed array. O(N + E). */
    Rows compact(int nodeCount) {
        int[] packedOffsets = new int[nodeCount + 1];
        long[] packed = new long[Math.toIntExact(count)];
        int size = 0;
        for (int node = 0; node < nodeCount; node++) {
            long[] row = array(node);
            int start = start(row, node);
            int length = end(row, node) - start;
            System.arraycopy(row, start, packed, size, length);
            size += length;
            packedOffsets[node + 1] = size;
        }
        return new Rows(packedOffsets, packed);
    }

    /**
     * Whether both hold the same ties in the same packed form, so that one of them can serve for
     * both.
     */
    boolean samePacked(Rows that) {
        return replaced.size() == 0
                && that.replaced.size() == 0
                && Arrays.equals(offsets, that.offsets)
                && Arrays.equals(ties, that.ties);
    }
}
