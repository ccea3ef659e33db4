package org.kithway.connector.mastodon;

import org.jspecify.annotations.Nullable;
import org.kithway.connector.Export;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The items of a collection, one after the other, or the one object that a file holds. Of an object
 * only the fields that are wanted are held. Bytes that are not UTF-8 spoil their own character
 * alone.
 */
final class Json implements Source {
    /** The field under which an item that is a text alone, such as an address, is handed on. */
    static final String ITEM = "item";

    private static final String ITEMS = "orderedItems";
    private static final int DEEPEST = 64;
    private static final int LONGEST_TEXT = 1 << 20;
    private static final int MOST_VALUES = 10_000;
    private static final String BROKEN =
            "from here on, the file is not readable JSON: it is damaged or was cut off; download"
                    + " the archive again";

    private static final JsonFactory FACTORY =
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
    private final boolean collection;
    private boolean begun;
    private boolean ended;

    private Json(JsonParser parser, Set<String> wanted, boolean collection) {
        this.parser = parser;
        this.wanted = wanted;
        this.collection = collection;
    }

    /**
     * @param collection whether the records are the items of a collection rather than the file's
     *     one object
     */
    static Json open(Export export, String entry, Set<String> wanted, boolean collection)
            throws IOException {
        InputStream bytes = export.open(entry);
        try {
            InputStreamReader text = new InputStreamReader(bytes, StandardCharsets.UTF_8);
            return new Json(
                    FACTORY.createParser(ObjectReadContext.empty(), text), wanted, collection);
        } catch (RuntimeException e) {
            bytes.close();
            throw e;
        }
    }

    /**
     * The texts in the first fields of the file's object, as far as its beginning goes, and whether
     * it holds a collection of items ({@code "some"}) or of none ({@code "none"}).
     *
     * @param beginning may end anywhere
     */
    static Map<String, String> head(String beginning) {
        Map<String, String> head = new HashMap<>();
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), beginning)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return head;
            }
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = parser.currentName();
                JsonToken value = parser.nextToken();
                if (name.equals(ITEMS) && value == JsonToken.START_ARRAY) {
                    head.put(ITEMS, parser.nextToken() == JsonToken.END_ARRAY ? "none" : "some");
                    return head;
                }
                if (value == JsonToken.VALUE_STRING) {
                    head.put(name, parser.getString());
                } else {
                    if (name.equals("@context") && value == JsonToken.START_ARRAY) {
                        JsonToken first = parser.nextToken();
                        head.put(name, first == JsonToken.VALUE_STRING ? parser.getString() : "");
                        while (first != null && first != JsonToken.END_ARRAY) {
                            parser.skipChildren();
                            first = parser.nextToken();
                        }
                    }
                    parser.skipChildren();
                }
            }
            return head;
        } catch (JacksonException e) {
            return head;
        }
    }

    @Override
    public @Nullable Fields next() throws IOException, Unreadable, BrokenOff {
        try {
            return ended ? null : collection ? item() : whole();
        } catch (JacksonException e) {
            ended = true;
            if (e.getCause() instanceof IOException unreadable) {
                throw unreadable;
            }
            throw new BrokenOff(BROKEN);
        }
    }

    private Fields whole() throws BrokenOff {
        ended = true;
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            throw new BrokenOff("the file holds no object: download the archive again");
        }
        return object();
    }

    private @Nullable Fields item() throws Unreadable, BrokenOff {
        if (!begun) {
            begin();
        }
        JsonToken token = parser.nextToken();
        if (token == JsonToken.START_OBJECT) {
            return object();
        }
        if (token == JsonToken.VALUE_STRING) {
            return new Fields(Map.of(ITEM, parser.getString()));
        }
        if (token == JsonToken.END_ARRAY) {
            ended = true;
            return null;
        }
        if (token == null) {
            ended = true;
            throw new BrokenOff("the file ends too early: download the archive again");
        }
        parser.skipChildren();
        throw new Unreadable("the record is neither a JSON object nor a text");
    }

    private void begin() throws BrokenOff {
        begun = true;
        if (parser.nextToken() == JsonToken.START_OBJECT) {
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                boolean found = parser.currentName().equals(ITEMS);
                if (parser.nextToken() == JsonToken.START_ARRAY && found) {
                    return;
                }
                parser.skipChildren();
            }
        }
        ended = true;
        throw new BrokenOff("the file holds no list of items: download the archive again");
    }

    private Fields object() throws BrokenOff {
        Map<String, Object> fields = new HashMap<>();
        JsonToken token = parser.nextToken();
        for (; token == JsonToken.PROPERTY_NAME; token = parser.nextToken()) {
            String name = parser.currentName();
            JsonToken value = parser.nextToken();
            Object read = wanted.contains(name) ? value(value) : null;
            if (read == null) {
                parser.skipChildren();
            } else {
                fields.put(name, read);
            }
        }
        if (token != JsonToken.END_OBJECT) {
            throw new BrokenOff(BROKEN);
        }
        return new Fields(fields);
    }

    private @Nullable Object value(@Nullable JsonToken token) throws BrokenOff {
        if (token == null) {
            throw new BrokenOff(BROKEN);
        }
        return switch (token) {
            case START_OBJECT -> object();
            case START_ARRAY -> list();
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

    private List<Object> list() throws BrokenOff {
        List<Object> values = new ArrayList<>();
        JsonToken token = parser.nextToken();
        for (; token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            Object value = value(token);
            if (value != null && values.size() < MOST_VALUES) {
                values.add(value);
            }
        }
        return values;
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
