package org.kithway.ingestion.kafka;

import org.kithway.search.StoreBusyException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Waits, and all the while makes sure that what is waited for may still be done.
 *
 * @param pause waits for the time
 * @param keepGoing throws if it may not be done any more
 */
record Patience(Consumer<Duration> pause, Runnable keepGoing) {
    private static final Logger log = LoggerFactory.getLogger(Patience.class);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

    /** The answer of the people store, however often it asks to come back later. */
    <T> T whileBusy(Supplier<T> request) {
        for (int attempt = 1; ; attempt++) {
            keepGoing.run();
            try {
                return request.get();
            } catch (StoreBusyException e) {
                log.info("The people store is busy, attempt {}: {}", attempt, e.getMessage());
                pause.accept(Loop.wait(attempt));
            }
        }
    }

    void until(BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            keepGoing.run();
            pause.accept(BETWEEN_LOOKS);
        }
    }
}
