package org.kithway.ingestion.kafka.derive;

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
    private final People people;
    private final People atoms;
    private final Rulings rulings;
    private final References references;
    private final Linking linking;
    private final Matching matching;
    private final Gathering gathering;
    private final Happenings happenings;
    private final Agenda touched;
    private final Agenda ruled;
    private final Agenda changed;
    private final Agenda uncompared;
    private final Agenda scattered;

    Identification(DerivedState state, PersonIds ids) {
        this.people = state.people();
        this.atoms = state.atoms();
        this.rulings = state.rulings();
        this.touched = state.touched();
        this.ruled = state.ruled();
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
        eachLayer(stub.layer(), stub.subject(), layer -> touched.add(layer, stub.subject()));
        if (stub.object() != 0) {
            eachLayer(stub.layer(), stub.object(), layer -> touched.add(layer, stub.object()));
        }
    }

    /** Notes that a verdict came or went. */
    void touch(Ruling ruling) {
        IntConsumer touch =
                account ->
                        eachLayer(
                                ruling.layer(),
                                account,
                                layer -> {
                                    touched.add(layer, account);
                                    ruled.add(layer, account);
                                });
        ruling.accounts().forEach(touch::accept);
        ruling.others().forEach(touch::accept);
    }

    /** The layers in which something changes when it does in this one. */
    private void eachLayer(int layer, int account, IntConsumer action) {
        action.accept(layer);
        if (layer == Dictionary.ORGANIZATION) {
            people.layers(account).forEach(action::accept);
            rulings.members(account).forEach(action::accept);
        }
    }

    /** Notes that all atoms are to be compared anew, by another model. */
    void touchAll(Runnable afterSome) {
        atoms.all(afterSome, (layer, atom) -> changed.add(layer, atom));
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
        Agenda.Item next;
        if ((next = touched.first()) != null) {
            matching.refresh();
            linking.settle(next.layer(), next.number());
        } else if ((next = changed.first()) != null) {
            references.refreshContacts();
            matching.file(next.layer(), next.number());
            changed.remove(next.layer(), next.number());
        } else if ((next = uncompared.first()) != null) {
            uncompared.remove(next.layer(), next.number());
            matching.compare(next.layer(), next.number());
        } else if ((next = scattered.first()) != null) {
            gathering.gather(next.layer(), next.number());
        } else {
            happenings.settle();
        }
    }
}
