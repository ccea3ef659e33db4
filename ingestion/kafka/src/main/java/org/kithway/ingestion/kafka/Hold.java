package org.kithway.ingestion.kafka;

import org.jspecify.annotations.Nullable;
import org.kithway.registry.Leases;

import java.time.Duration;

/** A lease that is held, for one thread. */
final class Hold implements AutoCloseable {
    private static final Duration TIME = Duration.ofSeconds(60);
    private static final Duration PROLONGED_EVERY = Duration.ofSeconds(10);

    private final Leases leases;
    private final String name;
    private final String holder;
    private long prolonged = System.nanoTime();

    private Hold(Leases leases, String name, String holder) {
        this.leases = leases;
        this.name = name;
        this.holder = holder;
    }

    /** Takes the lease, or returns null if another holds it. */
    static @Nullable Hold take(Leases leases, String name, String holder) {
        return leases.acquire(name, holder, TIME) ? new Hold(leases, name, holder) : null;
    }

    /**
     * Prolongs the lease if it is time to; to be called every few seconds.
     *
     * @throws LostException if another may hold it now
     */
    void keep() {
        if (System.nanoTime() - prolonged > PROLONGED_EVERY.toNanos()) {
            confirm();
        }
    }

    /** The same, without regard to the time. */
    void confirm() {
        long now = System.nanoTime();
        if (!leases.renew(name, holder, TIME)) {
            throw new LostException(name);
        }
        prolonged = now;
    }

    @Override
    public void close() {
        leases.release(name, holder);
    }

    static final class LostException extends RuntimeException {
        private static final long serialVersionUID = 1;

        LostException(String name) {
            super("the lease " + name + " was lost to another node");
        }
    }
}
