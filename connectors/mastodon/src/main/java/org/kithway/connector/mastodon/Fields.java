package org.kithway.connector.mastodon;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;

/**
 * A record's fields, as far as they are read.
 *
 * @param values a text, {@code Fields} or a list of both for each name
 */
record Fields(Map<String, Object> values) {
    static final Fields NONE = new Fields(Map.of());

    boolean isEmpty() {
        return values.isEmpty();
    }

    /** The first of these fields that holds a text, without surrounding blanks; null if none. */
    @Nullable String text(String... names) {
        for (String name : names) {
            if (values.get(name) instanceof String text && !text.isBlank()) {
                return text.strip();
            }
        }
        return null;
    }

    /**
     * The text, which must be there.
     *
     * @throws Unreadable if it is not
     */
    String need(String name) throws Unreadable {
        String text = text(name);
        if (text == null) {
            throw new Unreadable("field '" + name + "' is missing or blank");
        }
        return text;
    }

    /** The object in the field; empty if there is none. */
    Fields object(String name) {
        return values.get(name) instanceof Fields fields ? fields : NONE;
    }

    /** The objects of the list in the field, or the one object that stands for a list. */
    List<Fields> objects(String name) {
        return values.get(name) instanceof Fields fields
                ? List.of(fields)
                : list(name).stream()
                        .filter(Fields.class::isInstance)
                        .map(Fields.class::cast)
                        .toList();
    }

    /** The texts of the list in the field, or the one text that stands for a list. */
    List<String> texts(String name) {
        return values.get(name) instanceof String text
                ? List.of(text)
                : list(name).stream()
                        .filter(String.class::isInstance)
                        .map(String.class::cast)
                        .toList();
    }

    private List<?> list(String name) {
        return values.get(name) instanceof List<?> list ? list : List.of();
    }
}
