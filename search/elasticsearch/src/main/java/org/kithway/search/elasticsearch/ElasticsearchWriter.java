package org.kithway.search.elasticsearch;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ErrorCause;
import co.elastic.clients.elasticsearch._types.VersionType;
import co.elastic.clients.elasticsearch.core.BulkResponse;
import co.elastic.clients.elasticsearch.core.bulk.BulkOperation;
import co.elastic.clients.elasticsearch.core.bulk.BulkResponseItem;
import co.elastic.clients.util.BinaryData;
import co.elastic.clients.util.ContentType;

import org.jspecify.annotations.Nullable;
import org.kithway.model.Layer;
import org.kithway.search.Change;
import org.kithway.search.DocumentWriter;
import org.kithway.search.Generation;
import org.kithway.search.StoreBusyException;
import org.kithway.search.elasticsearch.Names.Kind;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.node.ObjectNode;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Writes documents to Elasticsearch, in requests of limited size that each wait for their answer.
 * Every document carries the batch's version, so that a batch that is sent again, or late, changes
 * nothing.
 */
public final class ElasticsearchWriter implements DocumentWriter {
    /** Longest document id, in bytes; Elasticsearch's own limit. */
    private static final int LONGEST_ID = 512;

    /** What a request spends on an operation beside its document, roughly. */
    private static final int OVERHEAD = 256;

    private static final Pattern FIELD = Pattern.compile("field \\[([A-Za-z.]{1,40})]");

    private final ElasticsearchClient client;
    private final StoreSettings settings;
    private final Indices indices;

    public ElasticsearchWriter(ElasticsearchClient client, StoreSettings settings) {
        this.client = client;
        this.settings = settings;
        this.indices = new Indices(client, settings);
    }

    @Override
    public void prepare(Generation generation) {
        indices.prepare(generation);
    }

    @Override
    public List<Refusal> write(Generation generation, List<Change> changes, long version) {
        List<Refusal> refusals = new ArrayList<>();
        List<Operation> slice = new ArrayList<>();
        long bytes = 0;
        for (Change change : changes) {
            Operation operation;
            try {
                operation = operation(generation, change);
            } catch (JacksonException e) {
                refusals.add(new Refusal(change, "a text in it is not well-formed"));
                continue;
            }
            int idBytes = operation.id().getBytes(StandardCharsets.UTF_8).length;
            if (idBytes == 0 || idBytes > LONGEST_ID) {
                refusals.add(new Refusal(change, "its id is not 1 to " + LONGEST_ID + " bytes"));
                continue;
            }
            if (!slice.isEmpty()
                    && (slice.size() >= settings.bulkItems()
                            || bytes + operation.bytes() > settings.bulkBytes())) {
                send(slice, version, refusals);
                slice.clear();
                bytes = 0;
            }
            slice.add(operation);
            bytes += operation.bytes();
        }
        if (!slice.isEmpty()) {
            send(slice, version, refusals);
        }
        return refusals;
    }

    @Override
    public void promote(Generation generation) {
        indices.promote(generation);
    }

    @Override
    public void refresh(Generation generation) {
        indices.refresh(generation);
    }

    private void send(List<Operation> slice, long version, List<Refusal> refusals) {
        List<BulkOperation> operations =
                slice.stream().map(operation -> operation.bulk(version)).toList();
        BulkResponse answer =
                Answers.to(() -> client.bulk(b -> b.operations(operations).requireAlias(true)));
        if (answer.items().size() != slice.size()) {
            throw new StoreBusyException("Elasticsearch answered for some of the documents only");
        }
        for (int i = 0; i < slice.size(); i++) {
            String reason = refused(answer.items().get(i));
            if (reason != null) {
                refusals.add(new Refusal(slice.get(i).change(), reason));
            }
        }
    }

    /** Why the item was refused for good, or null if what is stored is as new or newer. */
    private static @Nullable String refused(BulkResponseItem item) {
        ErrorCause error = item.error();
        if (error == null || item.status() == 409) {
            return null;
        }
        if (Answers.isBusy(item.status(), error)) {
            throw new StoreBusyException("Elasticsearch put off a document: " + error.type());
        }
        if ("index_not_found_exception".equals(error.type())) {
            throw new IllegalStateException("The generation is not prepared, or was forgotten");
        }
        String reason = Answers.types(error);
        Matcher field = FIELD.matcher(error.reason() == null ? "" : error.reason());
        return field.find() ? reason + " at field " + field.group(1) : reason;
    }

    private Operation operation(Generation generation, Change change) {
        return switch (change) {
            case Change.PutPerson put ->
                    operation(
                            generation,
                            Kind.PEOPLE,
                            put.person().layer(),
                            put.person().id().value(),
                            PersonJson.write(put.person()),
                            change);
            case Change.RemovePerson remove ->
                    operation(
                            generation,
                            Kind.PEOPLE,
                            remove.layer(),
                            remove.person().value(),
                            null,
                            change);
            case Change.PutEvidence put ->
                    operation(
                            generation,
                            Kind.EVIDENCE,
                            put.evidence().layer(),
                            put.evidence().id(),
                            EvidenceJson.write(put.evidence()),
                            change);
            case Change.RemoveEvidence remove ->
                    operation(generation, Kind.EVIDENCE, remove.layer(), remove.id(), null, change);
            case Change.PutStatement put ->
                    operation(
                            generation,
                            Kind.STATEMENTS,
                            Layer.ORGANIZATION,
                            put.statement().id(),
                            StatementJson.write(put.statement()),
                            change);
            case Change.RemoveStatement remove ->
                    operation(
                            generation,
                            Kind.STATEMENTS,
                            Layer.ORGANIZATION,
                            remove.id(),
                            null,
                            change);
            case Change.Override override ->
                    operation(
                            generation,
                            Kind.LAYERS,
                            Layer.ORGANIZATION,
                            override.member().value(),
                            Json.override(override.member(), override.people()),
                            change);
        };
    }

    private Operation operation(
            Generation generation,
            Kind kind,
            Layer layer,
            String id,
            @Nullable ObjectNode document,
            Change change) {
        byte[] json = document == null ? null : Json.MAPPER.writeValueAsBytes(document);
        return new Operation(indices.writing(generation, kind, layer), id, json, change);
    }

    /**
     * @param json the document, or null to remove it
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Operation(String index, String id, byte @Nullable [] json, Change change) {
        int bytes() {
            return OVERHEAD + (json == null ? 0 : json.length);
        }

        BulkOperation bulk(long version) {
            byte[] document = json;
            if (document == null) {
                return BulkOperation.of(o ->
                        o.delete(d ->
                                d.index(index)
                                        .id(id)
                                        .version(version)
                                        .versionType(VersionType.ExternalGte)));
            }
            return BulkOperation.of(o ->
                    o.index(i ->
                            i.index(index)
                                    .id(id)
                                    .version(version)
                                    .versionType(VersionType.ExternalGte)
                                    .document(
                                            BinaryData.of(
                                                    document, ContentType.APPLICATION_JSON))));
        }
    }
}
