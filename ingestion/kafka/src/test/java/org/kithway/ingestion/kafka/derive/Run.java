package org.kithway.ingestion.kafka.derive;

import org.jspecify.annotations.Nullable;
import org.kithway.ingestion.Assertion;
import org.kithway.ingestion.AssertionKey;
import org.kithway.model.AccountId;
import org.kithway.model.ImportId;
import org.kithway.registry.Decision;
import org.kithway.registry.Decision.ImportSettled;
import org.kithway.registry.IdentityEvent;
import org.kithway.search.Generation;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Two logs in memory, and a deriver that reads them into {@link Documents}. */
final class Run implements AutoCloseable {
    private static final int PARTITIONS = 2;
    static final Generation GENERATION = new Generation(Universe.ORGANIZATION, 1);

    private record Logged(String key, AccountId subject, @Nullable Assertion assertion) {}

    private final Path file;
    private final Random random;
    private final double crashes;
    private final Pace pace;
    private final List<List<Logged>> facts = List.of(new ArrayList<>(), new ArrayList<>());
    private final List<Decision> decisions = new ArrayList<>();
    private final Map<String, Assertion> held = new LinkedHashMap<>();
    private final List<Step.Outcome> outcomes = new ArrayList<>();
    private final Documents documents = new Documents();
    private final Map<String, IdentityEvent> events = new LinkedHashMap<>();
    private DerivedState state;
    private Deriver deriver;

    /**
     * @param crashes how likely the process dies at each of its actions
     */
    Run(Path file, long seed, double crashes) {
        this.file = file;
        this.random = new Random(seed * Universe.SPREAD);
        this.crashes = crashes;
        // Now and then everything goes in the smallest pieces, else in the usual ones.
        this.pace =
                random.nextBoolean()
                        ? Pace.USUAL
                        : new Pace(
                                1 + random.nextInt(4),
                                1 + random.nextInt(3),
                                1 + random.nextInt(3),
                                1 + random.nextInt(4),
                                1 + random.nextInt(4));
        this.state = DerivedState.open(file, GENERATION);
        this.deriver = new Deriver(Universe.ORGANIZATION, Universe.KEY, state, () -> {}, pace);
    }

    Run add(Universe.Import added) {
        Map<Integer, Long> ends = new HashMap<>();
        for (Assertion assertion : added.assertions()) {
            int partition = append(assertion.key(), assertion.fact().subject(), assertion);
            ends.put(partition, (long) facts.get(partition).size());
        }
        ImportSettled s = added.settled();
        decisions.add(
                new ImportSettled(
                        s.imported(),
                        s.member(),
                        s.site(),
                        s.owner(),
                        s.layer(),
                        s.exportedAt(),
                        s.submitted(),
                        s.parts(),
                        s.fragments(),
                        ends));
        return this;
    }

    /** Appends to the log what no decision speaks of yet, or what comes after its decision. */
    int append(String key, AccountId subject, @Nullable Assertion assertion) {
        int partition = Math.floorMod(subject.hashCode(), PARTITIONS);
        facts.get(partition).add(new Logged(key, subject, assertion));
        if (assertion == null) {
            held.remove(key);
        } else {
            held.put(key, assertion);
        }
        return partition;
    }

    Run undo(ImportId imported) {
        decisions.add(new Decision.ImportUndone(imported));
        return this;
    }

    Run decide(Decision decision) {
        decisions.add(decision);
        return this;
    }

    /** Lets the deriver read and work until nothing is left to do. */
    Run settle() {
        while (true) {
            var next = deriver.next();
            if (next.isPresent()) {
                hand(next.get());
            } else if (!read()) {
                deriver.checkpoint();
                return this;
            }
        }
    }

    private void hand(Step step) {
        if (crash()) {
            return;
        }
        documents.apply(step);
        step.events().forEach(event -> events.put(event.id(), event));
        if (crash()) {
            return;
        }
        if (step.outcome() instanceof Step.Outcome.Withdrawn withdrawn) {
            state.keys(withdrawn.imported(), key -> append(key.key(), key.subject(), null));
        }
        if (crash()) {
            return;
        }
        deriver.done(step);
        if (step.outcome() != null) {
            outcomes.add(step.outcome());
        }
    }

    private void take(int partition, long offset, Logged record) {
        Assertion assertion = record.assertion();
        if (assertion == null) {
            AssertionKey key = AssertionKey.parse(record.key());
            deriver.forgotten(partition, offset, key, record.subject());
        } else {
            deriver.fact(partition, offset, assertion);
        }
    }

    /** Reads a few records of either log; false if there are none. */
    private boolean read() {
        List<Runnable> ready = new ArrayList<>();
        for (int p = 0; p < PARTITIONS; p++) {
            int partition = p;
            int offset = (int) state.position(Deriver.FACTS, partition);
            if (offset < facts.get(partition).size()) {
                Logged record = facts.get(partition).get(offset);
                ready.add(() -> take(partition, offset, record));
            }
        }
        int offset = (int) state.position(Deriver.DECISIONS, 0);
        if (offset < decisions.size()) {
            ready.add(() -> deriver.decision(offset + 1, decisions.get(offset), 0, offset));
        }
        if (ready.isEmpty()) {
            return false;
        }
        ready.get(random.nextInt(ready.size())).run();
        if (random.nextInt(8) == 0) {
            deriver.checkpoint();
        }
        crash();
        return true;
    }

    private boolean crash() {
        if (random.nextDouble() >= crashes) {
            return false;
        }
        state.abandon();
        reopen();
        return true;
    }

    /** Stops in good order and starts again. */
    void restart() {
        state.close();
        reopen();
    }

    private void reopen() {
        state = DerivedState.open(file, GENERATION);
        deriver = new Deriver(Universe.ORGANIZATION, Universe.KEY, state, () -> {}, pace);
    }

    List<IdentityEvent> events() {
        return List.copyOf(events.values());
    }

    Documents documents() {
        return documents;
    }

    Documents expected() {
        return Oracle.expect(Universe.KEY, held.values(), decisions);
    }

    DerivedState state() {
        return state;
    }

    Deriver deriver() {
        return deriver;
    }

    List<Step.Outcome> outcomes() {
        return outcomes;
    }

    Map<String, Assertion> held() {
        return held;
    }

    @Override
    public void close() {
        state.close();
    }
}
