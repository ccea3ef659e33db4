package org.kithway.connector.instagram;

import org.jspecify.annotations.Nullable;
import org.kithway.connector.Reading;
import org.kithway.model.Fact;
import org.kithway.model.PartialDate;
import org.kithway.model.Place;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One record, or an object within one. A field that is missing, blank or of another type is null:
 * archives differ in what they hold, and each reader says what it cannot do without.
 *
 * @param values texts, whole numbers, truth values, lists and maps
 */
record Item(Place place, Map<String, Object> values) {
    /** Times above this, about the year 5138 in seconds, are in milliseconds. */
    private static final long MOST_SECONDS = 100_000_000_000L;

    boolean has(String field) {
        return values.containsKey(field);
    }

    boolean isTrue(String field) {
        return Boolean.TRUE.equals(values.get(field));
    }

    @Nullable String text(String field) {
        return values.get(field) instanceof String text && !text.isBlank() ? text.strip() : null;
    }

    /** The object, or the first of a list of objects; an empty one if there is none. */
    Item object(String field) {
        List<Item> objects = objects(field);
        return objects.isEmpty() ? new Item(place, Map.of()) : objects.getFirst();
    }

    /** All objects of a list; exports write a list of one without its brackets. */
    List<Item> objects(String field) {
        List<Item> objects = new ArrayList<>();
        for (Object element : list(field)) {
            if (element instanceof Map<?, ?> map) {
                objects.add(new Item(place, named(map)));
            }
        }
        return objects;
    }

    /** A time in seconds or milliseconds since 1970; null if it is missing, zero or none. */
    @Nullable Instant time(String field) {
        if (!(values.get(field) instanceof Long number) || number == 0) {
            return null;
        }
        Instant time =
                Math.abs(number) > MOST_SECONDS
                        ? Instant.ofEpochMilli(number)
                        : Instant.ofEpochSecond(number);
        long seconds = time.getEpochSecond();
        return seconds < Fact.FIRST_SECOND || seconds > Fact.LAST_SECOND ? null : time;
    }

    /** The day of a time, at Greenwich. */
    @Nullable PartialDate day(String field) {
        Instant time = time(field);
        return time == null ? null : PartialDate.of(time.atOffset(ZoneOffset.UTC).toLocalDate());
    }

    Reading keep(List<Fact> facts) {
        return new Reading.Statement(place, facts);
    }

    Reading withhold(String rule) {
        return new Reading.Withheld(place, rule);
    }

    private List<?> list(String field) {
        Object value = values.get(field);
        return value == null ? List.of() : value instanceof List<?> list ? list : List.of(value);
    }

    private static Map<String, Object> named(Map<?, ?> map) {
        Map<String, Object> named = new LinkedHashMap<>();
        map.forEach((name, value) -> named.put(String.valueOf(name), value));
        return named;
    }
}
