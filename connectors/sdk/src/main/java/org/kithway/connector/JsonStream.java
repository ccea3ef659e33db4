package org.kithway.connector;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * A JSON document, read step by step; values become small trees where they are asked for, of which
 * only the fields that are kept are held. Memory does not grow with the document. {@link
 * JsonRecords} goes from record to record.
 *
 * <p>Bytes that are not UTF-8 spoil their own character alone. A tree is bounded to {@value
 * #MOST_VALUES} values and {@value #MOST_TEXT} characters; what goes beyond is left out.
 *
 * <p>All methods throw {@link ExportException} when the document is not well-formed or ends too
 * early, naming the line and no word of it.
 */
public final class JsonStream implements Closeable {
    static final int MOST_VALUES = 100_000;
    static final int MOST_TEXT = 1 << 22;
    private static final int DEEPEST = 64;
    private static final int LONGEST_NUMBER = 1000;
    private static final int LONGEST_NAME = 10_000;

    private static final JsonFactory JSON =
            JsonFactory.builder()
                    // What people mend or programs write by hand has both.
                    .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
                    .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
                    .streamReadConstraints(
                            StreamReadConstraints.builder()
                                    .maxNestingDepth(DEEPEST)
                                    .maxNameLength(LONGEST_NAME)
                                    .maxNumberLength(LONGEST_NUMBER)
                                    .maxStringLength(MOST_TEXT)
                                    .build())
                    .build();

    private final JsonParser parser;
    private final Filter kept;
    private final UnaryOperator<String> spelling;
    private int depth;
    private int level;
    private int values;
    private int characters;

    /** What the stream came to. */
    public enum Step {
        OBJECT,
        LIST,
        /** Of the object or list that was begun last. */
        END,
        /** The name of an object's field; its value comes next. */
        FIELD,
        /** A text, a number, a truth value or nothing. */
        VALUE
    }

    /** Asked of each field of a tree whether it is held. */
    interface Filter {
        /**
         * @param level how many objects and lists of the tree lie around the field's own object
         */
        boolean keeps(String field, int level);
    }

    private JsonStream(JsonParser parser, Filter kept, UnaryOperator<String> spelling) {
        this.parser = parser;
        this.kept = kept;
        this.spelling = spelling;
    }

    /**
     * @param in closed by {@link #close}
     * @param kept the fields of trees that are held
     * @param spelling what the texts and names of trees are meant to say
     */
    public static JsonStream open(
            InputStream in, Predicate<String> kept, UnaryOperator<String> spelling)
            throws IOException {
        return open(in, (field, level) -> kept.test(field), spelling);
    }

    static JsonStream open(InputStream in, Filter kept, UnaryOperator<String> spelling)
            throws IOException {
        try {
            JsonParser parser = JSON.createParser(ObjectReadContext.empty(), ExportText.decode(in));
            return new JsonStream(parser, kept, spelling);
        } catch (JacksonException e) {
            in.close();
            throw fault(e);
        } catch (IOException e) {
            in.close();
            throw e;
        }
    }

    /** A stream whose trees are held whole. */
    public static JsonStream open(InputStream in) throws IOException {
        return open(in, field -> true, UnaryOperator.identity());
    }

    /** Goes on by one step; null at the end of the document. */
    public @Nullable Step next() throws IOException {
        try {
            return step(parser.nextToken());
        } catch (JacksonException e) {
            throw fault(e);
        }
    }

    private @Nullable Step step(@Nullable JsonToken token) {
        return switch (token) {
            case null -> null;
            case START_OBJECT -> {
                depth++;
                yield Step.OBJECT;
            }
            case START_ARRAY -> {
                depth++;
                yield Step.LIST;
            }
            case END_OBJECT, END_ARRAY -> {
                depth--;
                yield Step.END;
            }
            case PROPERTY_NAME -> Step.FIELD;
            case VALUE_STRING,
                    VALUE_NUMBER_INT,
                    VALUE_NUMBER_FLOAT,
                    VALUE_TRUE,
                    VALUE_FALSE,
                    VALUE_NULL,
                    VALUE_EMBEDDED_OBJECT,
                    NOT_AVAILABLE ->
                    Step.VALUE;
        };
    }

    /** How many objects and lists are begun and not ended. */
    public int depth() {
        return depth;
    }

    /** The name of the field that the last step came to, or whose value it came to. */
    public String name() {
        return spelling.apply(String.valueOf(parser.currentName()));
    }

    /** Passes over the object or list that the last step began; over nothing else. */
    public void skip() throws IOException {
        try {
            if (parser.currentToken() == JsonToken.START_OBJECT
                    || parser.currentToken() == JsonToken.START_ARRAY) {
                parser.skipChildren();
                depth--;
            }
        } catch (JacksonException e) {
            throw fault(e);
        }
    }

    /**
     * What the last step came to: a text, a list or a map, as in {@link JsonRecord}; null if that
     * is nothing. An object or list ends therewith.
     */
    public @Nullable Object value() throws IOException {
        values = 0;
        characters = 0;
        level = -1;
        try {
            boolean structured =
                    parser.currentToken() == JsonToken.START_OBJECT
                            || parser.currentToken() == JsonToken.START_ARRAY;
            Object value = tree();
            depth -= structured ? 1 : 0;
            return value;
        } catch (JacksonException e) {
            throw fault(e);
        }
    }

    /**
     * Goes from the beginning of the document to a field of the outermost object.
     *
     * @return the field's text, or null if there is none
     */
    public @Nullable String find(String field) throws IOException {
        if (next() != Step.OBJECT) {
            return null;
        }
        while (next() == Step.FIELD) {
            boolean found = name().equals(field);
            next();
            if (found && value() instanceof String text) {
                return text;
            }
            skip();
        }
        return null;
    }

    private @Nullable Object tree() {
        JsonToken token = parser.currentToken();
        if (++values > MOST_VALUES) {
            parser.skipChildren();
            return null;
        }
        return switch (token) {
            case VALUE_STRING -> bounded(spelling.apply(parser.getString()));
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT, VALUE_TRUE, VALUE_FALSE ->
                    bounded(parser.getString());
            case START_OBJECT -> {
                level++;
                Object object = object();
                level--;
                yield object;
            }
            case START_ARRAY -> {
                level++;
                Object list = list();
                level--;
                yield list;
            }
            case null -> null;
            case VALUE_NULL,
                    VALUE_EMBEDDED_OBJECT,
                    NOT_AVAILABLE,
                    PROPERTY_NAME,
                    END_ARRAY,
                    END_OBJECT ->
                    null;
        };
    }

    private @Nullable String bounded(String text) {
        characters += text.length();
        return characters <= MOST_TEXT ? text : null;
    }

    private Map<String, Object> object() {
        Map<String, Object> fields = new LinkedHashMap<>();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            if (kept.keeps(name, level)) {
                Object value = tree();
                if (value != null) {
                    fields.put(spelling.apply(name), value);
                }
            } else {
                parser.skipChildren();
            }
        }
        return fields;
    }

    private List<Object> list() {
        List<Object> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            Object item = tree();
            if (item != null) {
                items.add(item);
            }
        }
        return items;
    }

    private static IOException fault(JacksonException e) {
        if (e instanceof JacksonIOException io) {
            return io.getCause() == null ? new IOException(io) : io.getCause();
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
