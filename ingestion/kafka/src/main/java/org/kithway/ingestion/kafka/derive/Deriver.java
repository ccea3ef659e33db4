package org.kithway.ingestion.kafka.derive;

import org.jspecify.annotations.Nullable;
import org.kithway.identity.PersonIds;
import org.kithway.ingestion.Assertion;
import org.kithway.ingestion.AssertionKey;
import org.kithway.ingestion.kafka.derive.Happenings.Cause;
import org.kithway.ingestion.kafka.derive.Waiting.Turn;
import org.kithway.model.AccountId;
import org.kithway.model.OrganizationId;
import org.kithway.registry.Decision;
import org.kithway.registry.Decision.ImportSettled;
import org.kithway.registry.DecisionFormat;
import org.kithway.registry.IdentityEvent;
import org.kithway.search.Change;
import org.kithway.search.TieChange;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Builds one organization's people, their evidence and their ties from the logs of facts and of
 * decisions. Facts are only gathered; what follows from them is worked out decision by decision,
 * once all facts have been read that the decision rests on.
 *
 * <p>A driver calls {@link #next} until it is empty, hands each step on, and then calls {@link
 * #done}; only while {@link #next} is empty it reads on and calls {@link #fact} and {@link
 * #decision}. After a crash it goes on with {@link #next}: steps that were not done come again just
 * as they were, and what the logs said after {@link DerivedState#position} is to be read again.
 *
 * <p>For one thread.
 */
public final class Deriver {
    /** The names under which the state keeps positions in the two logs. */
    public static final String FACTS = "facts";

    public static final String DECISIONS = "decisions";

    private static final String STAGE = "stage";
    private static final String IN_HAND = "inHand";
    private static final String NUMBER_IN_HAND = "numberInHand";
    private static final String LAST_DECISION = "lastDecision";

    /** What is being done about a decision, or about facts that came after theirs. */
    private enum Stage {
        READING,
        MARKING,
        IDENTIFYING,
        DERIVING
    }

    private final OrganizationId organization;
    private final DerivedState state;
    private final Pace pace;
    private final Runnable keepGoing;
    private final Identification identification;
    private final PersonDerivation personDerivation;
    private final TieDerivation tieDerivation;

    private Stage stage;
    private int uncommitted;
    private @Nullable Step handedOut;

    /**
     * @param organizationKey the key with which people are named
     * @param keepGoing called at least every few seconds of work; may throw to end it, and then the
     *     state is to be opened anew
     */
    public Deriver(
            OrganizationId organization,
            byte[] organizationKey,
            DerivedState state,
            Runnable keepGoing) {
        this(organization, organizationKey, state, keepGoing, Pace.USUAL);
    }

    Deriver(
            OrganizationId organization,
            byte[] organizationKey,
            DerivedState state,
            Runnable keepGoing,
            Pace pace) {
        this.pace = pace;
        this.keepGoing = keepGoing;
        this.organization = organization;
        this.state = state;
        PersonIds ids = new PersonIds(organizationKey);
        this.identification = new Identification(state, ids);
        this.personDerivation = new PersonDerivation(state, ids);
        this.tieDerivation = new TieDerivation(state);
        this.stage = Stage.valueOf(state.settings().getOrDefault(STAGE, Stage.READING.name()));
        tellCause();
        // So that the first checkpoint tells a state in use from one that is missing.
        this.uncommitted = state.isNew() ? 1 : 0;
    }

    /**
     * Takes an assertion in from the log of facts. Records that were taken in before, and other
     * organizations' assertions, change nothing.
     *
     * @throws IllegalArgumentException if the fact's id is malformed; the record is then passed
     *     over
     */
    public void fact(int partition, long offset, Assertion assertion) {
        if (isNew(partition, offset) && assertion.organization().equals(organization)) {
            changed(state.assertions().put(assertion));
        }
        taken();
    }

    /**
     * Takes in that the log of facts forgets an assertion of this subject. A record that was taken
     * in before changes nothing.
     */
    public void forgotten(int partition, long offset, AssertionKey key, AccountId subject) {
        if (isNew(partition, offset)) {
            changed(state.assertions().remove(key, subject));
        }
        taken();
    }

    private boolean isNew(int partition, long offset) {
        requireReading();
        if (offset < state.position(FACTS, partition)) {
            return false;
        }
        state.reach(FACTS, partition, offset + 1);
        return true;
    }

    private void changed(Assertions.@Nullable Changed changed) {
        if (changed != null) {
            touchIfActive(changed.before());
            touchIfActive(changed.after());
            if (changed.after() == null) {
                forgetAccounts(changed.before());
            }
        }
    }

    private void taken() {
        uncommitted++;
        if (uncommitted >= pace.facts()) {
            commit();
        }
    }

    private void touchIfActive(Assertions.@Nullable Stub stub) {
        if (stub != null && state.activity().counts(stub)) {
            identification.touch(stub);
        }
    }

    /** Forgets the accounts of a forgotten assertion if nothing else is said of them. */
    private void forgetAccounts(Assertions.@Nullable Stub stub) {
        if (stub != null && !state.activity().counts(stub)) {
            forgetAccount(stub.subject());
            forgetAccount(stub.object());
        }
    }

    private void forgetAccount(int account) {
        if (account != 0
                && state.assertions().count(account) == 0
                && !state.rulings().speaksOf(account)
                && !state.people().isAnybody(account)) {
            state.dictionary().forget(account);
        }
    }

    /**
     * Takes a record of the log of decisions in; one of a number that was taken in before changes
     * nothing.
     *
     * @param sequence the decision's number in the organization
     */
    public void decision(long sequence, Decision decision, int partition, long offset) {
        requireReading();
        state.reach(DECISIONS, partition, offset + 1);
        long last = Long.parseLong(state.settings().getOrDefault(LAST_DECISION, "0"));
        if (sequence > last) {
            state.settings().put(LAST_DECISION, Long.toString(sequence));
            state.pending().put(sequence, DecisionFormat.write(decision));
        }
        uncommitted++;
    }

    /**
     * Notes that everything in a partition before the offset was read, be there records of the
     * organization or not.
     */
    public void reached(String topic, int partition, long next) {
        state.reach(topic, partition, next);
    }

    /** Keeps what was read so far; to be called when nothing more comes for the time being. */
    public void checkpoint() {
        requireReading();
        if (uncommitted > 0) {
            commit();
        }
    }

    private void requireReading() {
        if (stage != Stage.READING) {
            throw new IllegalStateException("read on only when no step is left");
        }
    }

    /**
     * What is to be handed out next; empty if more must be read first. The same step until it is
     * {@link #done}.
     */
    public Optional<Step> next() {
        if (handedOut != null) {
            return Optional.of(handedOut);
        }
        while (true) {
            switch (stage) {
                case READING -> {
                    if (!begin()) {
                        return Optional.empty();
                    }
                }
                case MARKING -> mark();
                case IDENTIFYING -> identify();
                case DERIVING -> {
                    handedOut = derive();
                    if (handedOut != null) {
                        return Optional.of(handedOut);
                    }
                }
            }
        }
    }

    /**
     * The step's changes and ties are where they belong; if need be its outcome was attended to.
     */
    public void done(Step step) {
        if (!step.equals(handedOut)) {
            throw new IllegalArgumentException("this is not the step that was handed out");
        }
        handedOut = null;
        if (step.outcome() != null) {
            state.settings().remove(IN_HAND);
            tellCause();
            enter(Stage.READING);
        }
        commit();
    }

    /** Takes the next decision in hand if its facts are there, else facts that came late. */
    private boolean begin() {
        Long sequence = state.pending().firstKey();
        String text = sequence == null ? null : state.pending().get(sequence);
        if (sequence != null && text != null) {
            Decision decision = DecisionFormat.read(text);
            if (isComplete(decision)) {
                apply(sequence, decision);
                state.pending().remove(sequence);
                state.settings().put(IN_HAND, text);
                state.settings().put(NUMBER_IN_HAND, sequence.toString());
                tellCause();
                enter(Stage.MARKING);
                commit();
                return true;
            }
        }
        if (identification.isIdle()) {
            return false;
        }
        enter(Stage.IDENTIFYING);
        commit();
        return true;
    }

    private void apply(long sequence, Decision decision) {
        switch (decision) {
            case Decision.OfIdentity identity -> {
                Rulings.Ruling ruling = state.rulings().apply(sequence, identity);
                if (ruling != null) {
                    identification.touch(ruling);
                }
            }
            case ImportSettled settled -> count(settled);
            case Decision.ImportUndone undone -> count(undone);
            case Decision.OfAsking asking -> {}
        }
    }

    private void count(Decision decision) {
        state.activity().apply(decision).forEach(pair -> state.changedParts().put(pair, true));
    }

    private @Nullable Decision inHand() {
        String text = state.settings().get(IN_HAND);
        return text == null ? null : DecisionFormat.read(text);
    }

    private long numberInHand() {
        return Long.parseLong(state.settings().getOrDefault(NUMBER_IN_HAND, "0"));
    }

    private void tellCause() {
        identification.happenings().because(Cause.of(numberInHand(), inHand()));
    }

    private boolean isComplete(Decision decision) {
        return switch (decision) {
            case ImportSettled settled ->
                    settled.ends().entrySet().stream()
                            .allMatch(end -> state.position(FACTS, end.getKey()) >= end.getValue());
            case Decision.ImportUndone undone -> true;
            case Decision.OfIdentity identity -> true;
            case Decision.OfAsking asking -> true;
        };
    }

    private void mark() {
        if (inHand() instanceof Decision.ModelAdopted) {
            identification.touchAll(this::commit);
        }
        Map<Integer, Set<Integer>> partsOf = new HashMap<>();
        for (long pair : state.changedParts().keySet()) {
            partsOf.computeIfAbsent(Activity.importOf(pair), key -> new HashSet<>())
                    .add(Activity.partOf(pair));
        }
        partsOf.forEach(this::mark);
        state.changedParts().clear();
        enter(Stage.IDENTIFYING);
        commit();
    }

    private void mark(int imported, Set<Integer> parts) {
        Assertions.Stub last = null;
        while (true) {
            List<Assertions.Stub> some = state.assertions().some(imported, last, pace.facts());
            if (some.isEmpty()) {
                return;
            }
            for (Assertions.Stub stub : some) {
                if (parts.contains(stub.part())) {
                    identification.touch(stub);
                }
            }
            last = some.getLast();
            commit();
        }
    }

    private void identify() {
        identification.settle(pace.accounts());
        if (identification.isIdle()) {
            state.waiting().rank(this::turn);
            enter(Stage.DERIVING);
        }
        commit();
    }

    /** Who is nobody any more comes last: by then the others have let go of all ties. */
    private Turn turn(int layer, int person) {
        List<Integer> accounts = state.people().accountsSeen(layer, person);
        int rows = accounts.stream().mapToInt(state.assertions()::count).sum();
        int rank =
                accounts.isEmpty()
                        ? Integer.SIZE
                        : Integer.SIZE - Integer.numberOfLeadingZeros(rows);
        return new Turn(layer, person, (byte) rank, Group.WHOLE);
    }

    private @Nullable Step derive() {
        List<Change> changes = new ArrayList<>();
        List<TieChange> ties = new ArrayList<>();
        List<IdentityEvent> events = identification.happenings().take(pace.changes());
        personDerivation.refresh();
        int turns = 0;
        while (changes.size() + ties.size() < pace.changes() && turns < pace.turns()) {
            Turn turn = state.waiting().first();
            if (turn == null) {
                break;
            }
            derive(turn, changes, ties);
            turns++;
        }
        if (turns == 0) {
            Change.Override override = personDerivation.nextOverride();
            if (override != null) {
                changes.add(override);
            } else if (events.isEmpty()) {
                return end();
            }
        }
        if (changes.isEmpty() && ties.isEmpty() && events.isEmpty()) {
            commit();
            return null;
        }
        return new Step(changes, ties, events, numberInHand(), null);
    }

    private void derive(Turn next, List<Change> changes, List<TieChange> ties) {
        Turn turn = sized(next);
        if (turn.group().hasTies()) {
            tieDerivation.derive(turn, ties);
        }
        if (turn.group().hasEvidence()) {
            personDerivation.evidence(turn, changes);
        }
        if (turn.group().isLast()) {
            personDerivation.document(turn, changes);
            state.waiting().remove(turn);
        } else {
            state.waiting()
                    .set(new Turn(turn.layer(), turn.person(), turn.rank(), turn.group().next()));
        }
    }

    /** Cuts the surroundings of a person with very many rows into groups, on the first turn. */
    private Turn sized(Turn turn) {
        if (turn.group().index() > 0) {
            return turn;
        }
        int rows = personDerivation.rows(turn);
        int ties = state.ties().count(turn.layer(), turn.person());
        if (rows + ties <= pace.rows()) {
            return turn;
        }
        return new Turn(
                turn.layer(),
                turn.person(),
                turn.rank(),
                Group.first(
                        tieDerivation.due(turn), personDerivation.evidenceRows(turn), pace.rows()));
    }

    /** The last step about what is in hand; null if that was facts that came late. */
    private @Nullable Step end() {
        Decision inHand = inHand();
        if (inHand == null) {
            enter(Stage.READING);
            commit();
            return null;
        }
        Step.Outcome outcome =
                switch (inHand) {
                    case ImportSettled settled -> new Step.Outcome.Derived(settled.imported());
                    case Decision.ImportUndone undone ->
                            new Step.Outcome.Withdrawn(undone.imported());
                    case Decision.OfIdentity identity -> new Step.Outcome.Judged();
                    case Decision.OfAsking asking -> new Step.Outcome.Judged();
                };
        return new Step(List.of(), List.of(), List.of(), numberInHand(), outcome);
    }

    private void enter(Stage next) {
        stage = next;
        state.settings().put(STAGE, next.name());
    }

    private void commit() {
        state.commit();
        uncommitted = 0;
        // Nothing is lost here; between two steps there may be minutes of work.
        keepGoing.run();
    }
}
