package org.kithway.connector.myspace;

import org.jspecify.annotations.Nullable;
import org.kithway.connector.ExportException;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;

import java.io.CharConversionException;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A JSON document, read token by token, with records as small trees.
 *
 * <p>All methods throw {@link ExportException} when the document is not well-formed, naming the
 * line and no word of it.
 */
final class JsonStream implements Closeable {
    private static final int DEEPEST = 64;
    private static final int LONGEST_TEXT = 1 << 20;

    /** Values of one record, and characters in them; further ones are left out. */
    private static final int MOST_VALUES = 10_000;

    private static final int MOST_CHARACTERS = 4 << 20;

    private static final JsonFactory JSON =
            JsonFactory.builder()
                    // Apache Shindig's reference data begin with comments.
                    .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
                    .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
                    .streamReadConstraints(
                            StreamReadConstraints.builder()
                                    .maxNestingDepth(DEEPEST)
                                    .maxStringLength(LONGEST_TEXT)
                                    .build())
                    .build();

    private final JsonParser parser;
    private int values;
    private int characters;

    private JsonStream(JsonParser parser) {
        this.parser = parser;
    }

    /**
     * @param in closed by {@link #close}
     */
    static JsonStream open(InputStream in) throws IOException {
        try {
            return new JsonStream(JSON.createParser(ObjectReadContext.empty(), in));
        } catch (JacksonException e) {
            in.close();
            throw fault(e);
        }
    }

    /** Goes on by one token; null at the end. */
    @Nullable JsonToken next() throws IOException {
        try {
            return parser.nextToken();
        } catch (JacksonException e) {
            throw fault(e);
        }
    }

    /** The name of the field that was reached. */
    String name() {
        return String.valueOf(parser.currentName());
    }

    /** Passes over the value that was reached. */
    void skip() throws IOException {
        try {
            parser.skipChildren();
        } catch (JacksonException e) {
            throw fault(e);
        }
    }

    /** The value that was reached, as a tree. */
    Node tree() throws IOException {
        values = 0;
        characters = 0;
        try {
            return value();
        } catch (JacksonException e) {
            throw fault(e);
        }
    }

    private Node value() {
        values++;
        return switch (parser.currentToken()) {
            case START_OBJECT -> {
                Map<String, Node> fields = new LinkedHashMap<>();
                while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                    String name = parser.currentName();
                    parser.nextToken();
                    Node value = value();
                    if (values < MOST_VALUES && parser.currentToken() != JsonToken.VALUE_NULL) {
                        fields.put(name, value);
                    }
                }
                yield new Node.Fields(fields);
            }
            case START_ARRAY -> {
                List<Node> items = new ArrayList<>();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    Node item = value();
                    if (values < MOST_VALUES) {
                        items.add(item);
                    }
                }
                yield new Node.Many(items);
            }
            case VALUE_NULL -> Node.NOTHING;
            case null, default -> {
                String text = String.valueOf(parser.getString());
                characters += text.length();
                yield characters <= MOST_CHARACTERS ? new Node.Text(text) : Node.NOTHING;
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
