package org.kithway.search.elasticsearch;

import org.jspecify.annotations.Nullable;
import org.kithway.model.Layer;
import org.kithway.model.MemberId;
import org.kithway.model.PersonId;
import org.kithway.model.Place;

import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/** What the documents' wire forms have in common: nulls and empty lists are left out. */
final class Json {
    /** The field that lists the people whom a member's layer overrides. */
    static final String OVERRIDDEN = "people";

    static final JsonMapper MAPPER = JsonMapper.builder().build();

    private Json() {}

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    static void override(JsonGenerator out, MemberId member, List<PersonId> people) {
        out.writeStartObject();
        put(out, "member", member);
        out.writeArrayPropertyStart(OVERRIDDEN);
        people.forEach(person -> out.writeString(person.value()));
        out.writeEndArray();
        out.writeEndObject();
    }

    static void put(JsonGenerator out, String field, @Nullable Object value) {
        if (value != null) {
            out.writeStringProperty(field, value.toString());
        }
    }

    static void put(JsonGenerator out, String field, Collection<?> values) {
        if (!values.isEmpty()) {
            out.writeArrayPropertyStart(field);
            values.forEach(value -> out.writeString(value.toString()));
            out.writeEndArray();
        }
    }

    static void put(JsonGenerator out, Place place) {
        out.writeObjectPropertyStart("place");
        out.writeStringProperty("entry", place.entry());
        out.writeNumberProperty("record", place.record());
        out.writeEndObject();
    }

    static Place place(JsonNode json) {
        JsonNode fields = json.path("place");
        return new Place(text(fields, "entry"), fields.path("record").longValue());
    }

    static Layer layer(JsonNode json) {
        return Layer.parse(text(json, "layer"));
    }

    static String text(JsonNode json, String field) {
        return json.path(field).stringValue();
    }

    static @Nullable String optional(JsonNode json, String field) {
        JsonNode value = json.get(field);
        return value == null || value.isNull() ? null : value.stringValue();
    }

    static <T> @Nullable T optional(JsonNode json, String field, Function<String, T> reader) {
        String text = optional(json, field);
        return text == null ? null : reader.apply(text);
    }

    static List<String> texts(JsonNode json, String field) {
        return list(json, field, text -> text);
    }

    static <T> List<T> list(JsonNode json, String field, Function<String, T> reader) {
        List<T> values = new ArrayList<>();
        for (JsonNode value : json.path(field)) {
            values.add(reader.apply(value.stringValue()));
        }
        return List.copyOf(values);
    }
}
