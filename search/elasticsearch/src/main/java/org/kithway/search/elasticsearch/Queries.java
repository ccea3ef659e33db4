package org.kithway.search.elasticsearch;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.SortOptions;
import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch._types.query_dsl.TextQueryType;
import co.elastic.clients.elasticsearch._types.query_dsl.ZeroTermsQuery;

import java.util.Collection;
import java.util.List;

/** The few queries from which all others are put together. */
final class Queries {
    static final Query EVERYTHING = Query.of(q -> q.matchAll(m -> m));
    static final Query NOTHING = Query.of(q -> q.matchNone(m -> m));

    /** How much a match in a second field adds to that in the best one. */
    private static final double TIE_BREAKER = 0.2;

    private Queries() {}

    static Query term(String field, String value) {
        return Query.of(q -> q.term(t -> t.field(field).value(value)));
    }

    static Query terms(String field, Collection<String> values) {
        List<FieldValue> any = values.stream().map(FieldValue::of).toList();
        return Query.of(q -> q.terms(t -> t.field(field).terms(f -> f.value(any))));
    }

    /** The terms that another document lists; none if there is no such document. */
    static Query listed(String field, String index, String id, String path) {
        return Query.of(q ->
                q.terms(t ->
                        t.field(field)
                                .terms(f -> f.lookup(l -> l.index(index).id(id).path(path)))));
    }

    /**
     * The words side by side in one of the fields; the best field counts. A single word may consist
     * of several terms, too, which then stand side by side.
     */
    static Query words(List<String> fields, String words) {
        return Query.of(q ->
                q.multiMatch(m ->
                        m.query(words)
                                .fields(fields)
                                .type(TextQueryType.Phrase)
                                .tieBreaker(TIE_BREAKER)
                                .zeroTermsQuery(ZeroTermsQuery.None)));
    }

    static Query years(String field, int from, int to) {
        return Query.of(q ->
                q.range(r -> r.number(n -> n.field(field).gte((double) from).lte((double) to))));
    }

    static Query any(List<Query> queries) {
        return Query.of(q -> q.bool(b -> b.should(queries).minimumShouldMatch("1")));
    }

    /** All of the filters, unscored. */
    static Query filter(List<Query> filters) {
        return Query.of(q -> q.bool(b -> b.filter(filters)));
    }

    static Query filterWithout(Query filter, Query excluded) {
        return Query.of(q -> q.bool(b -> b.filter(filter).mustNot(excluded)));
    }

    static Query filtered(Query query, Query filter) {
        return Query.of(q -> q.bool(b -> b.must(query).filter(filter)));
    }

    static SortOptions byScore() {
        return SortOptions.of(s -> s.score(o -> o.order(SortOrder.Desc)));
    }

    static SortOptions ascending(String field) {
        return SortOptions.of(s -> s.field(f -> f.field(field).order(SortOrder.Asc)));
    }

    /** Descending; documents without the field come last. */
    static SortOptions descending(String field) {
        return SortOptions.of(
                s -> s.field(f -> f.field(field).order(SortOrder.Desc).missing("_last")));
    }
}
