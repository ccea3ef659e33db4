package org.kithway.route;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Who may pass a question on to whom, and with what chance: an immutable directed graph whose nodes
 * are the numbers from 0.
 *
 * <p>The ties of a node lie together, sorted by falling probability, in both directions: 16 bytes a
 * tie (8 where the graph is symmetric) and 8 bytes a node. Probabilities keep about seven digits.
 *
 * <p>An {@linkplain #edit() edit} makes a new graph that shares everything with this one but the
 * rows that it touches. So many views stand on one base at little cost: the state after each
 * update, or what one member alone may see. {@link #compact()} makes a base of its own out of a
 * graph with many replaced rows.
 */
public final class TieGraph {

    /** A graph of no nodes. */
    public static final TieGraph EMPTY = new Builder().build();

    final Rows out;
    final Rows in;
    private final int nodeCount;

    private TieGraph(int nodeCount, Rows out, Rows in) {
        this.nodeCount = nodeCount;
        this.out = out;
        this.in = in;
    }

    /** Takes up to 2<sup>30</sup> ties, in any order. */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * The number of nodes: one more than the greatest that was ever named, with ties or without.
     */
    public int nodeCount() {
        return nodeCount;
    }

    /** The number of directed ties. */
    public long tieCount() {
        return out.count();
    }

    /**
     * How many rows of the two directions differ from the base: what searches pay for, and {@link
     * #compact()} removes.
     */
    public int replacedRows() {
        return out.replacedCount() + in.replacedCount();
    }

    /** Whether one array serves both directions, as where all ties are as probable either way. */
    @SuppressWarnings("ReferenceEquality") // whether it is one array, not whether two are equal
    public boolean isSymmetric() {
        return out == in;
    }

    /** The probability of the tie, or 0 if there is none. O(degree). */
    public double probability(int from, int to) {
        checkNode(from);
        return Cost.probability(out.cost(from, to));
    }

    /** Shows the ties that start at the node, the strongest first. */
    public void forEachTieFrom(int node, TieVisitor visitor) {
        visit(out, node, visitor);
    }

    /** Shows the ties that end at the node, the strongest first. */
    public void forEachTieTo(int node, TieVisitor visitor) {
        visit(in, node, visitor);
    }

    private void visit(Rows rows, int node, TieVisitor visitor) {
        checkNode(node);
        long[] row = rows.array(node);
        int end = rows.end(row, node);
        for (int i = rows.start(row, node); i < end; i++) {
            visitor.visit(Cost.neighbour(row[i]), Cost.probability(Cost.cost(row[i])));
        }
    }

    void checkNode(int node) {
        if (node < 0 || node >= nodeCount) {
            throw new IllegalArgumentException("no node " + node + " among " + nodeCount);
        }
    }

    /** Starts a change of this graph. */
    public Edit edit() {
        return new Edit(this);
    }

    /** The same graph without replaced rows. O(N + E); this one if there are none. */
    public TieGraph compact() {
        return replacedRows() == 0 && out.offsets().length == nodeCount + 1
                ? this
                : sharing(nodeCount, out.compact(nodeCount), in.compact(nodeCount));
    }

    private static TieGraph sharing(int nodeCount, Rows out, Rows in) {
        return new TieGraph(nodeCount, out, out.samePacked(in) ? out : in);
    }

    /**
     * The arrays of the {@linkplain #compact() compacted} graph, to be written to a file;
     * read-only, not copied.
     */
    public Packed packed() {
        TieGraph compact = compact();
        return new Packed(
                MemorySegment.ofArray(compact.out.offsets()).asReadOnly(),
                MemorySegment.ofArray(compact.out.ties()).asReadOnly(),
                MemorySegment.ofArray(compact.in.offsets()).asReadOnly(),
                MemorySegment.ofArray(compact.in.ties()).asReadOnly());
    }

    /**
     * Reads what {@link #packed()} wrote, from a mapped file for instance; the memory is copied.
     *
     * @throws IllegalArgumentException if the parts do not fit together. (That single bits are
     *     right is for a checksum to say.)
     */
    public static TieGraph of(Packed packed) {
        Rows out = rows(packed.outOffsets(), packed.outTies());
        boolean same =
                packed.inOffsets().equals(packed.outOffsets())
                        && packed.inTies().equals(packed.outTies());
        if (same) {
            return new TieGraph(out.offsets().length - 1, out, out);
        }
        Rows in = rows(packed.inOffsets(), packed.inTies());
        if (out.count() != in.count() || out.offsets().length != in.offsets().length) {
            throw new IllegalArgumentException("the two directions differ in size");
        }
        return sharing(out.offsets().length - 1, out, in);
    }

    private static Rows rows(MemorySegment packedOffsets, MemorySegment packedTies) {
        int[] offsets = packedOffsets.toArray(ValueLayout.JAVA_INT);
        long[] ties = packedTies.toArray(ValueLayout.JAVA_LONG);
        if (offsets.length == 0 || offsets[0] != 0 || offsets[offsets.length - 1] != ties.length) {
            throw new IllegalArgumentException("offsets and ties differ in size");
        }
        for (int node = 1; node < offsets.length; node++) {
            if (offsets[node] < offsets[node - 1]) {
                throw new IllegalArgumentException("offsets fall at node " + node);
            }
        }
        for (long tie : ties) {
            if (tie < 0 || Integer.compareUnsigned((int) tie, offsets.length - 1) >= 0) {
                throw new IllegalArgumentException("a tie leads to no node");
            }
        }
        return new Rows(offsets, ties);
    }

    /**
     * A graph as four plain arrays in the byte order of the machine; where the graph is symmetric
     * the two directions are the same.
     *
     * @param outOffsets ints, where each node's outgoing ties start, and their end
     * @param outTies longs, the outgoing ties
     * @param inOffsets ints, where each node's incoming ties start, and their end
     * @param inTies longs, the incoming ties
     */
    public record Packed(
            MemorySegment outOffsets,
            MemorySegment outTies,
            MemorySegment inOffsets,
            MemorySegment inTies) {}

    /** Sees one tie of a node. */
    @FunctionalInterface
    public interface TieVisitor {
        /**
         * @param neighbour the node at the other end
         * @param probability in (0, 1]
         */
        void visit(int neighbour, double probability);
    }

    /** Collects the ties of a new graph. */
    public static final class Builder {

        private int[] from = new int[1024];
        private int[] to = new int[1024];
        private float[] costs = new float[1024];
        private int size;
        private int nodeCount;

        private Builder() {}

        /** There are at least this many nodes, with ties or without. */
        public Builder nodes(int count) {
            nodeCount = Math.max(nodeCount, count);
            return this;
        }

        /**
         * Adds a tie; of parallel ones the strongest stays.
         *
         * @param probability in (0, 1]
         * @throws IllegalArgumentException if the probability lies outside, a node is negative or
         *     tied to itself
         */
        public Builder add(int from, int to, double probability) {
            checkEnds(from, to);
            if (size == costs.length) {
                int capacity = Math.toIntExact(size * 3L / 2);
                this.from = Arrays.copyOf(this.from, capacity);
                this.to = Arrays.copyOf(this.to, capacity);
                costs = Arrays.copyOf(costs, capacity);
            }
            costs[size] = Cost.of(probability);
            this.from[size] = from;
            this.to[size] = to;
            size++;
            return nodes(Math.max(from, to) + 1);
        }

        /** Sorts the ties into rows. O(E log d), d the greatest degree. */
        public TieGraph build() {
            return sharing(
                    nodeCount,
                    Rows.of(nodeCount, size, from, to, costs),
                    Rows.of(nodeCount, size, to, from, costs));
        }
    }

    /** Collects changes of a graph; of several changes of one tie the last stands. */
    public static final class Edit {

        private final TieGraph base;
        private final Map<Long, Float> changes = new HashMap<>();
        private int nodeCount;

        private Edit(TieGraph base) {
            this.base = base;
            nodeCount = base.nodeCount;
        }

        /** There are at least this many nodes, with ties or without. */
        public Edit nodes(int count) {
            nodeCount = Math.max(nodeCount, count);
            return this;
        }

        /**
         * Sets the probability of a tie, in (0, 1], whether or not there was one.
         *
         * @throws IllegalArgumentException if the probability lies outside, a node is negative or
         *     tied to itself
         */
        public Edit put(int from, int to, double probability) {
            checkEnds(from, to);
            changes.put(key(from, to), Cost.of(probability));
            return nodes(Math.max(from, to) + 1);
        }

        /** Removes a tie, if there is one. */
        public Edit remove(int from, int to) {
            if (from >= 0 && from < base.nodeCount && to >= 0 && to < base.nodeCount) {
                changes.put(key(from, to), Float.NaN);
            } else {
                changes.remove(key(from, to));
            }
            return this;
        }

        /**
         * The changed graph; the one that was edited stays as it is. Costs the rows that the
         * changed ties belong to.
         */
        public TieGraph apply() {
            return new TieGraph(nodeCount, changed(base.out, 0), changed(base.in, Integer.SIZE));
        }

        private Rows changed(Rows rows, int rotation) {
            long[] keys = new long[changes.size()];
            int size = 0;
            for (long key : changes.keySet()) {
                keys[size++] = Long.rotateLeft(key, rotation);
            }
            Arrays.sort(keys);
            float[] costs = new float[size];
            for (int i = 0; i < size; i++) {
                costs[i] = changes.getOrDefault(Long.rotateLeft(keys[i], rotation), Float.NaN);
            }
            return rows.with(keys, costs);
        }
    }

    private static long key(int from, int to) {
        return (long) from << 32 | Integer.toUnsignedLong(to);
    }

    private static void checkEnds(int from, int to) {
        if (from < 0 || to < 0 || from == to) {
            throw new IllegalArgumentException("no tie leads from node " + from + " to " + to);
        }
    }
}
