package org.kithway.local.kafka;

/** One broker for all tests of a JVM, started when first asked for and stopped with the JVM. */
public final class TestKafka {
    private TestKafka() {}

    /** The broker; name your topics and groups so that tests do not meet. */
    public static LocalKafka shared() {
        return Shared.BROKER;
    }

    private static final class Shared {
        static final LocalKafka BROKER = start();

        private static LocalKafka start() {
            throw new LocalKafkaException("not yet", null);
        }
    }
}
