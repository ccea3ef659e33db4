package org.kithway.connector.facts;

import org.kithway.model.FactFields;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** One line's JSON object as a map. */
final class JsonLine {
    /** Stands for a value that no fact has: a fraction, true, false, null or an array. */
    private static final Object UNUSABLE = Boolean.FALSE;

    private static final int DEEPEST = 8;
    private static final int LONGEST_NAME = 256;
    private static final int LONGEST_NUMBER = 32;
    private static final char BYTE_ORDER_MARK = '\ufeff';

    private static final JsonFactory JSON =
            JsonFactory.builder()
                    .streamReadConstraints(
                            StreamReadConstraints.builder()
                                    .maxNestingDepth(DEEPEST)
                                    .maxNameLength(LONGEST_NAME)
                                    .maxNumberLength(LONGEST_NUMBER)
                                    .maxStringLength(Lines.LONGEST)
                                    .build())
                    .build();

    private JsonLine() {}

    /**
     * The object's fields: a string, a long, or a map for an object within; anything else becomes a
     * value that no fact accepts.
     *
     * @throws IllegalArgumentException saying what is wrong and where, without quoting the line
     */
    static Map<String, Object> read(String line) {
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), line)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new IllegalArgumentException("the line is not a JSON object");
            }
            Map<String, Object> fields = object(parser);
            if (parser.nextToken() != null) {
                throw new IllegalArgumentException(
                        "the line goes on after its JSON object: begin a new line there");
            }
            return fields;
        } catch (JacksonException e) {
            int column = e.getLocation() == null ? 0 : e.getLocation().getColumnNr();
            throw new IllegalArgumentException(
                    "the line is not readable JSON"
                            + (column > 0 ? ": look at column " + column : ""));
        }
    }

    private static Map<String, Object> object(JsonParser parser) {
        Map<String, Object> fields = new LinkedHashMap<>();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            if (fields.put(name, value(parser)) != null) {
                throw new IllegalArgumentException("the line names one field twice");
            }
        }
        return fields;
    }

    private static Object value(JsonParser parser) {
        return switch (parser.nextToken()) {
            case VALUE_STRING -> parser.getString();
            case VALUE_NUMBER_INT ->
                    parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER
                            ? UNUSABLE
                            : (Object) parser.getLongValue();
            case START_OBJECT -> object(parser);
            default -> {
                parser.skipChildren();
                yield UNUSABLE;
            }
        };
    }

    /**
     * Whether a file that begins so is of this format: its first line is an object that names a
     * kind of fact or is a header.
     *
     * @param head may end anywhere
     */
    static boolean beginsFacts(byte[] head) {
        String text = new String(head, StandardCharsets.UTF_8);
        int begin = !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? 1 : 0;
        try (JsonParser parser =
                JSON.createParser(ObjectReadContext.empty(), text.substring(begin))) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return false;
            }
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = parser.currentName();
                JsonToken value = parser.nextToken();
                if (name.equals(FactFields.KIND)) {
                    return value == JsonToken.VALUE_STRING;
                }
                if (name.equals(Header.KEY)) {
                    return value == JsonToken.START_OBJECT;
                }
                parser.skipChildren();
            }
            return false;
        } catch (JacksonException e) {
            return false;
        }
    }
}
