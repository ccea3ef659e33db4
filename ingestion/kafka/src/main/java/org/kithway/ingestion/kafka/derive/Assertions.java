package org.kithway.ingestion.kafka.derive;

import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;
import org.kithway.ingestion.Assertion;
import org.kithway.ingestion.AssertionKey;
import org.kithway.ingestion.kafka.derive.Row.Family;
import org.kithway.model.AccountId;
import org.kithway.model.ImportId;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** The log of facts, folded: every assertion under its accounts, and its key under its import. */
final class Assertions {
    private static final int SUBJECT_AT = Integer.BYTES;
    private static final int FACT_AT = 2 * Integer.BYTES;
    private static final int FACT_END = FACT_AT + Row.FACT_BYTES;
    private static final int PART_AT = 0;
    private static final int LAYER_AT = 4;
    private static final int OBJECT_AT = 8;
    private static final int FAMILY_AT = 12;

    private final MVMap<byte[], byte[]> rows;
    // import, subject, fact, digest of the part -> part, layer, object, family; the subject stands
    // before the fact, so that what comes together lies together, and is written together
    private final MVMap<byte[], byte[]> keys;
    private final Dictionary dictionary;

    Assertions(MVMap<byte[], byte[]> rows, MVMap<byte[], byte[]> keys, Dictionary dictionary) {
        this.rows = rows;
        this.keys = keys;
        this.dictionary = dictionary;
    }

    /** What is known of an assertion without its content. */
    record Stub(byte[] key, byte[] value) {
        int imported() {
            return Keys.number(key, 0);
        }

        byte[] fact() {
            return Arrays.copyOfRange(key, FACT_AT, FACT_END);
        }

        /** What identifies the assertion in the log. */
        AssertionKey inLog(ImportId imported) {
            HexFormat hex = HexFormat.of();
            return new AssertionKey(
                    hex.formatHex(key, FACT_AT, FACT_END),
                    imported,
                    hex.formatHex(key, FACT_END, key.length));
        }

        int part() {
            return Keys.number(value, PART_AT);
        }

        int layer() {
            return Keys.number(value, LAYER_AT);
        }

        int subject() {
            return Keys.number(key, SUBJECT_AT);
        }

        /** The second account, or 0. */
        int object() {
            return Keys.number(value, OBJECT_AT);
        }

        private Family family() {
            return Family.values()[value[FAMILY_AT]];
        }
    }

    /**
     * Takes an assertion in, in the place of a former one of the same key.
     *
     * @return what stood there and what stands there now
     * @throws IllegalArgumentException if the fact's id is not 32 hexadecimal digits
     */
    Changed put(Assertion assertion) {
        byte[] fact = factBytes(assertion.factId());
        int imported = dictionary.number(assertion.imported().value());
        int part = dictionary.number(assertion.part());
        int layer = dictionary.number(assertion.layer());
        int subject = dictionary.number(assertion.fact().subject().toString());
        AccountId second = assertion.fact().object();
        int object = second == null ? 0 : dictionary.number(second.toString());
        int entry = dictionary.number(assertion.place().entry());
        Family family = Family.of(assertion.fact());

        byte[] value = Row.value(assertion, layer, entry);
        rows.put(Row.key(subject, family, object, fact, imported, part), value);
        if (object != 0) {
            rows.put(Row.key(object, family, subject, fact, imported, part), Row.byObject(value));
        }
        byte[] key = stubKey(imported, subject, AssertionKey.of(assertion));
        byte[] stub =
                ByteBuffer.allocate(FAMILY_AT + 1)
                        .putInt(part)
                        .putInt(layer)
                        .putInt(object)
                        .put((byte) family.ordinal())
                        .array();
        byte[] before = keys.put(key, stub);
        return new Changed(before == null ? null : new Stub(key, before), new Stub(key, stub));
    }

    /** Forgets an assertion; null if there is none of this key and subject. */
    @Nullable Changed remove(AssertionKey forgotten, AccountId of) {
        int imported = dictionary.find(forgotten.imported().value());
        byte[] key = stubKey(imported, dictionary.find(of.toString()), forgotten);
        byte[] value = keys.remove(key);
        if (value == null) {
            return null;
        }
        Stub stub = new Stub(key, value);
        byte[] fact = stub.fact();
        int subject = stub.subject();
        int object = stub.object();
        int part = stub.part();
        rows.remove(Row.key(subject, stub.family(), object, fact, imported, part));
        if (object != 0) {
            rows.remove(Row.key(object, stub.family(), subject, fact, imported, part));
        }
        return new Changed(stub, null);
    }

    record Changed(@Nullable Stub before, @Nullable Stub after) {}

    /** The account's rows of a family, by the other account, then by fact. */
    void each(int account, Family family, Consumer<Row> action) {
        for (Keys.Entry entry : Keys.under(rows, Keys.of(account, (byte) family.ordinal()))) {
            action.accept(new Row(entry.key(), entry.value()));
        }
    }

    /** Whether one of the account's rows meets the condition; reads up to the first that does. */
    boolean any(int account, Predicate<Row> condition) {
        for (Keys.Entry entry : Keys.under(rows, Keys.of(account))) {
            if (condition.test(new Row(entry.key(), entry.value()))) {
                return true;
            }
        }
        return false;
    }

    /** Whether one of the account's rows of a family meets the condition. */
    boolean any(int account, Family family, Predicate<Row> condition) {
        for (Keys.Entry entry : Keys.under(rows, Keys.of(account, (byte) family.ordinal()))) {
            if (condition.test(new Row(entry.key(), entry.value()))) {
                return true;
            }
        }
        return false;
    }

    /** Whether one of the account's rows of this fact meets the condition. */
    boolean any(int account, Family family, int other, byte[] fact, Predicate<Row> condition) {
        for (Keys.Entry entry : Keys.under(rows, Row.prefix(account, family, other, fact))) {
            if (condition.test(new Row(entry.key(), entry.value()))) {
                return true;
            }
        }
        return false;
    }

    /** How many rows the account has, those that do not count included; O(log n). */
    int count(int account) {
        return Keys.count(rows, Keys.of(account));
    }

    int count(int account, Family family) {
        return Keys.count(rows, Keys.of(account, (byte) family.ordinal()));
    }

    /** What an import says, by subject. */
    void eachOf(int imported, Consumer<Stub> action) {
        for (Keys.Entry entry : Keys.under(keys, Keys.of(imported))) {
            action.accept(new Stub(entry.key(), entry.value()));
        }
    }

    /**
     * Up to so many of the things that an import says, by subject.
     *
     * @param after the last one of those before, or null for the first ones
     */
    List<Stub> some(int imported, @Nullable Stub after, int most) {
        byte[] prefix = Keys.of(imported);
        List<Stub> some = new ArrayList<>();
        for (Keys.Entry entry : Keys.under(keys, prefix, after == null ? prefix : after.key())) {
            some.add(new Stub(entry.key(), entry.value()));
            if (some.size() == most) {
                break;
            }
        }
        return some;
    }

    private static byte[] stubKey(int imported, int subject, AssertionKey key) {
        return ByteBuffer.allocate(FACT_END + AssertionKey.PART_BYTES)
                .putInt(imported)
                .putInt(subject)
                .put(HexFormat.of().parseHex(key.factId()))
                .put(HexFormat.of().parseHex(key.part()))
                .array();
    }

    private static byte[] factBytes(String factId) {
        byte[] bytes = HexFormat.of().parseHex(factId);
        if (bytes.length != Row.FACT_BYTES) {
            throw new IllegalArgumentException("fact id is not 32 hexadecimal digits");
        }
        return bytes;
    }
}
