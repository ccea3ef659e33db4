package org.kithway.connector.slack;

import org.jspecify.annotations.Nullable;
import org.kithway.connector.ExportException;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.json.JsonFactory;

import java.io.CharConversionException;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A file of Slack's: one JSON array, read value by value.
 *
 * <p>All methods throw {@link ExportException} when the file is no such array, naming the line and
 * no word of it.
 */
final class JsonArray implements Closeable {
    private static final int DEEPEST = 64;
    private static final int LONGEST_TEXT = 1 << 20;

    /** Values of one record, and characters in them; further ones are left out. */
    private static final int MOST_VALUES = 200_000;

    private static final int MOST_CHARACTERS = 4 << 20;

    private static final JsonFactory JSON =
            JsonFactory.builder()
                    .streamReadConstraints(
                            StreamReadConstraints.builder()
                                    .maxNestingDepth(DEEPEST)
                                    .maxStringLength(LONGEST_TEXT)
                                    .build())
                    .build();

    private final JsonParser parser;
    private boolean begun;
    private int values;
    private int characters;

    private JsonArray(JsonParser parser) {
        this.parser = parser;
    }

    /**
     * @param in closed by {@link #close}
     */
    static JsonArray open(InputStream in) throws IOException {
        try {
            return new JsonArray(JSON.createParser(ObjectReadContext.empty(), in));
        } catch (JacksonException e) {
            in.close();
            throw fault(e);
        }
    }

    /** The next value, or null at the end. */
    @Nullable Json next() throws IOException {
        try {
            if (!begun) {
                begun = true;
                if (parser.nextToken() != JsonToken.START_ARRAY) {
                    throw new ExportException(
                            "it is not a JSON array, as all files of Slack's are");
                }
            }
            JsonToken token = parser.nextToken();
            if (token == null || token == JsonToken.END_ARRAY) {
                return null;
            }
            values = 0;
            characters = 0;
            return value();
        } catch (JacksonException e) {
            throw fault(e);
        }
    }

    private Json value() {
        values++;
        return switch (parser.currentToken()) {
            case START_OBJECT -> {
                Map<String, Json> fields = new LinkedHashMap<>();
                while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                    String name = parser.currentName();
                    parser.nextToken();
                    Json value = value();
                    if (values < MOST_VALUES && parser.currentToken() != JsonToken.VALUE_NULL) {
                        fields.put(name, value);
                    }
                }
                yield new Json.Fields(fields);
            }
            case START_ARRAY -> {
                List<Json> items = new ArrayList<>();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    Json item = value();
                    if (values < MOST_VALUES) {
                        items.add(item);
                    }
                }
                yield new Json.Many(items);
            }
            case VALUE_NULL -> Json.NOTHING;
            case null, default -> {
                String text = String.valueOf(parser.getString());
                characters += text.length();
                yield characters <= MOST_CHARACTERS ? new Json.Text(text) : Json.NOTHING;
            }
        };
    }

    private static IOException fault(JacksonException e) {
        if (e instanceof JacksonIOException
                && e.getCause() instanceof IOException io
                && !(io instanceof CharConversionException)) {
            return io;
        }
        int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
        return new ExportException("it is not well-formed JSON at line " + Math.max(1, line));
    }

    @Override
    public void close() throws IOException {
        try {
            parser.close();
        } catch (JacksonException e) {
            throw fault(e);
        }
    }
}
