package org.kithway.ingestion.kafka.derive;

import org.kithway.ingestion.FactLog;
import org.kithway.search.DocumentWriter;
import org.kithway.search.Generation;
import org.kithway.search.StoreBusyException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Drives the deriver of one generation of one organization's documents: reads the logs, hands every
 * step on, and lets the state forget it only when all of it is safe. Whoever cannot take a step now
 * is asked again, ever less often; what is refused for good is put aside and holds up nothing.
 *
 * <p>{@link #run} ends after {@link #close}, or with the exception that it cannot live with. The
 * state belongs to the loop while it runs and is closed by whoever opened it.
 */
public final class DeriverLoop implements Runnable, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DeriverLoop.class);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final long FIRST_PAUSE_MILLIS = 100;
    private static final long LONGEST_PAUSE_MILLIS = 30_000;
    private static final int KEYS_AT_ONCE = 5_000;

    private final Generation generation;
    private final DerivedState state;
    private final Deriver deriver;
    private final DeriverSource source;
    private final DocumentWriter writer;
    private final LongSupplier versions;
    private final DeriverOutlet outlet;
    private final CountDownLatch stop = new CountDownLatch(1);
    private final CountDownLatch stopped = new CountDownLatch(1);
    private volatile boolean running;

    /**
     * @param versions the organization's next number, greater with every call
     */
    public DeriverLoop(
            Generation generation,
            DerivedState state,
            Deriver deriver,
            DeriverSource source,
            DocumentWriter writer,
            LongSupplier versions,
            DeriverOutlet outlet) {
        this.generation = generation;
        this.state = state;
        this.deriver = deriver;
        this.source = source;
        this.writer = writer;
        this.versions = versions;
        this.outlet = outlet;
    }

    @Override
    public void run() {
        running = true;
        try {
            while (!isStopped()) {
                Optional<Step> step = deriver.next();
                if (step.isPresent()) {
                    hand(step.get());
                } else {
                    read(source.poll(POLL));
                }
            }
        } catch (StoppedException e) {
            LOG.debug("The deriver of {} stops before a step is done", generation);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            stopped.countDown();
        }
    }

    private void read(DeriverSource.Batch batch) {
        for (DeriverSource.FactRecord fact : batch.facts()) {
            try {
                deriver.fact(fact.partition(), fact.offset(), fact.assertion(), fact.key());
            } catch (IllegalArgumentException e) {
                patiently(() -> outlet.unreadable(fact, String.valueOf(e.getMessage())));
            }
        }
        for (DeriverSource.DecisionRecord decision : batch.decisions()) {
            deriver.decision(
                    decision.sequence(),
                    decision.decision(),
                    decision.partition(),
                    decision.offset());
        }
        batch.reached()
                .forEach((partition, next) -> deriver.reached(Deriver.FACTS, partition, next));
        if (batch.isEmpty()) {
            deriver.checkpoint();
        }
    }

    private void hand(Step step) {
        if (!step.changes().isEmpty()) {
            patiently(() -> {
                List<DocumentWriter.Refusal> refusals =
                        writer.write(generation, step.changes(), versions.getAsLong());
                if (!refusals.isEmpty()) {
                    outlet.refused(refusals);
                }
            });
        }
        if (!step.ties().isEmpty()) {
            patiently(() -> outlet.ties(step.ties()));
        }
        switch (step.outcome()) {
            case null -> {}
            case Step.Outcome.Derived derived -> finish(derived);
            case Step.Outcome.Withdrawn withdrawn -> {
                forget(withdrawn);
                finish(withdrawn);
            }
        }
        deriver.done(step);
    }

    private void finish(Step.Outcome outcome) {
        patiently(() -> writer.refresh(generation));
        patiently(() -> outlet.finished(outcome));
    }

    private void forget(Step.Outcome.Withdrawn withdrawn) {
        List<DerivedState.Key> keys = new ArrayList<>(KEYS_AT_ONCE);
        state.keys(
                withdrawn.imported(),
                key -> {
                    keys.add(key);
                    if (keys.size() == KEYS_AT_ONCE) {
                        patiently(() -> outlet.forget(keys));
                        keys.clear();
                    }
                });
        if (!keys.isEmpty()) {
            patiently(() -> outlet.forget(keys));
        }
    }

    /** Does it until whoever takes it has it. */
    private void patiently(Runnable action) {
        long pause = FIRST_PAUSE_MILLIS;
        while (true) {
            try {
                action.run();
                return;
            } catch (StoreBusyException | FactLog.LogUnavailableException e) {
                LOG.warn(
                        "The deriver of {} tries again in {} ms: {}",
                        generation,
                        pause,
                        e.getMessage());
            }
            try {
                if (stop.await(pause, TimeUnit.MILLISECONDS)) {
                    throw new StoppedException();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new StoppedException();
            }
            pause = Math.min(2 * pause, LONGEST_PAUSE_MILLIS);
        }
    }

    private boolean isStopped() {
        return stop.getCount() == 0;
    }

    /** Lets {@link #run} end after the step in hand, and waits for that; for any thread. */
    @Override
    public void close() {
        stop.countDown();
        try {
            if (running) {
                stopped.await();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static final class StoppedException extends RuntimeException {
        private static final long serialVersionUID = 1;
    }
}
