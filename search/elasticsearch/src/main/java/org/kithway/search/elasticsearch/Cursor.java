package org.kithway.search.elasticsearch;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.SortOptions;

import org.jspecify.annotations.Nullable;
import org.kithway.search.PeopleSearch.Sort;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * The order of people and a place in it: what the last person of a page sorts by. All orders end in
 * name and id, so that no two people share a place.
 */
final class Cursor {
    private Cursor() {}

    static List<SortOptions> order(Sort sort) {
        List<SortOptions> byName = List.of(Queries.ascending("order"), Queries.ascending("id"));
        return switch (sort) {
            case RELEVANCE -> with(Queries.byScore(), byName);
            case TIES -> with(Queries.descending("ties"), byName);
            case NAME -> byName;
        };
    }

    /** The place as text that means nothing to anybody else. */
    static String write(Sort sort, List<FieldValue> place) {
        ArrayNode values = Json.MAPPER.createArrayNode().add(sort.name());
        for (FieldValue value : place) {
            switch (value._kind()) {
                case Double -> values.add(value.doubleValue());
                case Long -> values.add(value.longValue());
                case String -> values.add(value.stringValue());
                case Boolean, Null, Any ->
                        throw new IllegalStateException("people are not sorted by such a value");
            }
        }
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(values.toString().getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws IllegalArgumentException if it did not, or for another order
     */
    static List<FieldValue> read(Sort sort, String cursor) {
        JsonNode values = parsed(cursor);
        List<FieldValue> place = new ArrayList<>();
        int expected = order(sort).size() + 1;
        if (values == null
                || !values.isArray()
                || values.size() != expected
                || !sort.name().equals(values.get(0).asString(""))) {
            throw illegal();
        }
        for (int i = 1; i < expected; i++) {
            JsonNode value = values.get(i);
            boolean text = i >= expected - 2;
            if (text ? !value.isString() : !Double.isFinite(value.asDouble(Double.NaN))) {
                throw illegal();
            }
            if (text) {
                place.add(FieldValue.of(value.stringValue()));
            } else if (sort == Sort.TIES) {
                place.add(FieldValue.of(value.asLong(0)));
            } else {
                place.add(FieldValue.of(value.asDouble(0)));
            }
        }
        return place;
    }

    private static @Nullable JsonNode parsed(String cursor) {
        try {
            return Json.MAPPER.readTree(Base64.getUrlDecoder().decode(cursor));
        } catch (IllegalArgumentException | JacksonException e) {
            return null;
        }
    }

    private static IllegalArgumentException illegal() {
        return new IllegalArgumentException(
                "The cursor is not one that a page of this order gave: begin without a cursor");
    }

    private static List<SortOptions> with(SortOptions first, List<SortOptions> others) {
        List<SortOptions> all = new ArrayList<>();
        all.add(first);
        all.addAll(others);
        return all;
    }
}
