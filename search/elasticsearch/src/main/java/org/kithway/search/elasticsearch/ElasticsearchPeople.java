package org.kithway.search.elasticsearch;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import co.elastic.clients.elasticsearch.core.search.Hit;

import org.jspecify.annotations.Nullable;
import org.kithway.model.AccountId;
import org.kithway.model.PersonId;
import org.kithway.search.PeopleSearch;
import org.kithway.search.PersonDocument;
import org.kithway.search.Query;
import org.kithway.search.Viewer;

import tools.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;

/** Searches people on Elasticsearch. */
public final class ElasticsearchPeople implements PeopleSearch {
    /** Most documents that one answer may hold; Elasticsearch's own limit. */
    static final int WINDOW = 10_000;

    private final ElasticsearchClient client;
    private final Sight sight;
    private final StoreSettings settings;

    public ElasticsearchPeople(ElasticsearchClient client, StoreSettings settings) {
        this.client = client;
        this.sight = new Sight(settings);
        this.settings = settings;
    }

    @Override
    public Page search(Viewer viewer, Request request) {
        Facets facets = new Facets(request, settings.facetValues());
        SearchRequest.Builder search =
                sight.people(viewer, PeopleQuery.of(request.query()))
                        .postFilter(facets.filters())
                        .aggregations(facets.aggregations())
                        .sort(Cursor.order(request.sort()))
                        .trackTotalHits(t -> t.enabled(true))
                        // One more than asked for shows whether there is a next page.
                        .size(request.size() == 0 ? 0 : request.size() + 1);
        if (request.cursor() != null) {
            search.searchAfter(Cursor.read(request.sort(), request.cursor()));
        }
        SearchResponse<ObjectNode> answer = Answers.to(client, search.build());
        facets.read(answer.aggregations());
        if (facets.isEstimate()) {
            facets.read(counted(viewer, request, facets).aggregations());
        }
        List<Hit<ObjectNode>> hits = answer.hits().hits();
        List<Hit<ObjectNode>> page = hits.subList(0, Math.min(request.size(), hits.size()));
        return new Page(
                Objects.requireNonNull(answer.hits().total()).value(),
                page.stream().map(ElasticsearchPeople::person).toList(),
                facets.counts(),
                facets.years(),
                hits.size() > page.size()
                        ? Cursor.write(request.sort(), page.getLast().sort())
                        : null);
    }

    @Override
    public Map<PersonId, PersonDocument> people(Viewer viewer, Set<PersonId> ids) {
        Map<PersonId, PersonDocument> people = new HashMap<>();
        eachWith(viewer, "id", ids, person -> people.put(person.id(), person));
        Set<PersonId> former = new HashSet<>(ids);
        former.removeAll(people.keySet());
        eachWith(
                viewer,
                "aliases",
                former,
                person ->
                        person.aliases().stream()
                                .filter(former::contains)
                                .forEach(alias -> people.put(alias, person)));
        return people;
    }

    @Override
    public Map<AccountId, PersonDocument> holders(Viewer viewer, Set<AccountId> accounts) {
        Map<AccountId, PersonDocument> holders = new HashMap<>();
        eachWith(
                viewer,
                "accounts",
                accounts,
                person ->
                        person.accounts().stream()
                                .filter(accounts::contains)
                                .forEach(account -> holders.put(account, person)));
        return holders;
    }

    /** Each person who has any of the values; no value is had by two whom one viewer sees. */
    private void eachWith(
            Viewer viewer, String field, Set<?> values, Consumer<PersonDocument> action) {
        List<String> all = values.stream().map(Object::toString).sorted().toList();
        for (int from = 0; from < all.size(); from += WINDOW) {
            List<String> some = all.subList(from, Math.min(all.size(), from + WINDOW));
            SearchRequest search =
                    sight.people(viewer, Queries.filter(List.of(Queries.terms(field, some))))
                            .trackTotalHits(t -> t.enabled(false))
                            .size(some.size())
                            .build();
            for (Hit<ObjectNode> hit : Answers.to(client, search).hits().hits()) {
                action.accept(person(hit));
            }
        }
    }

    @Override
    public List<PersonId> ids(Viewer viewer, Query query, int limit) {
        List<PersonId> ids = new ArrayList<>();
        List<FieldValue> after = null;
        while (ids.size() < limit) {
            int size = Math.min(WINDOW, limit - ids.size());
            List<Hit<ObjectNode>> hits = ids(viewer, query, size, after);
            for (Hit<ObjectNode> hit : hits) {
                ids.add(new PersonId(hit.sort().getLast().stringValue()));
            }
            if (hits.size() < size) {
                break;
            }
            after = hits.getLast().sort();
        }
        return ids;
    }

    private List<Hit<ObjectNode>> ids(
            Viewer viewer, Query query, int size, @Nullable List<FieldValue> after) {
        SearchRequest.Builder search =
                sight.people(viewer, PeopleQuery.of(query))
                        .sort(Cursor.order(Sort.RELEVANCE))
                        .trackTotalHits(t -> t.enabled(false))
                        .source(s -> s.fetch(false))
                        .size(size);
        if (after != null) {
            search.searchAfter(after);
        }
        return Answers.to(client, search.build()).hits().hits();
    }

    private SearchResponse<ObjectNode> counted(Viewer viewer, Request request, Facets facets) {
        return Answers.to(
                client,
                sight.people(viewer, PeopleQuery.of(request.query()))
                        .aggregations(facets.aggregationsOfValuesFound())
                        .trackTotalHits(t -> t.enabled(false))
                        .size(0)
                        .build());
    }

    private static PersonDocument person(Hit<ObjectNode> hit) {
        return PersonJson.read(Objects.requireNonNull(hit.source()));
    }
}
