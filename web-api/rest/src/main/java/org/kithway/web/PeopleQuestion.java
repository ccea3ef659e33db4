package org.kithway.web;

import org.jspecify.annotations.Nullable;
import org.kithway.search.Field;
import org.kithway.search.PeopleSearch;
import org.kithway.search.Query;
import org.kithway.search.QueryParser;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A question for people.
 *
 * @param q in the query grammar; everybody if null or blank
 * @param filters field to values, any of which must match
 * @param facets fields whose values are counted
 * @param histogram whether people are counted by the years in which they were connected
 * @param sort relevance, name or ties
 * @param cursor the {@code next} of the page before
 * @param size 0 to 200; 20 if null
 */
record PeopleQuestion(
        @Nullable String q,
        @Nullable Map<String, List<String>> filters,
        @Nullable List<String> facets,
        @Nullable Boolean histogram,
        @Nullable String sort,
        @Nullable String cursor,
        @Nullable Integer size) {
    private static final int PAGE = 20;
    private static final int LARGEST_PAGE = 200;
    private static final int VALUES = 100;

    /**
     * What is asked of the store.
     *
     * @throws ProblemException if the question makes no sense
     * @throws org.kithway.search.QueryException if the query cannot be read
     */
    PeopleSearch.Request request() {
        return new PeopleSearch.Request(
                query(q),
                filtered(),
                counted(),
                Boolean.TRUE.equals(histogram),
                sorted(),
                cursor,
                Limits.within("size", size, PAGE, 0, LARGEST_PAGE));
    }

    static Query query(@Nullable String q) {
        return q == null || q.isBlank() ? new Query.All() : QueryParser.parse(q);
    }

    private Map<Field, List<String>> filtered() {
        Map<Field, List<String>> filtered = new EnumMap<>(Field.class);
        if (filters != null) {
            filters.forEach((name, values) -> {
                if (values == null
                        || values.size() > VALUES
                        || values.stream().anyMatch(value -> value == null)) {
                    throw ProblemException.invalid(
                            "A filter is a list of at most " + VALUES + " values.");
                }
                if (!values.isEmpty()) {
                    filtered.put(field(name), List.copyOf(values));
                }
            });
        }
        return filtered;
    }

    private Set<Field> counted() {
        Set<Field> counted = EnumSet.noneOf(Field.class);
        for (String name : facets == null ? List.<String>of() : facets) {
            Field field = field(name);
            if (!field.isFacet()) {
                throw ProblemException.invalid(
                        "The values of " + field.label() + " cannot be counted.");
            }
            counted.add(field);
        }
        return counted;
    }

    private PeopleSearch.Sort sorted() {
        if (sort == null) {
            return PeopleSearch.Sort.RELEVANCE;
        }
        for (PeopleSearch.Sort order : PeopleSearch.Sort.values()) {
            if (order.name().toLowerCase(Locale.ROOT).equals(sort)) {
                return order;
            }
        }
        throw ProblemException.invalid("sort is none of relevance, name, ties.");
    }

    private static Field field(@Nullable String name) {
        return Field.named(name == null ? "" : name)
                .orElseThrow(() ->
                        ProblemException.invalid(
                                "There is no such field; there are "
                                        + EnumSet.allOf(Field.class).stream()
                                                .map(Field::label)
                                                .collect(Collectors.joining(", "))
                                        + "."));
    }
}
