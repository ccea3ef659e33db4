package org.kithway.local.kafka;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.stream.Stream;

/** One broker for all tests of a JVM, started when first asked for and stopped with the JVM. */
public final class TestKafka {
    private TestKafka() {}

    /**
     * The broker, whose log cleaner never sleeps long; name your topics and groups so that tests do
     * not meet.
     */
    public static LocalKafka shared() {
        return Shared.BROKER;
    }

    private static void delete(Path folder) {
        try (Stream<Path> found = Files.walk(folder)) {
            for (Path path : found.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Shared {
        static final LocalKafka BROKER = start();

        private static LocalKafka start() {
            Path home;
            try {
                home = Files.createTempDirectory("kithway-kafka");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            LocalKafka broker =
                    LocalKafka.start(new LocalKafka.Settings(home, Duration.ofMillis(100)));
            Runtime.getRuntime()
                    .addShutdownHook(
                            new Thread(() -> {
                                broker.close();
                                delete(home);
                            }));
            return broker;
        }
    }
}
