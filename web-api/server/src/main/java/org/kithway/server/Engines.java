package org.kithway.server;

import org.jspecify.annotations.Nullable;
import org.kithway.ingestion.kafka.KafkaClients;
import org.kithway.local.elasticsearch.Distribution;
import org.kithway.local.elasticsearch.LocalElasticsearch;
import org.kithway.local.kafka.LocalKafka;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The broker and the search node that this instance works with: started here, side by side, unless
 * the settings name others.
 */
final class Engines implements AutoCloseable {
    private final KithwaySettings settings;
    private final @Nullable CompletableFuture<LocalKafka> kafka;
    private final @Nullable CompletableFuture<LocalElasticsearch> elasticsearch;

    private Engines(
            KithwaySettings settings,
            @Nullable CompletableFuture<LocalKafka> kafka,
            @Nullable CompletableFuture<LocalElasticsearch> elasticsearch) {
        this.settings = settings;
        this.kafka = kafka;
        this.elasticsearch = elasticsearch;
    }

    /** Begins to start what is to be started, and returns at once. */
    static Engines start(KithwaySettings settings, Home home) {
        CompletableFuture<LocalElasticsearch> elasticsearch =
                settings.elasticsearch().uris() == null
                        ? inBackground("elasticsearch-start", () -> node(settings, home))
                        : null;
        CompletableFuture<LocalKafka> kafka =
                settings.kafka().bootstrapServers() == null
                        ? inBackground(
                                "kafka-start",
                                () ->
                                        LocalKafka.start(
                                                LocalKafka.Settings.of(
                                                        home.folder().resolve("kafka"))))
                        : null;
        return new Engines(settings, kafka, elasticsearch);
    }

    /** How to reach the brokers; waits until the local one is up. */
    KafkaClients kafka() {
        if (kafka == null) {
            return new KafkaClients(
                    String.valueOf(settings.kafka().bootstrapServers()),
                    settings.kafka().properties());
        }
        LocalKafka local = up(kafka);
        return new KafkaClients(local.bootstrapServers(), local.clientProperties());
    }

    /** How to reach the search nodes; waits until the local one is up. */
    Address elasticsearch() {
        if (elasticsearch == null) {
            List<URI> uris =
                    Stream.of(String.valueOf(settings.elasticsearch().uris()).split(","))
                            .map(uri -> URI.create(uri.strip()))
                            .toList();
            return new Address(
                    uris, settings.elasticsearch().username(), settings.elasticsearch().password());
        }
        LocalElasticsearch local = up(elasticsearch);
        return new Address(List.of(local.uri()), local.username(), local.password());
    }

    @Override
    public void close() {
        stop(kafka);
        stop(elasticsearch);
    }

    record Address(List<URI> uris, @Nullable String username, @Nullable String password) {
        @Override
        public String toString() {
            return "Address" + uris;
        }
    }

    private static LocalElasticsearch node(KithwaySettings settings, Home home) {
        Optional<Path> configured =
                Optional.ofNullable(settings.elasticsearch().distribution()).map(Path::of);
        Path distribution = Distribution.locate(Distribution.defaultCache(), configured);
        return LocalElasticsearch.start(
                LocalElasticsearch.Settings.of(distribution, home.folder().resolve("elasticsearch"))
                        .withHeap(settings.elasticsearch().heap()));
    }

    private static <T> CompletableFuture<T> inBackground(String name, Supplier<T> start) {
        CompletableFuture<T> started = new CompletableFuture<>();
        Thread.ofPlatform()
                .name(name)
                .start(() -> {
                    try {
                        started.complete(start.get());
                    } catch (RuntimeException | Error e) {
                        started.completeExceptionally(e);
                    }
                });
        return started;
    }

    private static <T> T up(CompletableFuture<T> engine) {
        try {
            return engine.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException reason ? reason : e;
        }
    }

    // An engine that is still starting is waited for: left alone it would outlive this process's
    // wish.
    private static void stop(@Nullable CompletableFuture<? extends AutoCloseable> engine) {
        if (engine == null) {
            return;
        }
        try {
            engine.join().close();
        } catch (CompletionException e) {
            // it never came up
        } catch (Exception e) {
            throw new IllegalStateException("an engine does not stop", e);
        }
    }
}
