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
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

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

    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();
    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

    private AssertionFormat() {}

    static byte[] write(Assertion assertion) {
        Map<String, Object> fields = LinkedHashMap.newLinkedHashMap(FIELDS.size());
        fields.put("v", VERSION);
        fields.put("organization", assertion.organization().value());
        fields.put("id", assertion.factId());
        fields.put("import", assertion.imported().value());
        fields.put("member", assertion.member().value());
        fields.put("layer", assertion.layer().toString());
        fields.put("part", assertion.part());
        fields.put("entry", assertion.place().entry());
        fields.put("record", assertion.place().record());
        fields.put("fact", FactFields.of(assertion.fact()));
        return MAPPER.writeValueAsBytes(fields);
    }

    /**
     * @param key the record's key, which must be the assertion's
     * @throws UndecodableException if this is nothing that {@link #write} writes
     */
    static Assertion read(byte @Nullable [] key, byte[] value) throws UndecodableException {
        Assertion assertion;
        try {
            assertion = assertion(MAPPER.readValue(value, OBJECT));
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

    private static Assertion assertion(@Nullable Map<String, Object> fields) {
        if (fields == null || !fields.keySet().equals(FIELDS)) {
            throw new IllegalArgumentException("the fields are not those of an assertion");
        }
        if (!Integer.valueOf(VERSION).equals(fields.get("v"))) {
            throw new IllegalArgumentException("field 'v' is no version that is known here");
        }
        if (!(fields.get("record") instanceof Number record) || record instanceof Double) {
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
