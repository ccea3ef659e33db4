package org.kithway.connector.facts;

import org.jspecify.annotations.Nullable;
import org.kithway.model.AccountId;
import org.kithway.model.Fact;
import org.kithway.model.FactFields;
import org.kithway.model.PartialDate;

import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** The JSON Schema that the model's facts ask for. */
final class PublishedSchema {
    private static final String NOT_BLANK = "\\S";

    private PublishedSchema() {}

    static Map<String, Object> ofModel() {
        Map<String, Object> definitions = new LinkedHashMap<>();
        definitions.put(
                "account",
                object(
                        "description",
                        "site:key, or site~name where only a name is known; kithway:<member id>"
                                + " is a member, kithway:owner the one who hands the file in",
                        "type",
                        "string",
                        "pattern",
                        "^[a-z0-9][a-z0-9.-]{0,31}[:~](?=.*\\S)[^\\u0000-\\u001f\\u007f-\\u009f"
                                + "\\ud800-\\udfff]{1,512}$"));
        definitions.put(
                "time",
                object(
                        "description",
                        "ISO 8601 in UTC, such as 2024-06-18T11:59:53Z",
                        "type",
                        "string",
                        "pattern",
                        "^(?!0000)\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])"
                                + "T([01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(\\.\\d{1,9})?Z$"));
        definitions.put(
                "date",
                object(
                        "description",
                        "as exact as it is known: yyyy, yyyy-MM or yyyy-MM-dd",
                        "type",
                        "string",
                        "pattern",
                        "^(?!0000)\\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\\d|3[01]))?)?$"));
        definitions.put("text", object("type", "string", "pattern", NOT_BLANK));
        definitions.put(
                "header",
                object(
                        "description",
                        "what the first line may say of its file",
                        "type",
                        "object",
                        "properties",
                        object(
                                Header.KEY,
                                object(
                                        "type",
                                        "object",
                                        "properties",
                                        object(
                                                "source",
                                                object(
                                                        "description",
                                                        "the system that wrote the file: a later"
                                                                + " file of the same source takes"
                                                                + " its place",
                                                        "type",
                                                        "string",
                                                        "pattern",
                                                        "^[a-z0-9][a-z0-9._-]{0,63}$"),
                                                "exportedAt",
                                                ref("time")),
                                        "additionalProperties",
                                        false)),
                        "required",
                        List.of(Header.KEY),
                        "additionalProperties",
                        false));
        List<Object> lines = new ArrayList<>();
        lines.add(ref("header"));
        List<Class<?>> types = List.of(Fact.class.getPermittedSubclasses());
        for (int i = 0; i < types.size(); i++) {
            String kind = FactFields.kinds().get(i);
            definitions.put(kind, ofKind(kind, types.get(i)));
            lines.add(ref(kind));
        }
        return object(
                "$schema",
                "https://json-schema.org/draft/2020-12/schema",
                "$id",
                "urn:kithway:facts:1",
                "title",
                "Kithway facts",
                "description",
                "One line of a facts file: UTF-8, one JSON object per line",
                "oneOf",
                lines,
                "$defs",
                definitions);
    }

    private static Map<String, Object> ofKind(String kind, Class<?> type) {
        Map<String, Object> properties = object(FactFields.KIND, object("const", kind));
        List<String> required = new ArrayList<>(List.of(FactFields.KIND));
        for (RecordComponent component : type.getRecordComponents()) {
            boolean optional = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
            properties.put(component.getName(), ofComponent(component, optional));
            if (!optional && !component.getName().equals("ordinal")) {
                required.add(component.getName());
            }
        }
        Map<String, Object> schema =
                object("type", "object", "properties", properties, "required", required);
        if (type == Fact.Position.class) {
            schema.put("anyOf", List.of(given("organization"), given("title")));
        }
        schema.put("additionalProperties", false);
        return schema;
    }

    private static Object given(String field) {
        return object(
                "required",
                List.of(field),
                "properties",
                object(field, object("pattern", NOT_BLANK)));
    }

    private static Object ofComponent(RecordComponent component, boolean optional) {
        Class<?> type = component.getType();
        if (type == AccountId.class) {
            return ref("account");
        }
        if (type == Instant.class) {
            return ref("time");
        }
        if (type == PartialDate.class) {
            return ref("date");
        }
        if (type == String.class) {
            return optional ? object("type", "string") : ref("text");
        }
        if (type == int.class) {
            return object(
                    "type",
                    "integer",
                    "minimum",
                    component.getName().equals("participants") ? 2 : 0,
                    "maximum",
                    Integer.MAX_VALUE);
        }
        return object(
                "enum",
                Stream.of(type.getEnumConstants())
                        .map(c -> ((Enum<?>) c).name().toLowerCase(Locale.ROOT))
                        .toList());
    }

    private static Map<String, Object> ref(String definition) {
        return object("$ref", "#/$defs/" + definition);
    }

    private static Map<String, Object> object(Object... fields) {
        Map<String, Object> object = new LinkedHashMap<>();
        for (int i = 0; i < fields.length; i += 2) {
            object.put((String) fields[i], fields[i + 1]);
        }
        return object;
    }
}
