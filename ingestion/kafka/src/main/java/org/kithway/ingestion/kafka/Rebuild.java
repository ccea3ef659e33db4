package org.kithway.ingestion.kafka;

import org.kithway.ingestion.Assertion;
import org.kithway.ingestion.kafka.derive.DerivedState;
import org.kithway.ingestion.kafka.derive.Step;
import org.kithway.model.AccountId;
import org.kithway.model.ImportId;
import org.kithway.model.OrganizationId;
import org.kithway.registry.Decision;
import org.kithway.registry.Import;
import org.kithway.registry.LoggedDecision;
import org.kithway.search.Generation;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;

/**
 * Builds an organization's next generation from the logs beside the one that answers, and lets it
 * answer. Whoever runs it holds the organization's lease for deriving, so that nothing else is
 * derived meanwhile. An interrupted rebuild leaves things behind that the next one removes first.
 */
final class Rebuild {
    private static final Logger log = LoggerFactory.getLogger(Rebuild.class);
    private static final int STATEMENTS_AT_ONCE = 2_000;

    private final Pipeline pipeline;
    private final StateFiles files;
    private final Builds builds;

    Rebuild(Pipeline pipeline, StateFiles files) {
        this.pipeline = pipeline;
        this.files = files;
        this.builds = new Builds(pipeline.registry());
    }

    /** The lease for deriving an organization. */
    static String derivingLease(OrganizationId organization) {
        return "derive:" + organization;
    }

    /** The lease for rebuilding an organization; whoever derives it steps aside for its holder. */
    static String lease(OrganizationId organization) {
        return "rebuild:" + organization;
    }

    /**
     * @param leases kept and, before anything is put in place, confirmed
     * @param pause waits for the time, less if this is to end soon
     * @param progress is told the share of the facts that is read
     */
    void run(
            OrganizationId organization,
            List<Hold> leases,
            Runnable keepGoing,
            Consumer<Duration> pause,
            DoubleConsumer progress) {
        int number = pipeline.registry().organizations().generation(organization);
        Generation old = new Generation(organization, number);
        Generation next = old.next();
        BuildKeeper keeper = new BuildKeeper(next, leases, keepGoing);
        Patience patience = new Patience(pause, keeper::keep);
        TieSender ties = new TieSender(pipeline.sender(), pipeline.clients(), pipeline.topics());
        log.info("Building generation {} of {}", next.number(), organization);

        // Forgets what an interrupted rebuild has left of the next one.
        patience.whileBusy(() -> {
            pipeline.writer().prepare(old);
            pipeline.writer().promote(old);
            pipeline.writer().prepare(next);
            return next;
        });
        ties.forget(next, keeper::keep);
        keeper.announce();
        try {
            try (DerivedState state = files.openAnew(next)) {
                build(next, state, patience, progress);
                patience.whileBusy(() -> {
                    pipeline.writer().refresh(next);
                    return next;
                });
                keeper.confirm();
            }
            if (!pipeline.registry().organizations().promoteGeneration(organization, number)) {
                throw new IllegalStateException("another generation answers already");
            }
            // From here on a crash is harmless: whoever derives next does the rest.
            patience.whileBusy(() -> {
                pipeline.writer().promote(next);
                return next;
            });
        } finally {
            keeper.end();
        }
        ties.forget(old, () -> leases.forEach(Hold::keep));
        files.keepOnly(next);
        log.info("Generation {} of {} answers", next.number(), organization);
    }

