package org.kithway.search.elasticsearch;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ErrorCause;

import org.jspecify.annotations.Nullable;
import org.kithway.model.Layer;
import org.kithway.search.Change;
import org.kithway.search.DocumentWriter;
import org.kithway.search.EvidenceDocument;
import org.kithway.search.Generation;
import org.kithway.search.PersonDocument;
import org.kithway.search.StoreBusyException;
import org.kithway.search.elasticsearch.Names.Kind;

import tools.jackson.core.JacksonException;

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
        List<Change> slice = new ArrayList<>();
        Bulk bulk = new Bulk(version);
        for (Change change : changes) {
            Operation operation = operation(generation, change);
            int idBytes = operation.id().getBytes(StandardCharsets.UTF_8).length;
            if (idBytes == 0 || idBytes > LONGEST_ID) {
                refusals.add(new Refusal(change, "its id is not 1 to " + LONGEST_ID + " bytes"));
                continue;
            }
            byte[] lines;
            try {
                lines = bulk.lines(operation.index(), operation.id(), operation.document());
            } catch (JacksonException e) {
                refusals.add(new Refusal(change, "a text in it is not well-formed"));
                continue;
            }
            if (!slice.isEmpty()
                    && (slice.size() >= settings.bulkItems()
                            || bulk.bytes() + lines.length > settings.bulkBytes())) {
                send(bulk, slice, refusals);
                slice.clear();
                bulk = new Bulk(version);
            }
            slice.add(change);
            bulk.add(lines);
        }
        if (!slice.isEmpty()) {
            send(bulk, slice, refusals);
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

    private void send(Bulk bulk, List<Change> slice, List<Refusal> refusals) {
        List<Bulk.Result> results = Answers.to(() -> bulk.send(client._transport()));
        if (results.size() != slice.size()) {
            throw new StoreBusyException("Elasticsearch answered for some of the documents only");
        }
        for (int i = 0; i < slice.size(); i++) {
            String reason = refused(results.get(i));
            if (reason != null) {
                refusals.add(new Refusal(slice.get(i), reason));
            }
        }
    }

    /** Why the item was refused for good, or null if what is stored is as new or newer. */
    private static @Nullable String refused(Bulk.Result result) {
        ErrorCause error = result.error();
        if (error == null || result.status() == 409) {
            return null;
        }
        if (Answers.isBusy(result.status(), error)) {
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
            case Change.PutPerson put -> {
                PersonDocument person = put.person();
                yield operation(
                        generation,
                        Kind.PEOPLE,
                        person.layer(),
                        person.id().value(),
                        out -> PersonJson.write(out, person));
            }
            case Change.RemovePerson remove ->
                    operation(
                            generation, Kind.PEOPLE, remove.layer(), remove.person().value(), null);
            case Change.PutEvidence put -> {
                EvidenceDocument evidence = put.evidence();
                yield operation(
                        generation,
                        Kind.EVIDENCE,
                        evidence.layer(),
                        evidence.id(),
                        out -> EvidenceJson.write(out, evidence));
            }
            case Change.RemoveEvidence remove ->
                    operation(generation, Kind.EVIDENCE, remove.layer(), remove.id(), null);
            case Change.PutStatement put ->
                    operation(
                            generation,
                            Kind.STATEMENTS,
                            Layer.ORGANIZATION,
                            put.statement().id(),
                            out -> StatementJson.write(out, put.statement()));
            case Change.RemoveStatement remove ->
                    operation(generation, Kind.STATEMENTS, Layer.ORGANIZATION, remove.id(), null);
            case Change.Override override ->
                    operation(
                            generation,
                            Kind.LAYERS,
                            Layer.ORGANIZATION,
                            override.member().value(),
                            out -> Json.override(out, override.member(), override.people()));
        };
    }

    private Operation operation(
            Generation generation,
            Kind kind,
            Layer layer,
            String id,
            Bulk.@Nullable Document document) {
        return new Operation(indices.writing(generation, kind, layer), id, document);
    }

    /**
     * @param document null to remove it
     */
    private record Operation(String index, String id, Bulk.@Nullable Document document) {}
}
