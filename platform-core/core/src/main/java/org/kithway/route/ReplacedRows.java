package org.kithway.route;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;

/**
 * Rows that stand in for those of a base snapshot: an immutable hash table from node to row, behind
 * a bit filter that answers for nearly all nodes that have none. Both grow with the number of
 * replaced rows, not with the graph.
 */
final class ReplacedRows {

    static final ReplacedRows NONE = new ReplacedRows(4);

    private static final int FREE = -1;
    private static final int FILTER_BITS_PER_SLOT_LOG = 3;

    private final int[] nodes;
    private final long[][] rows;
    private final long[] filter;
    private final int slotShift;
    private final int filterShift;
    private int size;

    private ReplacedRows(int slotsLog) {
        nodes = new int[1 << slotsLog];
        Arrays.fill(nodes, FREE);
        rows = new long[1 << slotsLog][];
        filter = new long[1 << (slotsLog + FILTER_BITS_PER_SLOT_LOG - 6)];
        slotShift = Integer.SIZE - slotsLog;
        filterShift = slotShift - FILTER_BITS_PER_SLOT_LOG;
    }

    private ReplacedRows(ReplacedRows copied) {
        nodes = copied.nodes.clone();
        rows = copied.rows.clone();
        filter = copied.filter.clone();
        slotShift = copied.slotShift;
        filterShift = copied.filterShift;
        size = copied.size;
    }

    /** How many rows are replaced. */
    int size() {
        return size;
    }

    /** The row that stands in for the node's, or null if its base row stands. */
    long @Nullable [] get(int node) {
        int hash = hash(node);
        int bit = hash >>> filterShift;
        return (filter[bit >>> 6] >>> bit & 1) == 0 ? null : find(node, hash >>> slotShift);
    }

    private long @Nullable [] find(int node, int slot) {
        while (nodes[slot] != node) {
            if (nodes[slot] == FREE) {
                return null;
            }
            slot = (slot + 1) & (nodes.length - 1);
        }
        return rows[slot];
    }

    /** These rows and {@code more}, which win over what was there. */
    ReplacedRows plus(int[] changed, long[][] more) {
        ReplacedRows sum = withRoomFor(size + changed.length);
        for (int i = 0; i < changed.length; i++) {
            sum.put(changed[i], more[i]);
        }
        return sum;
    }

    /** A copy that stays at most half full. */
    private ReplacedRows withRoomFor(int count) {
        if (2 * count <= nodes.length) {
            return new ReplacedRows(this);
        }
        ReplacedRows wider =
                new ReplacedRows(Integer.SIZE + 1 - Integer.numberOfLeadingZeros(count));
        for (int slot = 0; slot < nodes.length; slot++) {
            if (nodes[slot] != FREE) {
                wider.put(nodes[slot], rows[slot]);
            }
        }
        return wider;
    }

    private void put(int node, long[] row) {
        int hash = hash(node);
        int bit = hash >>> filterShift;
        filter[bit >>> 6] |= 1L << bit;
        int slot = hash >>> slotShift;
        while (nodes[slot] != FREE && nodes[slot] != node) {
            slot = (slot + 1) & (nodes.length - 1);
        }
        size += nodes[slot] == FREE ? 1 : 0;
        nodes[slot] = node;
        rows[slot] = row;
    }

    private static int hash(int node) {
        return node * 0x9E37_79B1;
    }
}
