package org.kithway.local.elasticsearch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** One node for all tests of a JVM, started when first asked for and stopped with the JVM. */
public final class TestElasticsearch {
    private TestElasticsearch() {}

    /** The node; name your indices so that tests do not meet. */
    public static LocalElasticsearch shared() {
        return Shared.NODE;
    }

    /** The shared node's home. */
    static Path home() {
        return Shared.HOME;
    }

    /** The distribution that tests run, unpacked once per user. */
    static Path distribution() {
        return Distribution.locate(Distribution.defaultCache(), Optional.empty());
    }

    static void delete(Path folder) {
        try (Stream<Path> found = Files.walk(folder)) {
            for (Path path : found.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Shared {
        static final Path HOME = makeHome();
        static final LocalElasticsearch NODE = start();

        private static Path makeHome() {
            try {
                return Files.createTempDirectory("kithway-elasticsearch");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static LocalElasticsearch start() {
            LocalElasticsearch node =
                    LocalElasticsearch.start(
                            LocalElasticsearch.Settings.of(distribution(), HOME).withHeap("384m"));
            Runtime.getRuntime()
                    .addShutdownHook(
                            new Thread(() -> {
                                node.close();
                                delete(HOME);
                            }));
            return node;
        }
    }
}
