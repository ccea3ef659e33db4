package org.kithway.ingestion.kafka;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * A thread that takes one turn after the other until it is closed, and waits after a turn that
 * failed, longer each time. It is never interrupted: an interrupt would close files that others
 * use.
 */
final class Loop implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Loop.class);
    private static final Duration FIRST_WAIT = Duration.ofMillis(100);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(20);

    private final Thread thread;
    private boolean open = true;
    private boolean woken;
    private volatile @Nullable String failure;

    /** One turn; returns soon after the loop is no longer open. */
    interface Turn {
        void take(Loop loop);
    }

    private Loop(String name, Turn turn, Runnable atEnd) {
        this.thread = Thread.ofPlatform().name(name).unstarted(() -> run(name, turn, atEnd));
    }

    /**
     * @param atEnd what the thread does at last, such as closing what it holds
     */
    static Loop start(String name, Turn turn, Runnable atEnd) {
        Loop loop = new Loop(name, turn, atEnd);
        loop.thread.start();
        return loop;
    }

    private void run(String name, Turn turn, Runnable atEnd) {
        int failures = 0;
        while (isOpen()) {
            try {
                turn.take(this);
                failures = 0;
                failure = null;
            } catch (RuntimeException e) {
                failures++;
                failure = e.getClass().getSimpleName() + ": " + e.getMessage();
                log.warn("{} failed, and tries again: {}", name, failure);
                log.debug("{} failed", name, e);
                sleep(wait(failures));
            }
        }
        try {
            atEnd.run();
        } catch (RuntimeException e) {
            log.warn("{} did not end cleanly: {}", name, e.getClass().getSimpleName());
        }
    }

    /** Twice as long after each failure, up to a bound; half of it by chance. */
    static Duration wait(int failures) {
        long most =
                Math.min(
                        LONGEST_WAIT.toMillis(),
                        FIRST_WAIT.toMillis() << Math.min(failures - 1, 16));
        return Duration.ofMillis(most / 2 + ThreadLocalRandom.current().nextLong(most / 2 + 1));
    }

    synchronized boolean isOpen() {
        return open;
    }

    /** What the last turn failed with, or null if it did not. */
    @Nullable String failure() {
        return failure;
    }

    /** Waits for so long, or until the loop is woken or closed. */
    synchronized void sleep(Duration time) {
        long until = System.nanoTime() + time.toNanos();
        try {
            while (open && !woken) {
                long left = until - System.nanoTime();
                if (left <= 0) {
                    return;
                }
                wait(left / 1_000_000, (int) (left % 1_000_000));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            open = false;
        } finally {
            woken = false;
        }
    }

    /** Ends a present or the next sleep. */
    synchronized void wake() {
        woken = true;
        notifyAll();
    }

    /** Lets the turn end and waits for the thread. */
    @Override
    public void close() {
        synchronized (this) {
            open = false;
            notifyAll();
        }
        if (Thread.currentThread() != thread) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
