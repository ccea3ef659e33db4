package org.kithway.ingestion.kafka.derive;

import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

import java.nio.ByteBuffer;
import java.nio.LongBuffer;
import java.util.BitSet;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Atoms or accounts of layers that are still to be looked at, by layer and number. Most are taken
 * off again soon after they were put on; so it is held in memory, as bits, and what changed is kept
 * in the store only when the rest is, too. For the writing thread.
 */
final class Agenda {
    /** Numbers whose bits are kept together. */
    private static final int SPAN = 1 << 10;

    // layer, number / SPAN -> bits
    private final MVMap<byte[], byte[]> kept;
    private final TreeMap<Long, BitSet> bits = new TreeMap<>();
    private final Set<Long> changed = new HashSet<>();

    Agenda(MVMap<byte[], byte[]> kept) {
        this.kept = kept;
        for (Map.Entry<byte[], byte[]> entry : kept.entrySet()) {
            LongBuffer words = ByteBuffer.wrap(entry.getValue()).asLongBuffer();
            bits.put(ByteBuffer.wrap(entry.getKey()).getLong(), BitSet.valueOf(words));
        }
    }

    /** What is on the agenda. */
    record Item(int layer, int number) {}

    boolean isEmpty() {
        return bits.isEmpty();
    }

    /** The first of all, or null. */
    @Nullable Item first() {
        Map.Entry<Long, BitSet> first = bits.firstEntry();
        if (first == null) {
            return null;
        }
        long span = first.getKey();
        return new Item(
                (int) (span >> Integer.SIZE), (int) span * SPAN + first.getValue().nextSetBit(0));
    }

    boolean contains(int layer, int number) {
        BitSet of = bits.get(span(layer, number));
        return of != null && of.get(number % SPAN);
    }

    /** Puts it on; number 0 stands for nobody. */
    void add(int layer, int number) {
        if (number != 0) {
            long span = span(layer, number);
            bits.computeIfAbsent(span, s -> new BitSet(SPAN)).set(number % SPAN);
            changed.add(span);
        }
    }

    /** Takes it off; false if it was not on. */
    boolean remove(int layer, int number) {
        long span = span(layer, number);
        BitSet of = bits.get(span);
        if (of == null || !of.get(number % SPAN)) {
            return false;
        }
        of.clear(number % SPAN);
        if (of.isEmpty()) {
            bits.remove(span);
        }
        changed.add(span);
        return true;
    }

    /** Writes what changed to the store's map. */
    void keep() {
        for (long span : changed) {
            byte[] key = ByteBuffer.allocate(Long.BYTES).putLong(span).array();
            BitSet of = bits.get(span);
            if (of == null) {
                kept.remove(key);
            } else {
                long[] words = of.toLongArray();
                ByteBuffer value = ByteBuffer.allocate(Long.BYTES * words.length);
                value.asLongBuffer().put(words);
                kept.put(key, value.array());
            }
        }
        changed.clear();
    }

    private static long span(int layer, int number) {
        return (long) layer << Integer.SIZE | number / SPAN;
    }
}
