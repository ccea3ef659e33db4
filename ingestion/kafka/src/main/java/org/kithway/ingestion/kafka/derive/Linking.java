package org.kithway.ingestion.kafka.derive;

import org.kithway.identity.PersonIds;
import org.kithway.identity.PersonResolver;
import org.kithway.ingestion.kafka.derive.Row.Family;
import org.kithway.model.AccountId;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Settles which accounts strong identifiers join to one atom. Where a member says that two accounts
 * which an export joins are different people's, each account of that atom is one of its own, and
 * what the export says becomes an edge among others.
 */
final class Linking {
    private final DerivedState state;
    private final Assertions assertions;
    private final Activity activity;
    private final People atoms;
    private final People people;
    private final Rulings rulings;
    private final Dictionary dictionary;
    private final PersonIds ids;
    private final Moves moves;
    private final Agenda touched;
    private final Agenda ruled;
    private final Agenda changed;
    private final Agenda scattered;

    Linking(DerivedState state, PersonIds ids, Moves moves) {
        this.state = state;
        this.assertions = state.assertions();
        this.activity = state.activity();
        this.atoms = state.atoms();
        this.people = state.people();
        this.rulings = state.rulings();
        this.dictionary = state.dictionary();
        this.touched = state.touched();
        this.ruled = state.ruled();
        this.changed = state.changedAtoms();
        this.scattered = state.scatteredAtoms();
        this.ids = ids;
        this.moves = moves;
    }

    /** Settles the atom of an account, which was touched, and with it all its accounts. */
    void settle(int layer, int account) {
        Set<Integer> accounts = component(layer, account);
        boolean own =
                !accounts.isEmpty()
                        && (layer == Dictionary.ORGANIZATION
                                || accounts.stream()
                                        .anyMatch(each ->
                                                isToldOf(layer, each)
                                                        || rulings.isOf(layer, each)));
        boolean divided = own && rulings.divide(layer, accounts);
        int whole = own && !divided ? atom(accounts) : 0;
        accounts.add(account);
        for (int each : accounts) {
            boolean isTouched = touched.remove(layer, each);
            boolean isRuled = ruled.remove(layer, each);
            if (isTouched) {
                moves.await(layer, each);
            }
            int atom = divided ? atom(Set.of(each)) : whole;
            int before = atoms.person(each, layer);
            if (before != atom) {
                change(layer, each, before, atom);
            } else if (isTouched) {
                changed.add(layer, atom);
            }
            int seen = atoms.seen(each, layer);
            if (seen == 0 && people.person(each, layer) != 0) {
                moves.move(layer, each, 0);
            } else if (before != atom || isRuled) {
                scattered.add(layer, seen);
            }
        }
    }

    private void change(int layer, int account, int before, int atom) {
        int seenBefore = atoms.seen(account, layer);
        atoms.assign(account, layer, atom);
        changed.add(layer, before);
        changed.add(layer, atom);
        scattered.add(layer, before);
        int person = people.person(account, layer);
        for (int other : person == 0 ? List.<Integer>of() : people.accounts(layer, person)) {
            scattered.add(layer, atoms.seen(other, layer));
        }
        if (layer != Dictionary.ORGANIZATION) {
            // The organization's atom is hidden from the member's own, or comes to light again.
            judgeAnew(layer, atoms.person(account, Dictionary.ORGANIZATION));
        }
        int seen = atoms.seen(account, layer);
        if (seenBefore != 0 && seen != 0 && seenBefore != seen) {
            for (int neighbour : moves.neighbours(layer, account, Integer.MAX_VALUE)) {
                changeContacts(layer, neighbour);
            }
        }
    }

    /** A contact of the account is another atom now. */
    private void changeContacts(int layer, int account) {
        int own = atoms.person(account, layer);
        if (own != 0) {
            changed.add(layer, own);
        } else {
            judgeAnew(layer, atoms.seen(account, layer));
        }
        if (layer == Dictionary.ORGANIZATION) {
            for (int member : atoms.layers(account)) {
                changed.add(member, atoms.person(account, member));
            }
        }
    }

    /** Lets all of a member's own atoms be compared anew that may be one of the organization's. */
    private void judgeAnew(int layer, int shared) {
        for (long key : state.blocks().keys(Dictionary.ORGANIZATION, shared)) {
            state.blocks().each(key, layer, own -> state.uncomparedAtoms().add(layer, own));
        }
    }

    /** The accounts that strong identifiers join, none if nothing is said of the account. */
    private Set<Integer> component(int layer, int account) {
        Set<Integer> accounts = new TreeSet<>();
        if (assertions.any(account, row -> activity.counts(row, layer))) {
            PersonResolver.component(dictionary.account(account), each -> sameAs(layer, each))
                    .forEach(each -> accounts.add(dictionary.find(each.toString())));
        }
        return accounts;
    }

    private List<AccountId> sameAs(int layer, AccountId account) {
        List<AccountId> same = new ArrayList<>();
        assertions.each(
                dictionary.find(account.toString()),
                Family.IDENTITY,
                row -> {
                    if (activity.counts(row, layer)) {
                        same.add(dictionary.account(row.other()));
                    }
                });
        return same;
    }

    private boolean isToldOf(int layer, int account) {
        return assertions.any(account, row -> row.layer() == layer && activity.counts(row, layer));
    }

    private int atom(Collection<Integer> accounts) {
        List<AccountId> named = accounts.stream().map(dictionary::account).toList();
        return dictionary.number(ids.of(named).value());
    }
}
