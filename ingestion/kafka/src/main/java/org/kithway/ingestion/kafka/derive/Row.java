package org.kithway.ingestion.kafka.derive;

import org.kithway.ingestion.Assertion;
import org.kithway.model.Fact;
import org.kithway.model.Place;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * An assertion as it stands under one of its accounts. The key is account, family, the fact's other
 * account or 0, fact, import, part: what one export says of many others lies in the order in which
 * it said it; the value has the layer in front, so that most rows are never read further.
 */
record Row(byte[] key, byte[] value) {
    /** Which question a row answers; rows of one account and family lie together. */
    enum Family {
        /** Which accounts are one person. */
        IDENTITY,
        /** What the person is like. */
        PROFILE,
        /** What others say of the person's knowledge; it also makes a tie. */
        VOUCHER,
        /** What else ties two people. */
        TIE;

        static Family of(Fact fact) {
            return switch (fact) {
                case Fact.SameAs f -> IDENTITY;
                case Fact.Described f -> PROFILE;
                case Fact.Position f -> PROFILE;
                case Fact.Education f -> PROFILE;
                case Fact.Skill f -> PROFILE;
                case Fact.Interest f -> PROFILE;
                case Fact.Published f -> PROFILE;
                case Fact.Endorsed f -> VOUCHER;
                case Fact.Recommended f -> VOUCHER;
                case Fact.Connected f -> TIE;
                case Fact.Invited f -> TIE;
                case Fact.Follows f -> TIE;
                case Fact.Keeps f -> TIE;
                case Fact.Messaged f -> TIE;
                case Fact.Interacted f -> TIE;
            };
        }
    }

    private static final Family[] FAMILIES = Family.values();
    static final int FACT_BYTES = 16;
    private static final int OTHER_AT = Integer.BYTES + 1;
    private static final int FACT_AT = OTHER_AT + Integer.BYTES;
    private static final int IMPORT_AT = FACT_AT + FACT_BYTES;

    private static final int PART_AT = IMPORT_AT + Integer.BYTES;

    private static final int LAYER_AT = 0;
    private static final int ENTRY_AT = 4;
    private static final int RECORD_AT = 8;
    private static final int SUBJECT_AT = 16;
    private static final int FACT_CONTENT_AT = 17;

    static byte[] key(int account, Family family, int other, byte[] fact, int imported, int part) {
        return ByteBuffer.allocate(PART_AT + Integer.BYTES)
                .put(prefix(account, family, other, fact))
                .putInt(imported)
                .putInt(part)
                .array();
    }

    /** What the keys of all rows of one fact under one account begin with. */
    static byte[] prefix(int account, Family family, int other, byte[] fact) {
        return ByteBuffer.allocate(IMPORT_AT)
                .putInt(account)
                .put((byte) family.ordinal())
                .putInt(other)
                .put(fact)
                .array();
    }

    /** The value of the row under the subject's account; under the object's, {@link #byObject}. */
    static byte[] value(Assertion assertion, int layer, int entry) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(64);
        bytes.writeBytes(
                ByteBuffer.allocate(FACT_CONTENT_AT)
                        .putInt(layer)
                        .putInt(entry)
                        .putLong(assertion.place().record())
                        .put((byte) 1)
                        .array());
        FactCodec.write(assertion.fact(), bytes);
        return bytes.toByteArray();
    }

    /** The same value for the row under the object's account. */
    static byte[] byObject(byte[] value) {
        byte[] seen = value.clone();
        seen[SUBJECT_AT] = 0;
        return seen;
    }

    int account() {
        return Keys.number(key, 0);
    }

    Family family() {
        return FAMILIES[key[Integer.BYTES]];
    }

    byte[] factBytes() {
        return Arrays.copyOfRange(key, FACT_AT, IMPORT_AT);
    }

    String factId() {
        return HexFormat.of().formatHex(key, FACT_AT, IMPORT_AT);
    }

    /** Whether both rows tell the same fact. */
    boolean sameFact(Row other) {
        return Arrays.equals(key, 0, IMPORT_AT, other.key, 0, IMPORT_AT);
    }

    int imported() {
        return Keys.number(key, IMPORT_AT);
    }

    int layer() {
        return Keys.number(value, LAYER_AT);
    }

    int part() {
        return Keys.number(key, PART_AT);
    }

    /** The fact's second account seen from this one, or 0. */
    int other() {
        return Keys.number(key, OTHER_AT);
    }

    /** Whether the fact's subject is the account under which the row stands. */
    boolean isSubject() {
        return value[SUBJECT_AT] == 1;
    }

    Place place(Dictionary dictionary) {
        return new Place(
                dictionary.text(Keys.number(value, ENTRY_AT)),
                ByteBuffer.wrap(value).getLong(RECORD_AT));
    }

    Fact fact(Dictionary dictionary) {
        int other = other();
        if (other == 0) {
            return FactCodec.read(value, FACT_CONTENT_AT, dictionary.account(account()), null);
        }
        int subject = isSubject() ? account() : other;
        int object = isSubject() ? other : account();
        return FactCodec.read(
                value, FACT_CONTENT_AT, dictionary.account(subject), dictionary.account(object));
    }
}
