package org.kithway.ingestion.kafka.derive;

import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

import java.nio.ByteBuffer;

/**
 * The people who are to be derived, the organization's layer first and in each layer those with few
 * rows before those with many. A tie is worked out by whichever end comes first, so that a hub is
 * spared the ties to everybody whom it has been told by.
 */
final class Waiting {
    /**
     * A person in a layer.
     *
     * @param rank the binary order of magnitude of the person's rows
     * @param group which part of the person's surroundings is next
     */
    record Turn(int layer, int person, byte rank, Group group) {
        boolean isBefore(Turn other) {
            return rank != other.rank ? rank < other.rank : person < other.person;
        }
    }

    private static final byte[] UNRANKED = Keys.NOTHING;

    // layer, person -> rank, group
    private final MVMap<byte[], byte[]> marked;
    // layer, rank, person
    private final MVMap<byte[], byte[]> order;

    Waiting(MVMap<byte[], byte[]> marked, MVMap<byte[], byte[]> order) {
        this.marked = marked;
        this.order = order;
    }

    /** Adds a person; person 0 is nobody. */
    void add(int layer, int person) {
        if (person != 0) {
            marked.put(Keys.of(layer, person), UNRANKED);
        }
    }

    /** Puts all who were added in their order. */
    void rank(Ranking ranking) {
        for (Keys.Entry entry : Keys.under(marked, Keys.NOTHING)) {
            int layer = Keys.number(entry.key(), 0);
            int person = Keys.number(entry.key(), Integer.BYTES);
            Turn turn = ranking.turn(layer, person);
            set(turn);
            order.put(orderKey(layer, turn.rank(), person), Keys.NOTHING);
        }
    }

    /** Decides when it is whose turn. */
    interface Ranking {
        Turn turn(int layer, int person);
    }

    /** Whose turn it is, or null if nobody waits. */
    @Nullable Turn first() {
        byte[] key = order.firstKey();
        return key == null ? null : find(Keys.number(key, 0), Keys.number(key, Integer.BYTES + 1));
    }

    /** The person's turn, or null if the person does not wait. */
    @Nullable Turn find(int layer, int person) {
        byte[] value = marked.get(Keys.of(layer, person));
        return value == null
                ? null
                : new Turn(
                        layer,
                        person,
                        value[0],
                        new Group(
                                Keys.number(value, 1),
                                Keys.number(value, 5),
                                Keys.number(value, 9)));
    }

    void set(Turn turn) {
        marked.put(
                Keys.of(turn.layer(), turn.person()),
                ByteBuffer.allocate(1 + 3 * Integer.BYTES)
                        .put(turn.rank())
                        .putInt(turn.group().index())
                        .putInt(turn.group().ofTies())
                        .putInt(turn.group().ofEvidence())
                        .array());
    }

    void remove(Turn turn) {
        marked.remove(Keys.of(turn.layer(), turn.person()));
        order.remove(orderKey(turn.layer(), turn.rank(), turn.person()));
    }

    private static byte[] orderKey(int layer, byte rank, int person) {
        return ByteBuffer.allocate(2 * Integer.BYTES + 1)
                .putInt(layer)
                .put(rank)
                .putInt(person)
                .array();
    }
}
