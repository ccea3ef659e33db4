package org.kithway.connector.myspace;

import org.jspecify.annotations.Nullable;
import org.kithway.connector.XmlElement;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A record of JSON or XML: both tell the same in different notations. */
sealed interface Node {
    /** What MySpace's first interface writes where there is nothing. */
    Set<String> ABSENT = Set.of("", "none", "No Answer");

    /** Numbers and truth values too: interfaces differ in which of them they quote. */
    record Text(String value) implements Node {}

    record Many(List<Node> items) implements Node {}

    record Fields(Map<String, Node> fields) implements Node {}

    Node NOTHING = new Fields(Map.of());

    /** An element's children as fields; repeated ones as a list; one without children as text. */
    static Node of(XmlElement element) {
        if (element.children().isEmpty()) {
            return new Text(element.text());
        }
        Map<String, Node> fields = new LinkedHashMap<>();
        for (XmlElement child : element.children()) {
            fields.merge(child.name(), of(child), Node::and);
        }
        return new Fields(fields);
    }

    /** A value as the SDK's tree of JSON has it. */
    static Node of(@Nullable Object value) {
        return switch (value) {
            case String text -> new Text(text);
            case List<?> list -> new Many(list.stream().map(Node::of).toList());
            case Map<?, ?> map -> {
                Map<String, Node> fields = LinkedHashMap.newLinkedHashMap(map.size());
                map.forEach((name, field) -> fields.put(String.valueOf(name), of(field)));
                yield new Fields(fields);
            }
            case null, default -> NOTHING;
        };
    }

    private static Node and(Node one, Node other) {
        List<Node> items = new ArrayList<>(one instanceof Many many ? many.items() : List.of(one));
        items.add(other);
        return new Many(items);
    }

    default boolean has(String field) {
        return this instanceof Fields(Map<String, Node> fields) && fields.containsKey(field);
    }

    /** The field, or {@link #NOTHING}. */
    default Node get(String field) {
        return this instanceof Fields(Map<String, Node> fields)
                ? fields.getOrDefault(field, NOTHING)
                : NOTHING;
    }

    /** The field's text without surrounding blanks, or null if it has none. */
    default @Nullable String text(String field) {
        return get(field).text();
    }

    /** The node's text without surrounding blanks, or null if it has none. */
    default @Nullable String text() {
        if (!(this instanceof Text(String whole))) {
            return null;
        }
        String text = whole.strip();
        return ABSENT.contains(text) ? null : text;
    }

    /** The field's values; one that stands alone is a list of its own. */
    default List<Node> list(String field) {
        return switch (get(field)) {
            case Many(List<Node> items) -> items;
            case Text text -> List.of(text);
            case Fields fields -> fields.fields().isEmpty() ? List.of() : List.of(fields);
        };
    }
}
