package org.kithway.connector;

import org.jspecify.annotations.Nullable;
import org.kithway.model.Fact;
import org.kithway.model.PartialDate;
import org.kithway.model.Place;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A record, or an object within one, as a small tree. A field that is missing, blank or of another
 * type is null or empty: archives differ in what they hold, and each reader says what it cannot do
 * without.
 *
 * @param values by field: texts (numbers and truth values as they are written, for exports differ
 *     in which of them they quote), lists of values, and maps of that kind; not to be changed
 */
public record JsonRecord(Place place, Map<String, Object> values) {
    /** The field of a record that is no object but a text. */
    public static final String ITEM = "";

    /** Times above this, about the year 5138 in seconds, are in milliseconds. */
    private static final long MOST_SECONDS = 100_000_000_000L;

    private static final int MOST_DIGITS = 18;

    /** A record without fields. */
    public static JsonRecord empty(Place place) {
        return new JsonRecord(place, Map.of());
    }

    public boolean isEmpty() {
        return values.isEmpty();
    }

    /** Whether there is such a field, blank or not. */
    public boolean has(String field) {
        return values.containsKey(field);
    }

    public boolean isTrue(String field) {
        return values.get(field) instanceof String text && text.equalsIgnoreCase("true");
    }

    /** The first of these fields that holds a text, without surrounding blanks; null if none. */
    public @Nullable String text(String... fields) {
        for (String field : fields) {
            if (values.get(field) instanceof String text && !text.isBlank()) {
                return text.strip();
            }
        }
        return null;
    }

    /**
     * The text of a field that the record cannot do without.
     *
     * @throws UnreadableRecord if there is none
     */
    public String need(String field) throws UnreadableRecord {
        String text = text(field);
        if (text == null) {
            throw new UnreadableRecord("field '" + field + "' is missing or blank");
        }
        return text;
    }

    /** All texts of a list that are not blank; a text alone is a list of one. */
    public List<String> texts(String field) {
        List<String> texts = new ArrayList<>();
        for (Object element : list(field)) {
            if (element instanceof String text && !text.isBlank()) {
                texts.add(text.strip());
            }
        }
        return texts;
    }

    /** The object, or the first of a list of objects; an empty one if there is none. */
    public JsonRecord object(String field) {
        for (Object element : list(field)) {
            if (element instanceof Map<?, ?> map) {
                return object(map);
            }
        }
        return empty(place);
    }

    /** All objects of a list; an object alone is a list of one. */
    public List<JsonRecord> objects(String field) {
        List<JsonRecord> objects = new ArrayList<>();
        for (Object element : list(field)) {
            if (element instanceof Map<?, ?> map) {
                objects.add(object(map));
            }
        }
        return objects;
    }

    /** A time in seconds or milliseconds since 1970; null if it is missing, zero or none. */
    public @Nullable Instant time(String field) {
        long number = values.get(field) instanceof String text ? whole(text) : 0;
        if (number == 0) {
            return null;
        }
        Instant time =
                Math.abs(number) > MOST_SECONDS
                        ? Instant.ofEpochMilli(number)
                        : Instant.ofEpochSecond(number);
        long seconds = time.getEpochSecond();
        return seconds < Fact.FIRST_SECOND || seconds > Fact.LAST_SECOND ? null : time;
    }

    /** The whole number; 0 if the text is none. */
    private static long whole(String text) {
        int from = text.startsWith("-") ? 1 : 0;
        if (text.length() == from || text.length() > from + MOST_DIGITS) {
            return 0;
        }
        for (int i = from; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return 0;
            }
        }
        return Long.parseLong(text);
    }

    /** The day of such a time, at Greenwich. */
    public @Nullable PartialDate day(String field) {
        Instant time = time(field);
        return time == null ? null : PartialDate.of(time.atOffset(ZoneOffset.UTC).toLocalDate());
    }

    /** What the record says, at its place. */
    public Reading keep(List<Fact> facts) {
        return new Reading.Statement(place, facts);
    }

    /** That the record is passed over, at its place. */
    public Reading withhold(String rule) {
        return new Reading.Withheld(place, rule);
    }

    private List<?> list(String field) {
        Object value = values.get(field);
        return value == null ? List.of() : value instanceof List<?> list ? list : List.of(value);
    }

    /** Trees are made of maps by text alone. */
    @SuppressWarnings("unchecked")
    private JsonRecord object(Map<?, ?> map) {
        return new JsonRecord(place, (Map<String, Object>) map);
    }
}
