package org.kithway.ingestion.kafka.derive;

import org.h2.mvstore.MVMap;
import org.kithway.identity.BlockingKeys;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.IntConsumer;

/**
 * Which atoms share a blocking key. A key that more atoms of a layer have than {@link #MOST} tells
 * nothing there: it would compare everybody with everybody.
 */
final class Blocks {
    /** How many atoms of a layer may share a key that still makes them candidates. */
    static final int MOST = 60;

    /**
     * How many may share a telling key that makes candidates even of two accounts at one site:
     * people seldom have two there, and those of one name at one site are many.
     */
    static final int FEW = 8;

    /** The bit of a key that tells whether it is a telling one. */
    private static final long TELLING = 1;

    // key, layer, atom -> site
    private final MVMap<byte[], byte[]> blocks;
    // layer, atom -> site, keys
    private final MVMap<byte[], byte[]> keysOf;

    Blocks(MVMap<byte[], byte[]> blocks, MVMap<byte[], byte[]> keysOf) {
        this.blocks = blocks;
        this.keysOf = keysOf;
    }

    /**
     * Gives the atom these keys.
     *
     * @param site the number of the only site where it has an account, or 0
     * @param crossed is told of each key that began or ceased to tell something in the layer
     * @return the keys it had or has
     */
    SortedSet<Long> set(int layer, int atom, int site, BlockingKeys texts, KeyConsumer crossed) {
        SortedSet<Long> before = keys(layer, atom);
        boolean moved = site(layer, atom) != site;
        SortedSet<Long> now = new TreeSet<>();
        texts.telling().forEach(text -> now.add(hash(text) | TELLING));
        texts.rough().forEach(text -> now.add(hash(text) & ~TELLING));
        for (long key : before) {
            if (!now.contains(key)) {
                blocks.remove(key(key, layer, atom));
                if (isBound(sharers(key, layer).size())) {
                    crossed.accept(key);
                }
            }
        }
        for (long key : now) {
            boolean isNew = !before.contains(key);
            if (isNew || moved) {
                blocks.put(key(key, layer, atom), Keys.of(site));
            }
            if (isNew && isBound(sharers(key, layer).size() - 1)) {
                crossed.accept(key);
            }
        }
        if (now.isEmpty()) {
            keysOf.remove(Keys.of(layer, atom));
        } else if (moved || !now.equals(before)) {
            ByteBuffer value = ByteBuffer.allocate(Integer.BYTES + Long.BYTES * now.size());
            value.putInt(site);
            now.forEach(value::putLong);
            keysOf.put(Keys.of(layer, atom), value.array());
        }
        before.addAll(now);
        return before;
    }

    interface KeyConsumer {
        void accept(long key);
    }

    /** The atom's keys in exactly this layer. */
    SortedSet<Long> keys(int layer, int atom) {
        SortedSet<Long> keys = new TreeSet<>();
        byte[] value = keysOf.get(Keys.of(layer, atom));
        if (value != null) {
            ByteBuffer bytes = ByteBuffer.wrap(value, Integer.BYTES, value.length - Integer.BYTES);
            while (bytes.hasRemaining()) {
                keys.add(bytes.getLong());
            }
        }
        return keys;
    }

    /** The number of the only site where the atom has an account in exactly this layer, or 0. */
    int site(int layer, int atom) {
        byte[] value = keysOf.get(Keys.of(layer, atom));
        return value == null ? 0 : Keys.number(value, 0);
    }

    private static boolean isBound(int count) {
        return count == MOST || count == FEW;
    }

    /** The atoms that have the key in exactly this layer. */
    void each(long key, int layer, IntConsumer action) {
        for (Keys.Entry entry : Keys.under(blocks, prefix(key, layer))) {
            action.accept(Keys.number(entry.key(), Long.BYTES + Integer.BYTES));
        }
    }

    /** The atoms that have the key in any member's layer. */
    void eachOfMembers(long key, LayerConsumer action) {
        byte[] prefix = ByteBuffer.allocate(Long.BYTES).putLong(key).array();
        byte[] shared =
                ByteBuffer.allocate(Long.BYTES + 2 * Integer.BYTES)
                        .putLong(key)
                        .putInt(Dictionary.ORGANIZATION)
                        .putInt(-1)
                        .array();
        for (Keys.Entry entry : Keys.under(blocks, prefix, shared)) {
            action.accept(
                    Keys.number(entry.key(), Long.BYTES),
                    Keys.number(entry.key(), Long.BYTES + Integer.BYTES));
        }
    }

    interface LayerConsumer {
        void accept(int layer, int atom);
    }

    /** Whether the key, if so many have it, makes candidates of two accounts at one site. */
    static boolean tellsAtOneSite(long key, int sharers) {
        return (key & TELLING) != 0 && sharers <= FEW;
    }

    /** An atom that has a key, and the number of the only site where it has an account, or 0. */
    record Sharer(int atom, int site) {}

    /**
     * Who has the key in exactly this layer; of more than {@link #MOST} some {@code MOST + 2},
     * which tells whether the key tells something, and whether it did before one of them came.
     */
    List<Sharer> sharers(long key, int layer) {
        List<Sharer> sharers = new ArrayList<>();
        for (Keys.Entry entry : Keys.under(blocks, prefix(key, layer))) {
            int atom = Keys.number(entry.key(), Long.BYTES + Integer.BYTES);
            sharers.add(new Sharer(atom, Keys.number(entry.value(), 0)));
            if (sharers.size() > MOST + 1) {
                break;
            }
        }
        return sharers;
    }

    private static byte[] prefix(long key, int layer) {
        return ByteBuffer.allocate(Long.BYTES + Integer.BYTES).putLong(key).putInt(layer).array();
    }

    private static byte[] key(long key, int layer, int atom) {
        return ByteBuffer.allocate(Long.BYTES + 2 * Integer.BYTES)
                .putLong(key)
                .putInt(layer)
                .putInt(atom)
                .array();
    }

    /** FNV-1a over UTF-16, then mixed: two texts of one hash are merely candidates more. */
    private static long hash(String text) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
        }
        hash ^= hash >>> 32;
        hash *= 0x9E3779B97F4A7C15L;
        return hash ^ hash >>> 29;
    }
}
