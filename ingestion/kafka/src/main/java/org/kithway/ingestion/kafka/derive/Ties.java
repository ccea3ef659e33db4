package org.kithway.ingestion.kafka.derive;

import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;
import org.kithway.model.PartialDate;
import org.kithway.model.TieEvidence;
import org.kithway.strength.TieStrength;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.function.ObjIntConsumer;

/** The ties that were handed out, layer by layer, each from both ends. */
final class Ties {
    // layer, one, other -> a tie
    private final MVMap<byte[], byte[]> ties;

    Ties(MVMap<byte[], byte[]> ties) {
        this.ties = ties;
    }

    /**
     * What was said of a pair.
     *
     * @param absent whether it was said that there is no tie
     * @param known whether the two know each other: it is confirmed or there was traffic both ways
     * @param year since when it is confirmed, or 0
     * @param content tells evidence from other evidence
     */
    record Tie(boolean absent, boolean known, int year, byte[] content) {
        static final Tie ABSENT = new Tie(true, false, 0, new byte[Content.BYTES]);

        static Tie of(TieEvidence evidence) {
            PartialDate since = evidence.since();
            return new Tie(
                    false,
                    TieStrength.isKnown(evidence),
                    since == null ? 0 : since.year(),
                    Content.of(evidence));
        }

        boolean says(Tie other) {
            return absent == other.absent && Arrays.equals(content, other.content);
        }

        private static Tie read(byte[] value) {
            return new Tie(
                    (value[0] & 1) != 0,
                    (value[0] & 2) != 0,
                    ByteBuffer.wrap(value).getShort(1),
                    Arrays.copyOfRange(value, 3, value.length));
        }

        private byte[] written() {
            return ByteBuffer.allocate(3 + content.length)
                    .put((byte) ((absent ? 1 : 0) | (known ? 2 : 0)))
                    .putShort((short) year)
                    .put(content)
                    .array();
        }
    }

    @Nullable Tie find(int layer, int one, int other) {
        byte[] value = ties.get(Keys.of(layer, one, other));
        return value == null ? null : Tie.read(value);
    }

    /** Whether both say the same, null being that nothing is said. */
    static boolean same(@Nullable Tie one, @Nullable Tie other) {
        if (one == null || other == null) {
            return one == null && other == null;
        }
        return one.says(other);
    }

    /** Sets what is said of the pair; null says nothing. */
    void set(int layer, int one, int other, @Nullable Tie tie) {
        if (tie == null) {
            ties.remove(Keys.of(layer, one, other));
            ties.remove(Keys.of(layer, other, one));
        } else {
            byte[] value = tie.written();
            ties.put(Keys.of(layer, one, other), value);
            ties.put(Keys.of(layer, other, one), value);
        }
    }

    /** What is said in exactly this layer of a person and each other one. */
    void each(int layer, int person, ObjIntConsumer<Tie> action) {
        for (Keys.Entry entry : Keys.under(ties, Keys.of(layer, person))) {
            action.accept(Tie.read(entry.value()), Keys.number(entry.key(), 2 * Integer.BYTES));
        }
    }

    /** The ties of a person as those see them who see the layer. */
    void eachSeen(int layer, int person, ObjIntConsumer<Tie> action) {
        if (layer != Dictionary.ORGANIZATION) {
            each(
                    layer,
                    person,
                    (tie, other) -> {
                        if (!tie.absent()) {
                            action.accept(tie, other);
                        }
                    });
        }
        each(
                Dictionary.ORGANIZATION,
                person,
                (tie, other) -> {
                    if (layer == Dictionary.ORGANIZATION || find(layer, person, other) == null) {
                        action.accept(tie, other);
                    }
                });
    }

    int count(int layer, int person) {
        return Keys.count(ties, Keys.of(layer, person));
    }

    /** All pairs, each once. */
    void all(PairConsumer action) {
        for (Keys.Entry entry : Keys.under(ties, Keys.NOTHING)) {
            int one = Keys.number(entry.key(), Integer.BYTES);
            int other = Keys.number(entry.key(), 2 * Integer.BYTES);
            if (one < other) {
                action.accept(Keys.number(entry.key(), 0), one, other, Tie.read(entry.value()));
            }
        }
    }

    interface PairConsumer {
        void accept(int layer, int one, int other, Tie tie);
    }
}
