package org.kithway.connector.twitter;

import org.jspecify.annotations.Nullable;
import org.kithway.connector.Export;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A {@code .js} file: {@code window.YTD.tweets.part0 =} or {@code Grailbird.data.tweets_2014_09 =}
 * before JSON. Reads it token by token; of an object only the fields that are wanted are held.
 * Bytes that are not UTF-8 spoil their own character alone.
 */
final class Script implements Closeable {
    /** What stands before the JSON is shorter. */
    static final int LONGEST_ASSIGNMENT = 300;

    private static final int DEEPEST = 64;
    private static final int LONGEST_TEXT = 1 << 20;
    private static final int MOST_ITEMS = 10_000;

    private static final Pattern ASSIGNMENT =
            Pattern.compile(
                    "\ufeff?\\s*(?:var\\s+)?([A-Za-z_][\\w.]*)\\s*=\\s*(\\[\\s*])?.*",
                    Pattern.DOTALL);

    private static final JsonFactory JSON =
            JsonFactory.builder()
                    .streamReadConstraints(
                            StreamReadConstraints.builder()
                                    .maxNestingDepth(DEEPEST)
                                    .maxNameLength(1000)
                                    .maxNumberLength(1000)
                                    .maxStringLength(LONGEST_TEXT)
                                    .build())
                    .build();

    private final JsonParser parser;
    private final Set<String> wanted;
    private final Known known;
    private int unknownFields;

    private Script(JsonParser parser, Set<String> wanted, Known known) {
        this.parser = parser;
        this.wanted = wanted;
        this.known = known;
    }

    /**
     * What the beginning of a file says of it.
     *
     * @param variable what the JSON is assigned to
     * @param isEmpty whether the JSON is a list of nothing
     */
    record Head(String variable, boolean isEmpty) {
        /** Null if the file does not begin with an assignment. */
        static @Nullable Head of(String beginning) {
            Matcher parts = ASSIGNMENT.matcher(beginning);
            return parts.matches() ? new Head(parts.group(1), parts.group(2) != null) : null;
        }
    }

    /**
     * Which names of fields are no news.
     *
     * @param wrapper the field in which each record lies, if it lies in one
     * @param names of the record's own fields
     */
    record Known(String wrapper, Set<String> names) {}

    /** Opens the file behind its assignment. */
    static Script open(Export export, String entry, Set<String> wanted, Known known)
            throws IOException {
        InputStream bytes = export.open(entry);
        try {
            Reader text =
                    new BufferedReader(
                            new InputStreamReader(bytes, StandardCharsets.UTF_8), 1 << 14);
            int c = text.read();
            for (int i = 0; c >= 0 && c != '=' && i < LONGEST_ASSIGNMENT; i++) {
                c = text.read();
            }
            return new Script(JSON.createParser(ObjectReadContext.empty(), text), wanted, known);
        } catch (IOException | RuntimeException e) {
            bytes.close();
            throw e;
        }
    }

    /** How many fields of records were met whose names are not known. */
    int unknownFields() {
        return unknownFields;
    }

    /**
     * The next token; null at the end.
     *
     * @throws BrokenOff if what comes is no JSON
     */
    @Nullable JsonToken token() throws IOException, BrokenOff {
        try {
            return parser.nextToken();
        } catch (JacksonException e) {
            throw broken(e);
        }
    }

    /** The name of the field that was come to. */
    String name() {
        return String.valueOf(parser.currentName());
    }

    /** Passes over what the last token began. */
    void skip() throws IOException, BrokenOff {
        try {
            parser.skipChildren();
        } catch (JacksonException e) {
            throw broken(e);
        }
    }

    /** The object that the last token began. */
    Fields object() throws IOException, BrokenOff {
        try {
            return object(0, false);
        } catch (JacksonException e) {
            throw broken(e);
        }
    }

    private Fields object(int depth, boolean wrapped) throws BrokenOff {
        Map<String, Object> fields = new HashMap<>();
        JsonToken token = parser.nextToken();
        for (; token == JsonToken.PROPERTY_NAME; token = parser.nextToken()) {
            String name = parser.currentName();
            JsonToken value = parser.nextToken();
            boolean wrapper = depth == 0 && name.equals(known.wrapper);
            if (!wrapper && (depth == 0 || wrapped) && !known.names.contains(name)) {
                unknownFields++;
            }
            Object read =
                    wrapper || wanted.contains(name) ? value(value, depth + 1, wrapper) : null;
            if (read == null) {
                parser.skipChildren();
            } else {
                fields.put(name, read);
            }
        }
        if (token != JsonToken.END_OBJECT) {
            throw new BrokenOff(Script.BROKEN);
        }
        return new Fields(fields);
    }

    private @Nullable Object value(@Nullable JsonToken token, int depth, boolean wrapped)
            throws BrokenOff {
        if (token == null) {
            throw new BrokenOff(BROKEN);
        }
        return switch (token) {
            case START_OBJECT -> object(depth, wrapped);
            case START_ARRAY -> list(depth);
            case VALUE_STRING, VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT, VALUE_TRUE, VALUE_FALSE ->
                    parser.getString();
            case VALUE_NULL,
                    VALUE_EMBEDDED_OBJECT,
                    NOT_AVAILABLE,
                    PROPERTY_NAME,
                    END_OBJECT,
                    END_ARRAY ->
                    null;
        };
    }

    private List<Object> list(int depth) throws BrokenOff {
        List<Object> items = new ArrayList<>();
        JsonToken token = parser.nextToken();
        for (; token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            Object item = value(token, depth, false);
            if (item != null && items.size() < MOST_ITEMS) {
                items.add(item);
            }
        }
        return items;
    }

    private static final String BROKEN =
            "from here on, the file is not readable JSON: it is damaged or was cut off; download"
                    + " the archive again";

    private static BrokenOff broken(JacksonException e) throws IOException {
        if (e.getCause() instanceof IOException unreadable) {
            throw unreadable;
        }
        return new BrokenOff(BROKEN);
    }

    @Override
    public void close() throws IOException {
        try {
            parser.close();
        } catch (JacksonException e) {
            throw new IOException("the file cannot be closed", e);
        }
    }
}
