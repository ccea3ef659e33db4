package org.kithway.route;

import java.util.Arrays;

/**
 * Halves of routes, all of the same number of hops, found again by the node where they can meet
 * another half: a hash table of chains behind a bit filter. It is emptied and used again; its
 * arrays grow with what a search needs, up to a fixed capacity.
 */
final class HalfRoutes {

    private static final int FREE = -1;
    private static final int END = -1;
    private static final int FILTER_BITS_PER_SLOT_LOG = 2;

    private final int capacity;
    private int size;
    private int depth;
    private double least;

    private double[] costs = new double[1024];
    private int[] nodes = new int[1024];
    private int[] next = new int[1024];

    private int meetings;
    private int[] keys = new int[0];
    private int[] heads = new int[0];
    private long[] filter = new long[0];
    private int slotShift;
    private int filterShift;
    private final int[] bins = new int[Integer.SIZE];

    HalfRoutes(int capacity) {
        this.capacity = capacity;
    }

    /** Starts anew with halves of {@code newDepth} hops, probably about so many. */
    void reset(int newDepth, double expected) {
        depth = newDepth;
        int slotsLog = 33 - Integer.numberOfLeadingZeros((int) Math.min(capacity, expected));
        setSlots(Math.max(8, slotsLog));
        clear();
    }

    private void setSlots(int slotsLog) {
        if (keys.length < 1 << slotsLog) {
            keys = new int[1 << slotsLog];
            heads = new int[1 << slotsLog];
            filter = new long[filterWords(slotsLog)];
        }
        slotShift = Integer.SIZE - slotsLog;
        filterShift = slotShift - FILTER_BITS_PER_SLOT_LOG;
    }

    void clear() {
        size = 0;
        meetings = 0;
        least = Double.MAX_VALUE;
        freeSlots();
    }

    private void freeSlots() {
        Arrays.fill(keys, 0, slots(), FREE);
        Arrays.fill(filter, 0, filterWords(Integer.SIZE - slotShift), 0);
    }

    private int slots() {
        return 1 << (Integer.SIZE - slotShift);
    }

    private static int filterWords(int slotsLog) {
        return 1 << (slotsLog + FILTER_BITS_PER_SLOT_LOG - 6);
    }

    boolean isEmpty() {
        return size == 0;
    }

    /** Whether those held have to be joined and cleared before more are added. */
    boolean isFull() {
        return size == capacity;
    }

    /** The least cost of all that are held. */
    double least() {
        return least;
    }

    /**
     * Adds the half whose nodes, from its end, are the first of {@code path}, as many as it has
     * hops, and then the meeting.
     */
    void add(int meeting, double cost, int[] path) {
        if (size == costs.length) {
            costs = Arrays.copyOf(costs, 2 * size);
            next = Arrays.copyOf(next, 2 * size);
        }
        if ((size + 1) * depth > nodes.length) {
            nodes = Arrays.copyOf(nodes, 2 * (size + 1) * depth);
        }
        if (2 * meetings >= slots()) {
            grow();
        }
        int slot = slotOf(meeting);
        if (keys[slot] == FREE) {
            occupy(slot, meeting, END);
            meetings++;
        }
        costs[size] = cost;
        for (int i = 0, place = size * depth; i < depth; i++) {
            nodes[place + i] = path[i];
        }
        next[size] = heads[slot];
        heads[slot] = size++;
        if (cost < least) {
            least = cost;
        }
    }

    private void grow() {
        int[] oldKeys = Arrays.copyOf(keys, slots());
        int[] oldHeads = Arrays.copyOf(heads, slots());
        setSlots(33 - slotShift);
        freeSlots();
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldKeys[i] != FREE) {
                occupy(slotOf(oldKeys[i]), oldKeys[i], oldHeads[i]);
            }
        }
    }

    private void occupy(int slot, int meeting, int head) {
        keys[slot] = meeting;
        heads[slot] = head;
        int bit = hash(meeting) >>> filterShift;
        filter[bit >>> 6] |= 1L << bit;
    }

    private int slotOf(int meeting) {
        int slot = hash(meeting) >>> slotShift;
        while (keys[slot] != meeting && keys[slot] != FREE) {
            slot = (slot + 1) & (slots() - 1);
        }
        return slot;
    }

    /** False if no half meets there; true if one may. */
    boolean mayMeet(int node) {
        int bit = hash(node) >>> filterShift;
        return (filter[bit >>> 6] >>> bit & 1) != 0;
    }

    /**
     * The cheapest half that meets there, or a negative number; from then on nothing may be added
     * before {@link #clear}.
     */
    int first(int meeting) {
        int slot = slotOf(meeting);
        if (keys[slot] == FREE) {
            return END;
        }
        int head = heads[slot];
        if (head < 0) {
            return ~head;
        }
        if (next[head] != END) {
            head = sorted(head);
        }
        heads[slot] = ~head;
        return head;
    }

    /** The next dearer half that meets at the same node, or a negative number. */
    int next(int half) {
        return next[half];
    }

    double cost(int half) {
        return costs[half];
    }

    /** The node so many hops from the half's end; its end itself at 0. */
    int node(int half, int place) {
        return nodes[half * depth + place];
    }

    /** Sorts a chain by cost: bottom-up merge sort, bin i holding a sorted chain of 2^i halves. */
    private int sorted(int chain) {
        Arrays.fill(bins, END);
        int rest = chain;
        while (rest != END) {
            int run = rest;
            rest = next[rest];
            next[run] = END;
            int bin = 0;
            while (bins[bin] != END) {
                run = merged(bins[bin], run);
                bins[bin++] = END;
            }
            bins[bin] = run;
        }
        int all = END;
        for (int run : bins) {
            all = merged(run, all);
        }
        return all;
    }

    private int merged(int a, int b) {
        int head = END;
        int tail = END;
        while (a != END || b != END) {
            int least;
            if (b == END || (a != END && costs[a] <= costs[b])) {
                least = a;
                a = next[a];
            } else {
                least = b;
                b = next[b];
            }
            if (tail == END) {
                head = least;
            } else {
                next[tail] = least;
            }
            tail = least;
        }
        return head;
    }

    private static int hash(int node) {
        return node * 0x9E37_79B1;
    }
}
