package org.kithway.local.kafka;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** A running Kafka broker of our own. */
public final class LocalKafka implements AutoCloseable {

    /**
     * What a broker is started with.
     *
     * @param home where the broker keeps its records and its secret
     * @param cleanerBackoff how long the log cleaner sleeps when there is nothing to compact; tests
     *     that await compaction set it to a fraction of a second
     */
    public record Settings(Path home, Duration cleanerBackoff) {
        /** For use: the cleaner looks every 15 seconds. */
        public static Settings of(Path home) {
            return new Settings(home, Duration.ofSeconds(15));
        }
    }

    private LocalKafka() {}

    /**
     * Starts a broker and waits until it serves.
     *
     * @throws LocalKafkaException if it does not come up
     */
    public static LocalKafka start(Settings settings) {
        throw new LocalKafkaException("not yet: " + settings, null);
    }

    /** Where it listens: {@code 127.0.0.1:PORT}, another port at each start. */
    public String bootstrapServers() {
        return "";
    }

    /** What a client must set to be let in: {@code security.protocol} and {@code sasl.*}. */
    public Map<String, String> clientProperties() {
        return Map.of();
    }

    /** Stops the broker and waits until its files are closed. */
    @Override
    public void close() {}
}
