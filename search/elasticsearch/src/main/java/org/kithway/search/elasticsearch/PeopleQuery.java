package org.kithway.search.elasticsearch;

import co.elastic.clients.elasticsearch._types.query_dsl.BoolQuery;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;

import org.kithway.search.Field;
import org.kithway.search.Query.All;
import org.kithway.search.Query.And;
import org.kithway.search.Query.In;
import org.kithway.search.Query.Not;
import org.kithway.search.Query.Or;
import org.kithway.search.Query.Phrase;
import org.kithway.search.Query.Word;
import org.kithway.search.Years;

import java.util.ArrayList;
import java.util.List;

/** The query grammar as Elasticsearch's queries over people. */
final class PeopleQuery {
    private static final String NAME = "names^3";
    private static final String NAME_PREFIX = "names.prefix";
    private static final List<String> TEXTS =
            List.of(
                    "headline",
                    "organizations",
                    "titles",
                    "skills",
                    "places",
                    "industries",
                    "schools",
                    "languages",
                    "interests");

    private PeopleQuery() {}

    /** The people who match the query, scored where words match. */
    static Query of(org.kithway.search.Query query) {
        return switch (query) {
            case All all -> Queries.EVERYTHING;
            case Word(String text) -> anywhere(text, true);
            case Phrase(String text) -> anywhere(text, false);
            case In(Field field, String text, boolean phrase) -> in(field, text, !phrase);
            case And(List<org.kithway.search.Query> parts) -> all(parts);
            case Or(List<org.kithway.search.Query> parts) ->
                    Queries.any(parts.stream().map(PeopleQuery::of).toList());
            case Not not -> all(List.of(not));
        };
    }

    /** Those whose field has one of the values, as facets count them. */
    static Query withAny(Field field, List<String> values) {
        return switch (field) {
            case NAME, HEADLINE, SINCE ->
                    Queries.any(values.stream().map(value -> in(field, value, false)).toList());
            case COMPANY,
                    TITLE,
                    SKILL,
                    PLACE,
                    INDUSTRY,
                    SCHOOL,
                    LANGUAGE,
                    INTEREST,
                    SITE,
                    KNOWNBY ->
                    Queries.terms(key(field), values.stream().map(Spelling::key).toList());
        };
    }

    static String key(Field field) {
        return "key." + field.label();
    }

    static String label(Field field) {
        return "label." + field.label();
    }

    private static Query all(List<org.kithway.search.Query> parts) {
        BoolQuery.Builder all = new BoolQuery.Builder();
        for (org.kithway.search.Query part : parts) {
            if (part instanceof Not(org.kithway.search.Query excluded)) {
                all.mustNot(of(excluded));
            } else {
                all.must(of(part));
            }
        }
        return all.build()._toQuery();
    }

    private static Query anywhere(String text, boolean prefix) {
        boolean symbolic = Spelling.isSymbolic(text);
        List<String> fields = new ArrayList<>();
        fields.add(NAME);
        if (prefix) {
            fields.add(NAME_PREFIX);
        }
        for (String field : TEXTS) {
            String searched = symbolic ? field + ".exact" : field;
            fields.add(field.equals("headline") ? searched + "^2" : searched);
        }
        return Queries.words(fields, text);
    }

    private static Query in(Field field, String text, boolean prefix) {
        return switch (field) {
            case NAME -> Queries.words(prefix ? List.of(NAME, NAME_PREFIX) : List.of(NAME), text);
            case HEADLINE -> words("headline", text);
            case COMPANY -> words("organizations", text);
            case TITLE -> words("titles", text);
            case SKILL -> words("skills", text);
            case PLACE -> words("places", text);
            case INDUSTRY -> words("industries", text);
            case SCHOOL -> words("schools", text);
            case LANGUAGE -> words("languages", text);
            case INTEREST -> words("interests", text);
            case SITE, KNOWNBY -> Queries.term(key(field), Spelling.key(text));
            case SINCE -> {
                Years years = Years.parse(text);
                yield Queries.years("connectedYears", years.from(), years.to());
            }
        };
    }

    private static Query words(String field, String text) {
        return Queries.words(List.of(Spelling.isSymbolic(text) ? field + ".exact" : field), text);
    }
}
