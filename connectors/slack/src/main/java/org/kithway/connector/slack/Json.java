package org.kithway.connector.slack;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;

/** One record as a small tree. */
sealed interface Json {
    Json NOTHING = new Fields(Map.of());

    /** Numbers and truth values too: exports of different years quote different ones. */
    record Text(String value) implements Json {}

    record Many(List<Json> items) implements Json {}

    record Fields(Map<String, Json> fields) implements Json {}

    /** The field, or {@link #NOTHING}. */
    default Json get(String field) {
        return this instanceof Fields(Map<String, Json> fields)
                ? fields.getOrDefault(field, NOTHING)
                : NOTHING;
    }

    /** The field's text without surrounding blanks, or null if it has none. */
    default @Nullable String text(String field) {
        return get(field).text();
    }

    /** The text without surrounding blanks, or null if this is none or a blank one. */
    default @Nullable String text() {
        return this instanceof Text(String value) && !value.isBlank() ? value.strip() : null;
    }

    default boolean isTrue(String field) {
        return "true".equals(text(field));
    }

    /** The field's values; none if it is no list. */
    default List<Json> list(String field) {
        return get(field) instanceof Many(List<Json> items) ? items : List.of();
    }

    /** The texts among the field's values. */
    default List<String> texts(String field) {
        return list(field).stream()
                .filter(Text.class::isInstance)
                .map(item -> ((Text) item).value())
                .toList();
    }
}
