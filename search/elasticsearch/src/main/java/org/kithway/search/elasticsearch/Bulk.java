package org.kithway.search.elasticsearch;

import co.elastic.clients.elasticsearch._types.ErrorCause;
import co.elastic.clients.json.NdJsonpSerializable;
import co.elastic.clients.transport.ElasticsearchTransport;
import co.elastic.clients.transport.endpoints.BinaryEndpoint;
import co.elastic.clients.transport.endpoints.BinaryResponse;
import co.elastic.clients.util.BinaryData;
import co.elastic.clients.util.ContentType;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectWriter;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * A request to {@code _bulk} as the bytes that are sent. Of the answer only states and errors are
 * asked for: the client's own types for both take more time than the documents in them.
 */
final class Bulk implements NdJsonpSerializable {
    private static final BinaryEndpoint<Bulk> ENDPOINT =
            new BinaryEndpoint<>(
                    "es/bulk",
                    bulk -> "POST",
                    bulk -> "/_bulk",
                    bulk -> Map.of(),
                    bulk ->
                            Map.of(
                                    "require_alias",
                                    "true",
                                    "filter_path",
                                    "items.*.status,items.*.error"),
                    bulk -> Map.of(),
                    true,
                    null);

    private static final ObjectWriter LINES = Json.MAPPER.writer().withRootValueSeparator("\n");

    private final long version;
    private final ByteArrayOutputStream lines = new ByteArrayOutputStream(1 << 16);
    private int items;

    /**
     * @param version of every document; what is stored with a higher one stays as it is
     */
    Bulk(long version) {
        this.version = version;
    }

    /** What writes a document. */
    interface Document {
        void write(JsonGenerator out);
    }

    /**
     * The two lines, or one, that write a document or remove it.
     *
     * @param document null to remove it
     * @throws JacksonException if a text in it cannot be written
     */
    byte[] lines(String index, String id, @Nullable Document document) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(512);
        try (JsonGenerator json = LINES.createGenerator(out)) {
            json.writeStartObject();
            json.writeObjectPropertyStart(document == null ? "delete" : "index");
            json.writeStringProperty("_index", index);
            json.writeStringProperty("_id", id);
            json.writeNumberProperty("version", version);
            json.writeStringProperty("version_type", "external_gte");
            json.writeEndObject();
            json.writeEndObject();
            if (document != null) {
                document.write(json);
            }
        }
        return out.toByteArray();
    }

    void add(byte[] item) {
        if (items > 0) {
            lines.write('\n');
        }
        lines.writeBytes(item);
        items++;
    }

    int items() {
        return items;
    }

    int bytes() {
        return lines.size();
    }

    @Override
    public Iterator<?> _serializables() {
        return List.of(BinaryData.of(lines.toByteArray(), ContentType.APPLICATION_JSON)).iterator();
    }

    /**
     * What became of an item.
     *
     * @param error null if it was written
     */
    record Result(int status, @Nullable ErrorCause error) {}

    /** Sends all items; their results are in the same order. */
    List<Result> send(ElasticsearchTransport transport) throws IOException {
        List<Result> results = new ArrayList<>(items);
        try (BinaryResponse answer = transport.performRequest(this, ENDPOINT, null)) {
            for (JsonNode item : Json.MAPPER.readTree(answer.content()).path("items")) {
                item.forEach(result -> results.add(result(result)));
            }
        } catch (JacksonException e) {
            throw new IOException("the answer breaks off", e);
        }
        return results;
    }

    private static Result result(JsonNode result) {
        JsonNode error = result.get("error");
        return new Result(
                result.path("status").intValue(),
                error == null
                        ? null
                        : ErrorCause.of(e -> e.withJson(new StringReader(error.toString()))));
    }
}
