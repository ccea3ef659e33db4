package org.kithway.ingestion.kafka.derive;

import org.h2.mvstore.MVMap;
import org.kithway.identity.PersonIds;
import org.kithway.identity.PersonResolver;
import org.kithway.ingestion.kafka.derive.Row.Family;
import org.kithway.model.AccountId;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Settles which accounts are one person after facts about some of them came or went, the
 * organization's layer first, and lets everybody wait whose documents or ties may differ now: whose
 * facts changed, who gained or lost an account, and whose neighbour is somebody else now.
 */
final class Identification {
    private final Assertions assertions;
    private final Activity activity;
    private final People people;
    private final Waiting waiting;
    private final Dictionary dictionary;
    private final PersonIds ids;
    // layer, account
    private final MVMap<byte[], byte[]> touched;

    Identification(DerivedState state, PersonIds ids) {
        this.assertions = state.assertions();
        this.activity = state.activity();
        this.people = state.people();
        this.waiting = state.waiting();
        this.dictionary = state.dictionary();
        this.touched = state.touched();
        this.ids = ids;
    }

    /** Notes that a fact began or ceased to count. */
    void touch(Assertions.Stub stub) {
        touch(stub.layer(), stub.subject());
        if (stub.object() != 0) {
            touch(stub.layer(), stub.object());
        }
    }

    private void touch(int layer, int account) {
        touched.put(Keys.of(layer, account), Keys.NOTHING);
        if (layer == Dictionary.ORGANIZATION) {
            for (int member : people.layers(account)) {
                touched.put(Keys.of(member, account), Keys.NOTHING);
            }
        }
    }

    boolean isIdle() {
        return touched.isEmpty();
    }

    /** Settles up to so many accounts; O(rows of each account, in the worst case). */
    void settle(int accounts) {
        for (int i = 0; i < accounts; i++) {
            byte[] next = touched.firstKey();
            if (next == null) {
                return;
            }
            settle(Keys.number(next, 0), Keys.number(next, Integer.BYTES));
        }
    }

    private void settle(int layer, int account) {
        Set<Integer> accounts = component(layer, account);
        boolean own =
                layer == Dictionary.ORGANIZATION
                        || accounts.stream().anyMatch(each -> isToldOf(layer, each));
        int person = accounts.isEmpty() || !own ? 0 : person(accounts);
        accounts.add(account);
        Set<Integer> besideMembers = new LinkedHashSet<>();
        for (int each : accounts) {
            int before = people.person(each, layer);
            if (before != person && dictionary.account(each).isMember()) {
                besideMembers.addAll(people.accounts(layer, before));
                besideMembers.addAll(accounts);
            }
        }
        for (int each : accounts) {
            boolean wasTouched = touched.remove(Keys.of(layer, each)) != null;
            int before = people.person(each, layer);
            if (before != person) {
                move(layer, each, before, person);
            } else if (wasTouched) {
                await(layer, each);
            }
        }
        // Who is known by which members is told in the documents of their neighbours.
        besideMembers.forEach(each -> awaitNeighbours(layer, each));
    }

    /** The accounts of the same person, none if nothing is said of the account. */
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

    private int person(Set<Integer> accounts) {
        List<AccountId> named = accounts.stream().map(dictionary::account).toList();
        return dictionary.number(ids.of(named).value());
    }

    private void move(int layer, int account, int before, int person) {
        int seenBefore = people.seen(account, layer);
        await(layer, account);
        people.assign(account, layer, person);
        await(layer, account);
        waiting.add(layer, before);
        if (layer == Dictionary.ORGANIZATION) {
            for (int member : people.layers(account)) {
                waiting.add(member, before);
            }
        }
        // An account that was nobody's has new facts only, and so have its neighbours.
        int seen = people.seen(account, layer);
        if (seenBefore != 0 && seen != 0 && seenBefore != seen) {
            awaitNeighbours(layer, account);
        }
    }

    private void awaitNeighbours(int layer, int account) {
        Set<Integer> neighbours = new TreeSet<>();
        for (Family family : List.of(Family.VOUCHER, Family.TIE)) {
            assertions.each(
                    account,
                    family,
                    row -> {
                        if (activity.counts(row, layer)) {
                            neighbours.add(row.other());
                        }
                    });
        }
        neighbours.forEach(neighbour -> await(layer, neighbour));
    }

    /** Lets whoever has the account wait, in this layer and in those that rest on it. */
    private void await(int layer, int account) {
        int shared = people.person(account, Dictionary.ORGANIZATION);
        if (layer == Dictionary.ORGANIZATION) {
            waiting.add(layer, shared);
            for (int member : people.layers(account)) {
                waiting.add(member, shared);
                waiting.add(member, people.person(account, member));
            }
        } else {
            waiting.add(layer, shared);
            waiting.add(layer, people.person(account, layer));
        }
    }
}
