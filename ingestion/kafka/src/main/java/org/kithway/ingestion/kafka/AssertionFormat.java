package org.kithway.ingestion.kafka;

import org.jspecify.annotations.Nullable;
import org.kithway.ingestion.Assertion;
import org.kithway.model.Fact;
import org.kithway.model.FactFields;
import org.kithway.model.ImportId;
import org.kithway.model.Layer;
import org.kithway.model.MemberId;
import org.kithway.model.OrganizationId;
import org.kithway.model.Place;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.json.JsonMapper;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Assertions as JSON: {@code {"v":1,"organization":…,"id":…,"import":…,"member":…,"layer":…,
 * "part":…,"entry":…,"record":…,"fact":{…}}}, the fact as {@link FactFields} writes it. A later
 * version may add another {@code v}; what was written once can always be read.
 */
final class AssertionFormat {
    private static final int VERSION = 1;
    private static final Set<String> FIELDS =
            Set.of(
                    "v",
                    "organization",
                    "id",
                    "import",
                    "member",
                    "layer",
                    "part",
                    "entry",
                    "record",
                    "fact");
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private AssertionFormat() {}

    static byte[] write(Assertion assertion) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
        try (JsonGenerator out = MAPPER.createGenerator(bytes)) {
            out.writeStartObject();
            out.writeNumberProperty("v", VERSION);
            out.writeStringProperty("organization", assertion.organization().value());
            out.writeStringProperty("id", assertion.factId());
            out.writeStringProperty("import", assertion.imported().value());
            out.writeStringProperty("member", assertion.member().value());
            out.writeStringProperty("layer", assertion.layer().toString());
            out.writeStringProperty("part", assertion.part());
            out.writeStringProperty("entry", assertion.place().entry());
            out.writeNumberProperty("record", assertion.place().record());
            out.writeObjectPropertyStart("fact");
            FactFields.of(assertion.fact())
                    .forEach((name, value) -> {
                        if (value instanceof Integer number) {
                            out.writeNumberProperty(name, number);
                        } else {
                            out.writeStringProperty(name, value.toString());
                        }
                    });
            out.writeEndObject();
            out.writeEndObject();
        }
        return bytes.toByteArray();
    }

    /**
     * @param key the record's key, which must be the assertion's
     * @throws UndecodableException if this is nothing that {@link #write} writes
     */
    static Assertion read(byte @Nullable [] key, byte[] value) throws UndecodableException {
        Assertion assertion;
        try {
            assertion = assertion(fields(value));
        } catch (JacksonException e) {
            throw new UndecodableException("the record is not a JSON object");
        } catch (IllegalArgumentException e) {
            throw new UndecodableException(String.valueOf(e.getMessage()));
        }
        if (key == null || !assertion.key().equals(new String(key, StandardCharsets.UTF_8))) {
            throw new UndecodableException("the record's key is not the assertion's");
        }
        return assertion;
    }

    /** Half the time of reading into any map: every record is read twice. */
    private static Map<String, Object> fields(byte[] value) {
        try (JsonParser in = MAPPER.createParser(value)) {
            if (in.nextToken() != JsonToken.START_OBJECT) {
                throw new IllegalArgumentException("the record is not a JSON object");
            }
            Map<String, Object> fields = object(in);
            if (in.nextToken() != null) {
                throw new IllegalArgumentException("something follows the JSON object");
            }
            return fields;
        }
    }

    private static Map<String, Object> object(JsonParser in) {
        Map<String, Object> fields = LinkedHashMap.newLinkedHashMap(FIELDS.size());
        for (String name = in.nextName(); name != null; name = in.nextName()) {
            if (fields.containsKey(name)) {
                throw new IllegalArgumentException("a field comes twice");
            }
            JsonToken token = in.nextToken();
            if (token == JsonToken.VALUE_STRING) {
                fields.put(name, in.getString());
            } else if (token == JsonToken.VALUE_NUMBER_INT) {
                fields.put(name, in.getNumberValue());
            } else if (token == JsonToken.START_OBJECT) {
                fields.put(name, object(in));
            } else {
                throw new IllegalArgumentException(
                        "a field is neither a string, a whole number nor an object");
            }
        }
        return fields;
    }

    private static Assertion assertion(Map<String, Object> fields) {
        if (!fields.keySet().equals(FIELDS)) {
            throw new IllegalArgumentException("the fields are not those of an assertion");
        }
        if (!Integer.valueOf(VERSION).equals(fields.get("v"))) {
            throw new IllegalArgumentException("field 'v' is no version that is known here");
        }
        if (!(fields.get("record") instanceof Number record) || record instanceof BigInteger) {
            throw new IllegalArgumentException("field 'record' is not a whole number");
        }
        return new Assertion(
                new OrganizationId(text(fields, "organization")),
                text(fields, "id"),
                new ImportId(text(fields, "import")),
                new MemberId(text(fields, "member")),
                Layer.parse(text(fields, "layer")),
                text(fields, "part"),
                new Place(text(fields, "entry"), record.longValue()),
                fact(fields.get("fact")));
    }

    @SuppressWarnings("unchecked") // keys of a JSON object are strings
    private static Fact fact(@Nullable Object fact) {
        if (!(fact instanceof Map<?, ?> fields)) {
            throw new IllegalArgumentException("field 'fact' is not an object");
        }
        return FactFields.read((Map<String, ?>) fields);
    }

    private static String text(Map<String, Object> fields, String name) {
        if (fields.get(name) instanceof String text) {
            return text;
        }
        throw new IllegalArgumentException("field '" + name + "' is not a string");
    }
}