    private void build(
            Generation next, DerivedState state, Patience patience, DoubleConsumer progress) {
        OrganizationId organization = next.organization();
        Tombstones tombstones = new Tombstones(pipeline.sender(), pipeline.topics());
        Consumer<Step.Outcome> outcomes =
                outcome -> {
                    switch (outcome) {
                        case Step.Outcome.Derived derived -> {}
                        case Step.Outcome.Judged judged -> {}
                        // Commonly there is nothing left.
                        case Step.Outcome.Withdrawn withdrawn ->
                                tombstones.remove(organization, withdrawn.imported(), state);
                    }
                };
        try (Derivation derivation = new Derivation(pipeline, next, state, patience, outcomes)) {
            Map<Integer, Long> ends = derivation.factEnds();
            long all = ends.values().stream().mapToLong(Long::longValue).sum();
            Statements statements = new Statements(next, patience);
            long[] read = {0};
            derivation.readFacts(
                    ends,
                    (record, key, assertion) -> {
                        if (assertion == null) {
                            statements.remove(key);
                        } else {
                            statements.put(assertion);
                        }
                        read[0]++;
                        if (statements.isFull()) {
                            statements.write();
                            progress.accept(Math.min(1, (double) read[0] / all));
                        }
                    });
            statements.write();
            derivation.readDecisions(this::isUnderWay);
            progress.accept(1);
        }
    }

    /** What is not attended to yet is left to whoever derives after this. */
    private boolean isUnderWay(LoggedDecision logged) {
        return switch (logged.decision()) {
            case Decision.ImportSettled settled ->
                    is(logged.organization(), settled.imported(), Import.State.SETTLING);
            case Decision.ImportUndone undone ->
                    is(logged.organization(), undone.imported(), Import.State.UNDOING);
            case Decision.OfIdentity identity -> false;
            case Decision.OfAsking asking -> false;
        };
    }

    private boolean is(OrganizationId organization, ImportId id, Import.State state) {
        return pipeline.registry()
                .imports()
                .find(organization, id)
                .filter(found -> found.state() == state)
                .isPresent();
    }

    /** Gathers statements and writes them many at a time. */
    private final class Statements {
        private final Generation generation;
        private final Patience patience;
        private final StatementChanges changes = new StatementChanges();
        private final List<Assertion> puts = new ArrayList<>();
        private final Suppressed suppressed = new Suppressed(pipeline.registry());

        Statements(Generation generation, Patience patience) {
            this.generation = generation;
            this.patience = patience;
        }

        void put(Assertion assertion) {
            puts.add(assertion);
        }

        void remove(String key) {
            changes.remove(key);
        }

        boolean isFull() {
            return puts.size() + changes.size() >= STATEMENTS_AT_ONCE;
        }

        void write() {
            Set<AccountId> hidden = suppressed.among(generation.organization(), puts);
            puts.stream()
                    .filter(assertion -> !Suppressed.speaksOf(assertion, hidden))
                    .forEach(changes::put);
            // What is refused here is a dead letter already, from when it was first indexed.
            patience.whileBusy(() -> changes.write(pipeline.writer(), generation));
            puts.clear();
            changes.clear();
        }
    }

    /** Keeps all that must be held while the next generation is built. */
    private final class BuildKeeper {
        private static final Duration EVERY = Duration.ofSeconds(10);

        private final Generation generation;
        private final List<Hold> leases;
        private final Runnable keepGoing;
        private boolean announced;
        private long told;

        BuildKeeper(Generation generation, List<Hold> leases, Runnable keepGoing) {
            this.generation = generation;
            this.leases = leases;
            this.keepGoing = keepGoing;
        }

        void announce() {
            if (!builds.announce(generation, pipeline.node())) {
                throw new IllegalStateException("a build of another node has not ended yet");
            }
            announced = true;
            told = System.nanoTime();
        }

        void keep() {
            keepGoing.run();
            leases.forEach(Hold::keep);
            if (announced && System.nanoTime() - told > EVERY.toNanos()) {
                tell();
            }
        }

        void confirm() {
            leases.forEach(Hold::confirm);
            tell();
        }

        private void tell() {
            long now = System.nanoTime();
            if (!builds.goOn(generation, pipeline.node())) {
                throw new Hold.LostException("for building " + generation.organization());
            }
            told = now;
        }

        void end() {
            builds.end(generation, pipeline.node());
        }
    }
}
