package org.kithway.search.elasticsearch;

import co.elastic.clients.elasticsearch._types.SortOptions;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregate;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregation;
import co.elastic.clients.elasticsearch._types.aggregations.StringTermsAggregate;
import co.elastic.clients.elasticsearch._types.aggregations.StringTermsBucket;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;

import jakarta.json.JsonString;
import jakarta.json.JsonValue;

import org.jspecify.annotations.Nullable;
import org.kithway.search.Field;
import org.kithway.search.PeopleSearch.Count;
import org.kithway.search.PeopleSearch.Request;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * The counts beside a page. Each field is counted under the filters of all fields but its own.
 *
 * <p>Values are counted by {@link Spelling#key} and shown as one of the people who have them spells
 * them. Where a count from several shards is an estimate, the values found are counted once more,
 * each on all shards.
 */
final class Facets {
    private static final String YEARS = "years";
    private static final String VALUES = "values";
    private static final String SPELLED = "spelled";

    /** More than the years that anybody can have connected in. */
    private static final int MOST_YEARS = 1_000;

    private final Request request;
    private final int most;
    private final Map<Field, List<Count>> counts = new EnumMap<>(Field.class);
    private final Map<Field, List<String>> keys = new EnumMap<>(Field.class);
    private final Map<Integer, Long> years = new TreeMap<>();
    private boolean estimate;

    Facets(Request request, int most) {
        this.request = request;
        this.most = most;
        for (Field field : request.facets()) {
            if (!field.isFacet()) {
                throw new IllegalArgumentException(
                        "The values of " + field.label() + " cannot be counted");
            }
        }
    }

    /** All filters of the request. */
    Query filters() {
        return filtersBut(null);
    }

    Map<String, Aggregation> aggregations() {
        Map<String, Aggregation> aggregations = new HashMap<>();
        for (Field field : request.facets()) {
            aggregations.put(field.label(), values(field, null));
        }
        if (request.histogram()) {
            aggregations.put(
                    YEARS,
                    filtered(
                            Field.SINCE,
                            Aggregation.of(a ->
                                    a.terms(t -> t.field("connectedYears").size(MOST_YEARS)))));
        }
        return aggregations;
    }

    /** The aggregations that count the values found once more. */
    Map<String, Aggregation> aggregationsOfValuesFound() {
        Map<String, Aggregation> aggregations = new HashMap<>();
        keys.forEach((field, found) -> {
            if (!found.isEmpty()) {
                aggregations.put(field.label(), values(field, found));
            }
        });
        return aggregations;
    }

    /** Takes the answer's counts in place of those that were read before. */
    void read(Map<String, Aggregate> aggregates) {
        estimate = false;
        for (Field field : request.facets()) {
            Aggregate aggregate = aggregates.get(field.label());
            if (aggregate != null) {
                read(field, inner(aggregate.filter().aggregations(), VALUES).sterms());
            }
        }
        Aggregate ofYears = aggregates.get(YEARS);
        if (ofYears != null) {
            inner(ofYears.filter().aggregations(), VALUES)
                    .lterms()
                    .buckets()
                    .array()
                    .forEach(bucket -> years.put((int) bucket.key(), bucket.docCount()));
        }
    }

    /** Whether some count may be too low. */
    boolean isEstimate() {
        return estimate;
    }

    Map<Field, List<Count>> counts() {
        return counts;
    }

    Map<Integer, Long> years() {
        return years;
    }

    private void read(Field field, StringTermsAggregate values) {
        Long error = values.docCountErrorUpperBound();
        estimate |= error != null && error > 0;
        List<Count> read = new ArrayList<>();
        List<String> found = new ArrayList<>();
        for (StringTermsBucket bucket : values.buckets().array()) {
            String key = bucket.key().stringValue();
            found.add(key);
            read.add(new Count(spelled(field, key, bucket), bucket.docCount()));
        }
        counts.put(field, List.copyOf(read));
        keys.put(field, found);
    }

    private static String spelled(Field field, String key, StringTermsBucket bucket) {
        return inner(bucket.aggregations(), SPELLED).topHits().hits().hits().stream()
                .map(hit -> hit.fields().get(PeopleQuery.label(field)))
                .filter(Objects::nonNull)
                .flatMap(labels -> labels.toJson().asJsonArray().stream())
                .map(Facets::text)
                .filter(label -> Spelling.key(label).equals(key))
                .findFirst()
                .orElse(key);
    }

    private static Aggregate inner(Map<String, Aggregate> aggregates, String name) {
        Aggregate inner = aggregates.get(name);
        if (inner == null) {
            throw new IllegalStateException("Elasticsearch did not count " + name);
        }
        return inner;
    }

    private static String text(JsonValue value) {
        return ((JsonString) value).getString();
    }

    private Aggregation values(Field field, @Nullable List<String> only) {
        SortOptions byId = Queries.ascending("id");
        Aggregation spelled =
                Aggregation.of(a ->
                        a.topHits(t ->
                                t.size(1)
                                        .sort(byId)
                                        .source(s -> s.fetch(false))
                                        .docvalueFields(f -> f.field(PeopleQuery.label(field)))));
        return filtered(
                field,
                Aggregation.of(a ->
                        a.terms(
                                        t -> {
                                            t.field(PeopleQuery.key(field)).size(most);
                                            if (only != null) {
                                                t.include(i -> i.terms(only));
                                            }
                                            return t;
                                        })
                                .aggregations(SPELLED, spelled)));
    }

    private Aggregation filtered(Field own, Aggregation values) {
        return Aggregation.of(a -> a.filter(filtersBut(own)).aggregations(VALUES, values));
    }

    private Query filtersBut(@Nullable Field own) {
        List<Query> filters = new ArrayList<>();
        request.filters()
                .forEach((field, values) -> {
                    if (field != own && !values.isEmpty()) {
                        filters.add(PeopleQuery.withAny(field, values));
                    }
                });
        return filters.isEmpty() ? Queries.EVERYTHING : Queries.filter(filters);
    }
}
