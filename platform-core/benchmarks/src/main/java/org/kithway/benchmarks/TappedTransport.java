package org.kithway.benchmarks;

import co.elastic.clients.json.JsonpMapper;
import co.elastic.clients.transport.ElasticsearchTransport;
import co.elastic.clients.transport.Endpoint;
import co.elastic.clients.transport.TransportOptions;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** Shows every request to somebody before it is sent. */
final class TappedTransport implements ElasticsearchTransport {
    private final ElasticsearchTransport transport;
    private final Consumer<Object> seen;

    TappedTransport(ElasticsearchTransport transport, Consumer<Object> seen) {
        this.transport = transport;
        this.seen = seen;
    }

    @Override
    public <Q, A, E> A performRequest(
            Q request, Endpoint<Q, A, E> endpoint, @Nullable TransportOptions options)
            throws IOException {
        seen.accept(request);
        return transport.performRequest(request, endpoint, options);
    }

    @Override
    public <Q, A, E> CompletableFuture<A> performRequestAsync(
            Q request, Endpoint<Q, A, E> endpoint, @Nullable TransportOptions options) {
        seen.accept(request);
        return transport.performRequestAsync(request, endpoint, options);
    }

    @Override
    public JsonpMapper jsonpMapper() {
        return transport.jsonpMapper();
    }

    @Override
    public TransportOptions options() {
        return transport.options();
    }

    @Override
    public void close() throws IOException {
        transport.close();
    }
}
