package org.kithway.ingestion.kafka.derive;

import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ObjIntConsumer;

/**
 * The pairs of atoms that may be one person, layer by layer, each from both ends, and those among
 * them that wait for somebody's verdict, the likeliest first.
 */
final class Edges {
    private static final State[] STATES = State.values();

    /** Bytes of the key of a pair that waits for a verdict. */
    static final int REVIEW_KEY = 4 * Integer.BYTES + Integer.BYTES;

    // atom, layer, other -> bits, state
    private final MVMap<byte[], byte[]> edges;
    // layer, bits descending, one, other
    private final MVMap<byte[], byte[]> review;

    Edges(MVMap<byte[], byte[]> edges, MVMap<byte[], byte[]> review) {
        this.edges = edges;
        this.review = review;
    }

    /** What is made of a pair. */
    enum State {
        /** Not yet settled. */
        OPEN,
        /** Both are one person. */
        JOINED,
        /** To be reviewed. */
        DOUBTFUL,
        /** A member says that they are two people. */
        DENIED
    }

    /**
     * What speaks for two atoms being one person.
     *
     * @param bits the binary logarithm of the odds
     */
    record Edge(double bits, State state) {
        private static Edge read(byte[] value) {
            return new Edge(ByteBuffer.wrap(value).getDouble(), STATES[value[Double.BYTES]]);
        }

        private byte[] written() {
            return ByteBuffer.allocate(Double.BYTES + 1)
                    .putDouble(bits)
                    .put((byte) state.ordinal())
                    .array();
        }
    }

    @Nullable Edge find(int layer, int one, int other) {
        byte[] value = edges.get(Keys.of(one, layer, other));
        return value == null ? null : Edge.read(value);
    }

    /** Sets the pair's edge; null takes it away. */
    void set(int layer, int one, int other, @Nullable Edge edge) {
        Edge before = find(layer, one, other);
        if (before != null && before.state() == State.DOUBTFUL) {
            review.remove(reviewKey(layer, before.bits(), one, other));
        }
        if (edge == null) {
            edges.remove(Keys.of(one, layer, other));
            edges.remove(Keys.of(other, layer, one));
            return;
        }
        byte[] value = edge.written();
        edges.put(Keys.of(one, layer, other), value);
        edges.put(Keys.of(other, layer, one), value);
        if (edge.state() == State.DOUBTFUL) {
            review.put(reviewKey(layer, edge.bits(), one, other), Keys.NOTHING);
        }
    }

    /** The edges of an atom in exactly this layer. */
    void each(int layer, int atom, ObjIntConsumer<Edge> action) {
        for (Keys.Entry entry : Keys.under(edges, Keys.of(atom, layer))) {
            action.accept(Edge.read(entry.value()), Keys.number(entry.key(), 2 * Integer.BYTES));
        }
    }

    boolean any(int layer, int atom) {
        return Keys.under(edges, Keys.of(atom, layer)).iterator().hasNext();
    }

    /** The members' layers in which the atom has edges. */
    List<Integer> layers(int atom) {
        List<Integer> layers = new ArrayList<>();
        int last = Dictionary.ORGANIZATION;
        for (Keys.Entry entry : Keys.under(edges, Keys.of(atom))) {
            int layer = Keys.number(entry.key(), Integer.BYTES);
            if (layer != last) {
                layers.add(layer);
                last = layer;
            }
        }
        return layers;
    }

    /** A pair that waits for a verdict; its key orders all of its layer. */
    record Waiting(byte[] key, int one, int other) {}

    /**
     * Up to so many of the pairs that wait for a verdict in exactly this layer, the likeliest
     * first.
     *
     * @param after the key of the last one of those before, or null for the first ones
     */
    List<Waiting> review(int layer, byte @Nullable [] after, int most) {
        byte[] prefix = Keys.of(layer);
        List<Waiting> found = new ArrayList<>();
        for (Keys.Entry entry :
                after == null ? Keys.under(review, prefix) : Keys.under(review, prefix, after)) {
            if (found.size() == most) {
                break;
            }
            found.add(
                    new Waiting(
                            entry.key(),
                            Keys.number(entry.key(), REVIEW_KEY - 2 * Integer.BYTES),
                            Keys.number(entry.key(), REVIEW_KEY - Integer.BYTES)));
        }
        return found;
    }

    /** How many pairs wait for a verdict in exactly this layer; O(log n). */
    int reviews(int layer) {
        return Keys.count(review, Keys.of(layer));
    }

    /** All edges of exactly this layer, each once. */
    void all(int layer, EdgeConsumer action) {
        for (Keys.Entry entry : Keys.under(edges, Keys.NOTHING)) {
            int one = Keys.number(entry.key(), 0);
            int other = Keys.number(entry.key(), 2 * Integer.BYTES);
            if (Keys.number(entry.key(), Integer.BYTES) == layer && one < other) {
                action.accept(one, other, Edge.read(entry.value()));
            }
        }
    }

    interface EdgeConsumer {
        void accept(int one, int other, Edge edge);
    }

    private static byte[] reviewKey(int layer, double bits, int one, int other) {
        long ordered = Double.doubleToLongBits(bits);
        // As a number of eight bytes the greater double comes first.
        ordered = ordered < 0 ? ordered : ~(ordered ^ Long.MIN_VALUE);
        return ByteBuffer.allocate(REVIEW_KEY)
                .putInt(layer)
                .putLong(ordered)
                .putInt(Math.min(one, other))
                .putInt(Math.max(one, other))
                .array();
    }
}
