package org.kithway.local.elasticsearch;

import java.net.URI;
import java.nio.file.Path;

/** A running Elasticsearch node of our own. */
public final class LocalElasticsearch implements AutoCloseable {

    /**
     * What a node is started with.
     *
     * @param distribution an unpacked Elasticsearch, see {@link Distribution#locate}; never written
     *     to
     * @param home where the node keeps its data, snapshots, logs and password
     * @param javaHome the JDK that runs the node, 21 or newer
     * @param heap size of the node's heap as in the JVM's {@code -Xmx}, such as {@code 512m}
     */
    public record Settings(Path distribution, Path home, Path javaHome, String heap) {
        /** A heap of 512 MB on the JDK that runs the caller. */
        public static Settings of(Path distribution, Path home) {
            return new Settings(
                    distribution, home, Path.of(System.getProperty("java.home")), "512m");
        }

        /** The same with another heap. */
        public Settings withHeap(String heap) {
            return new Settings(distribution, home, javaHome, heap);
        }
    }

    private LocalElasticsearch() {}

    /**
     * Starts a node and waits until it answers.
     *
     * @throws LocalElasticsearchException if it does not come up
     */
    public static LocalElasticsearch start(Settings settings) {
        throw new LocalElasticsearchException("not yet: " + settings);
    }

    /** Where it answers: {@code http://127.0.0.1:PORT}, another port at each start. */
    public URI uri() {
        return URI.create("http://127.0.0.1");
    }

    /** The user who may do everything. */
    public String username() {
        return "kithway";
    }

    /** That user's password. */
    public String password() {
        return "";
    }

    /** The folder below which the node may write snapshots ({@code path.repo}). */
    public Path snapshots() {
        return Path.of("");
    }

    /** The node's process. */
    public long pid() {
        return 0;
    }

    /** Whether the node's process still runs. */
    public boolean isAlive() {
        return false;
    }

    /** Stops the node and waits until its process is gone. */
    @Override
    public void close() {}
}
