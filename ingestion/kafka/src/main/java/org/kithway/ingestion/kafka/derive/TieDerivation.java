package org.kithway.ingestion.kafka.derive;

import org.jspecify.annotations.Nullable;
import org.kithway.ingestion.kafka.derive.Row.Family;
import org.kithway.ingestion.kafka.derive.Ties.Tie;
import org.kithway.ingestion.kafka.derive.Waiting.Turn;
import org.kithway.model.PersonId;
import org.kithway.model.TieEvidence;
import org.kithway.search.TieChange;
import org.kithway.strength.TieTally;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.IntConsumer;

/**
 * The ties of one person in one layer, compared with what was handed out before; only what differs
 * goes out.
 *
 * <p>Whenever a tie may have changed, both its ends wait: it is worked out once, by the end whose
 * turn comes first. Only a tie between one of a member's own people and somebody who is the same
 * for everybody has but one end that waits in the member's layer.
 */
final class TieDerivation {
    private final Assertions assertions;
    private final Activity activity;
    private final People people;
    private final Waiting waiting;
    private final Ties ties;
    private final Dictionary dictionary;

    TieDerivation(DerivedState state) {
        this.assertions = state.assertions();
        this.activity = state.activity();
        this.people = state.people();
        this.waiting = state.waiting();
        this.ties = state.ties();
        this.dictionary = state.dictionary();
    }

    /** Brings the ties to the people of the group up to date; O(rows of the person). */
    void derive(Turn turn, List<TieChange> changes) {
        int layer = turn.layer();
        Due due = new Due(turn);
        Map<Integer, TieTally> tallies = new HashMap<>();
        eachFact(
                turn,
                row -> {
                    int other = due.person(row.other());
                    if (other != 0) {
                        tallies.computeIfAbsent(other, key -> new TieTally())
                                .add(row.fact(dictionary), row.isSubject());
                    }
                });
        SortedSet<Integer> others = new TreeSet<>(tallies.keySet());
        eachFormer(
                turn,
                other -> {
                    if (due.test(other)) {
                        others.add(other);
                    }
                });
        for (int other : others) {
            TieTally tally = tallies.get(other);
            change(layer, turn.person(), other, tally == null ? null : tally.evidence(), changes);
        }
    }

    /** How many rows and former ties decide about the ties that are due with the person. */
    int due(Turn turn) {
        Due due = new Due(turn);
        int[] count = {0};
        eachFact(
                turn,
                row -> {
                    if (due.person(row.other()) != 0) {
                        count[0]++;
                    }
                });
        eachFormer(
                turn,
                other -> {
                    if (due.test(other)) {
                        count[0]++;
                    }
                });
        return count[0];
    }

    /** Each fact that ties the person to somebody, once for each of the person's accounts. */
    private void eachFact(Turn turn, Consumer<Row> action) {
        for (int account : people.accountsSeen(turn.layer(), turn.person())) {
            for (Family family : List.of(Family.VOUCHER, Family.TIE)) {
                Row[] last = {null};
                assertions.each(
                        account,
                        family,
                        row -> {
                            if (activity.counts(row, turn.layer())
                                    && (last[0] == null || !last[0].sameFact(row))) {
                                last[0] = row;
                                action.accept(row);
                            }
                        });
            }
        }
    }

    /** Each person of whom this layer or the organization's says something besides this one. */
    private void eachFormer(Turn turn, IntConsumer action) {
        ties.each(turn.layer(), turn.person(), (tie, other) -> action.accept(other));
        if (turn.layer() != Dictionary.ORGANIZATION) {
            ties.each(Dictionary.ORGANIZATION, turn.person(), (tie, other) -> action.accept(other));
        }
    }

    /** Which ties are to be worked out when it is somebody's turn. */
    private final class Due {
        private final Turn turn;
        private final Map<Integer, Boolean> answers = new HashMap<>();
        private final Map<Integer, Integer> accounts = new HashMap<>();

        Due(Turn turn) {
            this.turn = turn;
        }

        /** The person who has the account, if the tie to that person is due; else 0. */
        int person(int account) {
            return accounts.computeIfAbsent(
                    account,
                    key -> {
                        int person = people.seen(key, turn.layer());
                        return person != turn.person() && test(person) ? person : 0;
                    });
        }

        boolean test(int person) {
            return turn.group().hasTieTo(person)
                    && answers.computeIfAbsent(person, key -> isDue(key));
        }

        private boolean isDue(int other) {
            Turn others = waiting.find(turn.layer(), other);
            if (others != null && turn.isBefore(others)) {
                return true;
            }
            return turn.layer() != Dictionary.ORGANIZATION && !isSpecial(turn.layer(), other);
        }
    }

    /** Whether a member's layer sees a person otherwise than the organization's does. */
    private boolean isSpecial(int layer, int person) {
        return people.isOwn(layer, person) || people.isOverridden(layer, person);
    }

    private void change(
            int layer, int person, int other, @Nullable TieEvidence seen, List<TieChange> changes) {
        PersonId one = dictionary.person(person);
        PersonId two = dictionary.person(other);
        boolean forward = one.compareTo(two) < 0;
        TieEvidence evidence = seen == null || forward ? seen : seen.reversed();
        Tie wanted = evidence == null ? null : Tie.of(evidence);
        if (layer != Dictionary.ORGANIZATION) {
            Tie shared = ties.find(Dictionary.ORGANIZATION, person, other);
            if (Ties.same(wanted, shared)) {
                wanted = null;
            } else if (wanted == null) {
                wanted = Tie.ABSENT;
            }
        }
        if (Ties.same(wanted, ties.find(layer, person, other))) {
            return;
        }
        ties.set(layer, person, other, wanted);
        TieChange.State state;
        if (wanted == null) {
            state = new TieChange.State.Silent();
        } else if (evidence == null) {
            state = new TieChange.State.Absent();
        } else {
            state = new TieChange.State.Known(evidence);
        }
        changes.add(
                new TieChange(
                        dictionary.layer(layer), forward ? one : two, forward ? two : one, state));
    }
}
