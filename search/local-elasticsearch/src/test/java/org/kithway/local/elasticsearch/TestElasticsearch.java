package org.kithway.local.elasticsearch;

/** One node for all tests of a JVM, started when first asked for and stopped with the JVM. */
public final class TestElasticsearch {
    private TestElasticsearch() {}

    /** The node; name your indices so that tests do not meet. */
    public static LocalElasticsearch shared() {
        return Shared.NODE;
    }

    private static final class Shared {
        static final LocalElasticsearch NODE = start();

        private static LocalElasticsearch start() {
            throw new LocalElasticsearchException("not yet");
        }
    }
}
