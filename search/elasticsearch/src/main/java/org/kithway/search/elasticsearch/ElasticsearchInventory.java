package org.kithway.search.elasticsearch;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.search.Hit;

import org.kithway.model.Layer;
import org.kithway.search.EvidenceDocument;
import org.kithway.search.Generation;
import org.kithway.search.Inventory;
import org.kithway.search.PersonDocument;

import tools.jackson.databind.node.ObjectNode;

import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/** Reads through all that Elasticsearch holds of a generation, a page at a time. */
public final class ElasticsearchInventory implements Inventory {
    static final int PAGE = 1_000;

    private final ElasticsearchClient client;
    private final Names names;

    public ElasticsearchInventory(ElasticsearchClient client, StoreSettings settings) {
        this.client = client;
        this.names = new Names(settings.prefix());
    }

    @Override
    public void people(Generation generation, Consumer<PersonDocument> action) {
        each(generation, Names.Kind.PEOPLE, json -> action.accept(PersonJson.read(json)));
    }

    @Override
    public void evidence(Generation generation, Consumer<EvidenceDocument> action) {
        each(generation, Names.Kind.EVIDENCE, json -> action.accept(EvidenceJson.read(json)));
    }

    // A document's id is unique within its layer, so both together order all layers' documents.
    private void each(Generation generation, Names.Kind kind, Consumer<ObjectNode> action) {
        String shared = names.index(generation, kind, Layer.ORGANIZATION);
        List<FieldValue> after = List.of();
        List<Hit<ObjectNode>> page;
        do {
            SearchRequest.Builder search =
                    new SearchRequest.Builder()
                            .index(shared, shared + ".mem_*")
                            .query(q -> q.matchAll(m -> m))
                            .allowPartialSearchResults(false)
                            .sort(Queries.ascending("layer"), Queries.ascending("id"))
                            .trackTotalHits(t -> t.enabled(false))
                            .size(PAGE);
            if (!after.isEmpty()) {
                search.searchAfter(after);
            }
            page = Answers.to(client, search.build()).hits().hits();
            page.forEach(hit -> action.accept(Objects.requireNonNull(hit.source())));
            after = page.isEmpty() ? after : page.getLast().sort();
        } while (page.size() == PAGE);
    }
}
