package org.kithway.server;

import co.elastic.clients.json.JsonpMapper;
import co.elastic.clients.transport.ElasticsearchTransport;
import co.elastic.clients.transport.Endpoint;
import co.elastic.clients.transport.TransportOptions;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/**
 * The way to a node that may still be starting: whoever asks first waits until it is up. So the
 * rest of the server starts beside it.
 */
final class LateTransport implements ElasticsearchTransport {
    private final JsonpMapper mapper;
    private final Supplier<ElasticsearchTransport> open;
    private @Nullable ElasticsearchTransport opened;

    /**
     * @param open waits for the node; asked again if it throws
     */
    LateTransport(JsonpMapper mapper, Supplier<ElasticsearchTransport> open) {
        this.mapper = mapper;
        this.open = open;
    }

    @Override
    public <RequestT, ResponseT, ErrorT> ResponseT performRequest(
            RequestT request,
            Endpoint<RequestT, ResponseT, ErrorT> endpoint,
            @Nullable TransportOptions options)
            throws IOException {
        return opened().performRequest(request, endpoint, options);
    }

    @Override
    public <RequestT, ResponseT, ErrorT> CompletableFuture<ResponseT> performRequestAsync(
            RequestT request,
            Endpoint<RequestT, ResponseT, ErrorT> endpoint,
            @Nullable TransportOptions options) {
        return opened().performRequestAsync(request, endpoint, options);
    }

    @Override
    public JsonpMapper jsonpMapper() {
        return mapper;
    }

    @Override
    public TransportOptions options() {
        return opened().options();
    }

    @Override
    public synchronized void close() throws IOException {
        if (opened != null) {
            opened.close();
        }
    }

    private synchronized ElasticsearchTransport opened() {
        ElasticsearchTransport now = opened == null ? open.get() : opened;
        opened = now;
        return now;
    }
}
