package org.kithway.ingestion.kafka.derive;

import org.h2.mvstore.Cursor;
import org.h2.mvstore.MVMap;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Iterator;
import java.util.NoSuchElementException;

/** Keys of several numbers, each as four bytes, so that the order of bytes is that of numbers. */
final class Keys {
    static final byte[] NOTHING = {};

    private Keys() {}

    static byte[] of(int... numbers) {
        ByteBuffer key = ByteBuffer.allocate(Integer.BYTES * numbers.length);
        for (int number : numbers) {
            key.putInt(number);
        }
        return key.array();
    }

    static byte[] of(int first, byte second) {
        return ByteBuffer.allocate(Integer.BYTES + 1).putInt(first).put(second).array();
    }

    static byte[] of(int first, int second, byte[] rest) {
        return ByteBuffer.allocate(2 * Integer.BYTES + rest.length)
                .putInt(first)
                .putInt(second)
                .put(rest)
                .array();
    }

    /** The number at the byte. */
    static int number(byte[] key, int at) {
        return ByteBuffer.wrap(key).getInt(at);
    }

    static boolean startsWith(byte[] key, byte[] prefix) {
        return key.length >= prefix.length
                && Arrays.equals(key, 0, prefix.length, prefix, 0, prefix.length);
    }

    /** How many keys start with the prefix; O(log n). */
    static int count(MVMap<byte[], byte[]> map, byte[] prefix) {
        return Math.toIntExact(index(map, following(prefix)) - index(map, prefix));
    }

    /**
     * The entries whose keys start with the prefix, in order, as they are now: later changes of the
     * map do not show. To be read to the end before the next commit, which may do away with them.
     */
    static Iterable<Entry> under(MVMap<byte[], byte[]> map, byte[] prefix) {
        return () -> new Under(map.cursor(prefix), prefix);
    }

    /** Those of the entries that come after the key. */
    static Iterable<Entry> under(MVMap<byte[], byte[]> map, byte[] prefix, byte[] after) {
        byte[] next = Arrays.copyOf(after, after.length + 1);
        return () -> new Under(map.cursor(next), prefix);
    }

    /** The least key that is greater than all that start with the prefix. */
    private static byte[] following(byte[] prefix) {
        byte[] next = prefix.clone();
        for (int i = next.length - 1; i >= 0; i--) {
            if (++next[i] != 0) {
                return next;
            }
        }
        throw new IllegalArgumentException("nothing follows this prefix");
    }

    private static long index(MVMap<byte[], byte[]> map, byte[] key) {
        long index = map.getKeyIndex(key);
        return index >= 0 ? index : -index - 1;
    }

    record Entry(byte[] key, byte[] value) {}

    private static final class Under implements Iterator<Entry> {
        private final Cursor<byte[], byte[]> cursor;
        private final byte[] prefix;
        private byte[] key = NOTHING;
        private byte[] value = NOTHING;
        private boolean more;

        Under(Cursor<byte[], byte[]> cursor, byte[] prefix) {
            this.cursor = cursor;
            this.prefix = prefix;
            step();
        }

        @Override
        public boolean hasNext() {
            return more;
        }

        @Override
        public Entry next() {
            if (!more) {
                throw new NoSuchElementException();
            }
            Entry entry = new Entry(key, value);
            step();
            return entry;
        }

        private void step() {
            more = cursor.hasNext();
            if (more) {
                key = cursor.next();
                value = cursor.getValue();
                more = startsWith(key, prefix);
            }
        }
    }
}
