package org.kithway.identity.match;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Finds pairs of records that may be of one entity: those that share two traits of different
 * fields, or a rare one. Traits that many share are passed over, so that no step is quadratic.
 */
public final class Blocking {
    private static final int RECORD_BITS = 24;
    private static final int RECORD = (1 << RECORD_BITS) - 1;

    private final List<Column> columns;
    private final int most;

    /**
     * @param most records that share what makes them candidates
     */
    public Blocking(List<Column> columns, int most) {
        this.columns = columns;
        this.most = most;
    }

    /** The candidates, each once and in order, the lesser record in the upper half. */
    public long[] candidates() {
        LongList entries = new LongList();
        int records = columns.getFirst().size();
        if (records > RECORD) {
            throw new IllegalArgumentException("more than " + RECORD + " records");
        }
        for (int record = 0; record < records; record++) {
            List<String> traits = new ArrayList<>();
            List<Integer> fields = new ArrayList<>();
            for (int field = 0; field < columns.size(); field++) {
                for (String trait : Traits.of(columns.get(field), field, record)) {
                    traits.add(trait);
                    fields.add(field);
                }
            }
            for (int i = 0; i < traits.size(); i++) {
                entries.add(entry(traits.get(i), "", record));
                for (int j = i + 1; j < traits.size(); j++) {
                    if (!fields.get(i).equals(fields.get(j))) {
                        entries.add(entry(traits.get(i), traits.get(j), record));
                    }
                }
            }
        }
        return pairs(entries.sorted());
    }

    /**
     * Blocks are runs of one key; the keys are hashes, and who shares one by accident is compared.
     */
    private long[] pairs(long[] entries) {
        LongList pairs = new LongList();
        int start = 0;
        while (start < entries.length) {
            int end = start + 1;
            while (end < entries.length
                    && entries[end] >>> RECORD_BITS == entries[start] >>> RECORD_BITS) {
                end++;
            }
            if (end - start <= most) {
                for (int i = start; i < end; i++) {
                    for (int j = i + 1; j < end; j++) {
                        pairs.add((entries[i] & RECORD) << 32 | (entries[j] & RECORD));
                    }
                }
            }
            start = end;
        }
        return pairs.sorted();
    }

    private static long entry(String one, String other, int record) {
        boolean ordered = one.compareTo(other) <= 0;
        long hash = hash(ordered ? other : one, hash(ordered ? one : other, 0xcbf29ce484222325L));
        hash ^= hash >>> 32;
        hash *= 0x9E3779B97F4A7C15L;
        return (hash ^ hash >>> 29) << RECORD_BITS | record;
    }

    private static long hash(String text, long seed) {
        long hash = (seed ^ 31) * 0x100000001b3L;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
        }
        return hash;
    }

    /** Numbers that are sorted and kept once; the room is tidied before it grows. */
    private static final class LongList {
        private long[] values = new long[1 << 16];
        private int size;
        private int tidy = 1 << 20;

        void add(long value) {
            if (size == values.length) {
                if (size >= tidy) {
                    size = sorted().length;
                    tidy = Math.max(tidy, 2 * size);
                }
                if (size > values.length / 2) {
                    values = Arrays.copyOf(values, values.length * 2);
                }
            }
            values[size++] = value;
        }

        long[] sorted() {
            Arrays.sort(values, 0, size);
            int kept = 0;
            for (int i = 0; i < size; i++) {
                if (i == 0 || values[i] != values[i - 1]) {
                    values[kept++] = values[i];
                }
            }
            size = kept;
            return Arrays.copyOf(values, kept);
        }
    }
}
