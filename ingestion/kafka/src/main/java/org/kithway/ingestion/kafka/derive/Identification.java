package org.kithway.ingestion.kafka.derive;

import org.h2.mvstore.MVMap;
import org.kithway.identity.PersonIds;
import org.kithway.ingestion.kafka.derive.Rulings.Ruling;

import java.util.function.IntConsumer;

/**
 * Settles which accounts are one person after facts or verdicts about some of them came or went:
 * what strong identifiers join, then what is likely enough. Each kind of work is done, the
 * organization's layer first, before the next begins, so that the outcome is a function of what
 * counts and not of the order in which it came.
 */
final class Identification {
    private static final byte[] RULED = {1};

    private final People people;
    private final People atoms;
    private final Rulings rulings;
    private final References references;
    private final Linking linking;
    private final Matching matching;
    private final Gathering gathering;
    private final Happenings happenings;
    // layer, account -> whether a verdict came or went
    private final MVMap<byte[], byte[]> touched;
    private final MVMap<byte[], byte[]> changed;
    private final MVMap<byte[], byte[]> uncompared;
    private final MVMap<byte[], byte[]> scattered;

    Identification(DerivedState state, PersonIds ids) {
        this.people = state.people();
        this.atoms = state.atoms();
        this.rulings = state.rulings();
        this.touched = state.touched();
        this.changed = state.changedAtoms();
        this.uncompared = state.uncomparedAtoms();
        this.scattered = state.scatteredAtoms();
        Moves moves = new Moves(state);
        this.references = new References(state, moves);
        this.linking = new Linking(state, ids, moves);
        this.matching = new Matching(state, references);
        this.happenings = new Happenings(state, matching);
        this.gathering = new Gathering(state, ids, moves, matching, happenings);
    }

    Happenings happenings() {
        return happenings;
    }

    /** Notes that a fact began or ceased to count. */
    void touch(Assertions.Stub stub) {
        touch(stub.layer(), stub.subject(), Keys.NOTHING);
        if (stub.object() != 0) {
            touch(stub.layer(), stub.object(), Keys.NOTHING);
        }
    }

    /** Notes that a verdict came or went. */
    void touch(Ruling ruling) {
        IntConsumer touch = account -> touch(ruling.layer(), account, RULED);
        ruling.accounts().forEach(touch::accept);
        ruling.others().forEach(touch::accept);
    }

    private void touch(int layer, int account, byte[] mark) {
        mark(Keys.of(layer, account), mark);
        if (layer == Dictionary.ORGANIZATION) {
            for (int member : people.layers(account)) {
                mark(Keys.of(member, account), mark);
            }
            for (int member : rulings.members(account)) {
                mark(Keys.of(member, account), mark);
            }
        }
    }

    private void mark(byte[] key, byte[] mark) {
        if (isRuled(mark)) {
            touched.put(key, mark);
        } else {
            touched.putIfAbsent(key, mark);
        }
    }

    static boolean isRuled(byte[] mark) {
        return mark.length > 0;
    }

    /** Notes that all atoms are to be compared anew, by another model. */
    void touchAll(Runnable afterSome) {
        atoms.all(afterSome, (layer, atom) -> View.queue(changed, layer, atom));
    }

    boolean isIdle() {
        return touched.isEmpty()
                && changed.isEmpty()
                && uncompared.isEmpty()
                && scattered.isEmpty()
                && happenings.isIdle();
    }

    /** Does up to so many pieces of work; O(rows of each account, in the worst case). */
    void settle(int most) {
        for (int i = 0; i < most && !isIdle(); i++) {
            step();
        }
    }

    private void step() {
        if (!touched.isEmpty()) {
            matching.refresh();
            byte[] next = touched.firstKey();
            linking.settle(layer(next), number(next), touched);
        } else if (!changed.isEmpty()) {
            references.refreshContacts();
            byte[] next = changed.firstKey();
            matching.file(layer(next), number(next));
            changed.remove(next);
        } else if (!uncompared.isEmpty()) {
            byte[] next = uncompared.firstKey();
            uncompared.remove(next);
            matching.compare(layer(next), number(next));
        } else if (!scattered.isEmpty()) {
            byte[] next = scattered.firstKey();
            gathering.gather(layer(next), number(next));
        } else {
            happenings.settle();
        }
    }

    private static int layer(byte[] key) {
        return Keys.number(key, 0);
    }

    private static int number(byte[] key) {
        return Keys.number(key, Integer.BYTES);
    }
}
