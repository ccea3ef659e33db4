package org.kithway.search.elasticsearch;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.search.Hit;

import org.jspecify.annotations.Nullable;
import org.kithway.model.AccountId;
import org.kithway.model.ImportId;
import org.kithway.model.Layer;
import org.kithway.search.Generation;
import org.kithway.search.StatementDocument;
import org.kithway.search.Statements;
import org.kithway.search.Viewer;

import tools.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;

/** Reads statements from Elasticsearch. */
public final class ElasticsearchStatements implements Statements {
    private static final int PAGE = ElasticsearchPeople.WINDOW;

    private final ElasticsearchClient client;
    private final Names names;
    private final Sight sight;

    public ElasticsearchStatements(ElasticsearchClient client, StoreSettings settings) {
        this.client = client;
        this.names = new Names(settings.prefix());
        this.sight = new Sight(settings);
    }

    @Override
    public List<StatementDocument> about(
            Viewer viewer,
            Set<AccountId> accounts,
            @Nullable Map<ImportId, Set<String>> active,
            int limit) {
        if (limit < 1) {
            return List.of();
        }
        List<Query> filters = new ArrayList<>();
        filters.add(Queries.terms("accounts", accounts.stream().map(AccountId::toString).toList()));
        if (active != null) {
            filters.add(Queries.any(ofParts(active)));
        }
        SearchRequest search =
                sight.statements(viewer, Queries.filter(filters))
                        .sort(Queries.ascending("id"))
                        .trackTotalHits(t -> t.enabled(false))
                        .size(Math.min(limit, PAGE))
                        .build();
        return Answers.to(client, search).hits().hits().stream()
                .map(hit -> StatementJson.read(Objects.requireNonNull(hit.source())))
                .toList();
    }

    /**
     * Imports of which the same kinds of file count are asked for together: there are few kinds.
     */
    private static List<Query> ofParts(Map<ImportId, Set<String>> active) {
        Map<Set<String>, List<String>> imports = new HashMap<>();
        active.forEach((imported, parts) ->
                imports.computeIfAbsent(parts, key -> new ArrayList<>()).add(imported.value()));
        List<Query> queries = new ArrayList<>();
        imports.forEach((parts, ids) ->
                queries.add(
                        Queries.filter(
                                List.of(
                                        Queries.terms("imported", ids),
                                        Queries.terms("part", parts)))));
        return queries.isEmpty() ? List.of(Queries.NOTHING) : queries;
    }

    @Override
    public void keys(Generation generation, ImportId imported, Consumer<String> keys) {
        String index = names.index(generation, Names.Kind.STATEMENTS, Layer.ORGANIZATION);
        Query ofImport = Queries.filter(List.of(Queries.term("imported", imported.value())));
        List<FieldValue> after = List.of();
        List<Hit<ObjectNode>> page;
        do {
            SearchRequest.Builder search =
                    new SearchRequest.Builder()
                            .index(index)
                            .query(ofImport)
                            .allowPartialSearchResults(false)
                            .sort(Queries.ascending("id"))
                            .source(s -> s.fetch(false))
                            .trackTotalHits(t -> t.enabled(false))
                            .size(PAGE);
            if (!after.isEmpty()) {
                search.searchAfter(after);
            }
            page = Answers.to(client, search.build()).hits().hits();
            page.forEach(hit -> keys.accept(hit.sort().getFirst().stringValue()));
            after = page.isEmpty() ? after : page.getLast().sort();
        } while (page.size() == PAGE);
    }
}
