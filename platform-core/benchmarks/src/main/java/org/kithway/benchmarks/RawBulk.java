package org.kithway.benchmarks;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.transport.rest5_client.low_level.Request;
import co.elastic.clients.transport.rest5_client.low_level.ResponseException;

import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.kithway.model.OrganizationId;
import org.kithway.search.Generation;
import org.kithway.search.elasticsearch.ElasticsearchWriter;
import org.kithway.search.elasticsearch.StoreSettings;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;

/** The least that writing documents to Elasticsearch can cost: their lines, and nothing else. */
final class RawBulk {
    /** As many as the product has: one thread writes statements, another people and evidence. */
    private static final int WRITERS = 2;

    private static final int MOST_ATTEMPTS = 10;
    private static final long WAIT_NANOSECONDS = 100_000_000;
    private static final Pattern NO_ROOM =
            Pattern.compile("rejected_execution|circuit_breaking|unavailable_shards");

    private final LocalEngines engines;

    RawBulk(LocalEngines engines) {
        this.engines = engines;
    }

    /**
     * Writes the documents to new indices that are made as the product makes them, until a search
     * would find all of them.
     *
     * @param prefix of the indices, as the documents name them
     */
    Effort write(RecordedDocuments documents, String prefix, OrganizationId organization)
            throws IOException {
        ElasticsearchClient client = engines.client(request -> {});
        Generation generation = new Generation(organization, 1);
        ElasticsearchWriter indices =
                new ElasticsearchWriter(client, StoreSettings.LOCAL.withPrefix(prefix));
        indices.prepare(generation);
        try (RecordedDocuments.Bodies bodies = documents.bodies();
                ExecutorService writers = Executors.newFixedThreadPool(WRITERS)) {
            Effort effort = Effort.begin(engines);
            List<Future<?>> written = new ArrayList<>();
            for (int i = 0; i < WRITERS; i++) {
                written.add(
                        writers.submit(() -> {
                            for (byte[] body = bodies.next(); body != null; body = bodies.next()) {
                                send(body);
                            }
                            return null;
                        }));
            }
            for (Future<?> each : written) {
                each.get();
            }
            indices.refresh(generation);
            return effort.stop();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the documents could not be written", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** Sends the documents again while Elasticsearch has no room for them, as any writer must. */
    private void send(byte[] body) throws IOException {
        for (int attempt = 1; ; attempt++) {
            String answer = answer(body);
            if (answer.contains("\"errors\":false")) {
                return;
            }
            if (attempt == MOST_ATTEMPTS || !NO_ROOM.matcher(answer).find()) {
                throw new IllegalStateException(
                        "Elasticsearch refuses documents: "
                                + answer.substring(0, Math.min(200, answer.length())));
            }
            LockSupport.parkNanos(attempt * WAIT_NANOSECONDS);
        }
    }

    private String answer(byte[] body) throws IOException {
        Request request = new Request("POST", "/_bulk");
        request.addParameter("filter_path", "errors,items.*.error.type");
        request.setEntity(new ByteArrayEntity(body, ContentType.create("application/x-ndjson")));
        try {
            return new String(LocalEngines.send(engines.direct(), request), StandardCharsets.UTF_8);
        } catch (ResponseException e) {
            return String.valueOf(e.getMessage());
        }
    }
}
