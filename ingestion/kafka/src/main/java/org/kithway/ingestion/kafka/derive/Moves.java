package org.kithway.ingestion.kafka.derive;

import org.kithway.ingestion.kafka.derive.Row.Family;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Moves accounts between people, and lets everybody wait whose documents or ties may differ then:
 * who gained or lost an account, and whose neighbour is somebody else now.
 */
final class Moves {
    private final Assertions assertions;
    private final Activity activity;
    private final People people;
    private final Waiting waiting;

    Moves(DerivedState state) {
        this.assertions = state.assertions();
        this.activity = state.activity();
        this.people = state.people();
        this.waiting = state.waiting();
    }

    /** Makes the account the person's, or nobody's if the person is 0. */
    void move(int layer, int account, int person) {
        int before = people.person(account, layer);
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

    /** Lets the neighbours of an account wait. */
    void awaitNeighbours(int layer, int account) {
        neighbours(layer, account, Integer.MAX_VALUE).forEach(neighbour -> await(layer, neighbour));
    }

    /** The accounts with which this one has a tie, at most so many. */
    SortedSet<Integer> neighbours(int layer, int account, int most) {
        SortedSet<Integer> neighbours = new TreeSet<>();
        for (Family family : List.of(Family.VOUCHER, Family.TIE)) {
            assertions.any(
                    account,
                    family,
                    row -> {
                        if (activity.counts(row, layer)) {
                            neighbours.add(row.other());
                        }
                        return neighbours.size() >= most;
                    });
        }
        return neighbours;
    }

    /** Lets whoever has the account wait, in this layer and in those that rest on it. */
    void await(int layer, int account) {
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
