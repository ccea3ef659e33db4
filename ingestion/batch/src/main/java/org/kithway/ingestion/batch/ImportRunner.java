package org.kithway.ingestion.batch;

import org.kithway.model.ImportId;
import org.kithway.registry.Import;
import org.kithway.registry.Import.State;
import org.kithway.registry.Registry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Runs the imports that wait, and those whose node died. Who runs an import holds its lease and
 * renews it; an import that is running while nobody holds its lease is taken up again.
 */
public final class ImportRunner implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(ImportRunner.class);
    private static final Duration LEASE = Duration.ofSeconds(15);
    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final Duration RENEW = Duration.ofSeconds(3);
    private static final Duration SWEEP = Duration.ofMinutes(10);
    private static final Duration LONGEST_IN_SPOOL = Duration.ofHours(24);

    private final Registry registry;
    private final ImportJob job;
    private final Spool spool;
    private final Clock clock;
    private final String node;
    private final int atOnce;
    private final Set<ImportId> held = ConcurrentHashMap.newKeySet();
    private final ExecutorService workers;
    private final ScheduledExecutorService ticker;

    /**
     * @param node names this process among all that run imports
     * @param atOnce how many imports run at the same time
     */
    public ImportRunner(
            Registry registry, ImportJob job, Spool spool, Clock clock, String node, int atOnce) {
        this.registry = registry;
        this.job = job;
        this.spool = spool;
        this.clock = clock;
        this.node = node;
        this.atOnce = atOnce;
        this.workers =
                Executors.newFixedThreadPool(
                        atOnce, Thread.ofPlatform().name("import-", 0).factory());
        this.ticker =
                Executors.newSingleThreadScheduledExecutor(
                        Thread.ofPlatform().name("import-queue").factory());
    }

    /** Begins to look for imports. */
    public void start() {
        every(LOOK, this::look);
        every(RENEW, this::renew);
        every(SWEEP, this::sweep);
    }

    /** Looks now rather than at the next tick. */
    public void wake() {
        ticker.execute(quietly(this::look));
    }

    @Override
    public void close() {
        ticker.shutdownNow();
        workers.shutdown();
        try {
            if (!workers.awaitTermination(20, TimeUnit.SECONDS)) {
                workers.shutdownNow();
            }
        } catch (InterruptedException e) {
            workers.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }

    private void look() {
        List<Import> waiting = registry.imports().in(Set.of(State.RUNNING, State.QUEUED), 100);
        for (Import next : waiting) {
            if (held.size() >= atOnce) {
                return;
            }
            if (!held.contains(next.id())
                    && registry.leases().acquire(lease(next.id()), node, LEASE)) {
                held.add(next.id());
                workers.execute(() -> run(next));
            }
        }
    }

    private void run(Import next) {
        try {
            // It may have ended between the look and the lease.
            registry.imports()
                    .find(next.organization(), next.id())
                    .filter(i -> i.state() == State.QUEUED || i.state() == State.RUNNING)
                    .ifPresent(job::run);
        } catch (RuntimeException e) {
            log.warn("{} was interrupted and will be taken up again", next.id(), e);
        } finally {
            held.remove(next.id());
            registry.leases().release(lease(next.id()), node);
        }
    }

    private void renew() {
        for (ImportId id : held) {
            registry.leases().renew(lease(id), node, LEASE);
        }
    }

    private void sweep() {
        try {
            List<ImportId> swept = spool.sweep(clock.instant(), LONGEST_IN_SPOOL);
            if (!swept.isEmpty()) {
                log.info("Deleted {} archives that lay in the spool for over a day", swept.size());
            }
        } catch (IOException e) {
            log.warn("The spool could not be swept", e);
        }
    }

    private void every(Duration period, Runnable task) {
        ticker.scheduleWithFixedDelay(quietly(task), 0, period.toMillis(), TimeUnit.MILLISECONDS);
    }

    // A scheduler forgets a task that throws; the database may only be away for a while.
    private static Runnable quietly(Runnable task) {
        return () -> {
            try {
                task.run();
            } catch (RuntimeException e) {
                log.warn("Will try again", e);
            }
        };
    }

    private static String lease(ImportId id) {
        return "import:" + id;
    }
}
