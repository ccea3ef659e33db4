package org.kithway.connector.instagram;

import org.jspecify.annotations.Nullable;
import org.kithway.connector.ExportException;
import org.kithway.model.Place;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.json.JsonFactory;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The records of a JSON file: the elements of the list that bears one of the kind's names, or of a
 * list without a name; a single record may stand without its list. Only the fields that the kind
 * names are taken into memory, so that what must not be kept is never held.
 */
final class JsonRecords implements Records {
    /** Most values of one record that are taken into memory. */
    private static final int MOST_VALUES = 100_000;

    private static final JsonFactory JSON =
            JsonFactory.builder()
                    .streamReadConstraints(
                            StreamReadConstraints.builder()
                                    .maxNestingDepth(64)
                                    .maxNumberLength(64)
                                    .maxStringLength(4 << 20)
                                    .build())
                    .build();

    private final String entry;
    private final FileKind kind;
    private final JsonParser parser;
    private final Map<String, Object> before = new HashMap<>();
    private final Item head;
    private boolean begun;
    private boolean inList;
    private boolean listed;
    private int values;
    private long number;

    /**
     * @param title what the file is called inside, where that was looked up
     */
    JsonRecords(String entry, FileKind kind, InputStream in, @Nullable String title)
            throws IOException {
        this.entry = entry;
        this.kind = kind;
        this.head = new Item(Place.of(entry), before);
        this.parser = parser(in);
        if (title != null) {
            before.put("title", title);
        }
    }

    /**
     * The field {@code title} of the outermost object, wherever it stands; null if none is read.
     */
    static @Nullable String title(InputStream in) throws IOException {
        try (JsonParser parser = parser(in)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return null;
            }
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                boolean title = parser.currentName().equals("title");
                if (parser.nextToken() == JsonToken.VALUE_STRING && title) {
                    return Mojibake.repaired(parser.getString());
                }
                parser.skipChildren();
            }
            return null;
        } catch (JacksonIOException e) {
            throw broken(e);
        } catch (JacksonException e) {
            return null; // the records say where it breaks off
        }
    }

    /** A parser that closes the stream when it is closed. */
    static JsonParser parser(InputStream in) throws IOException {
        try {
            return JSON.createParser(ObjectReadContext.empty(), in);
        } catch (JacksonException e) {
            in.close();
            throw broken(e);
        }
    }

    @Override
    public long number() {
        return number;
    }

    @Override
    public Item head() {
        return head;
    }

    @Override
    public @Nullable Item next() throws IOException, UnreadableRecord {
        try {
            if (!begun) {
                begun = true;
                JsonToken first = parser.nextToken();
                inList = first == JsonToken.START_ARRAY;
                listed = inList;
                if (!inList && first != JsonToken.START_OBJECT) {
                    throw new ExportException("it holds neither a list nor an object of JSON");
                }
            }
            return inList ? element(parser.nextToken()) : property();
        } catch (JacksonException e) {
            throw broken(e);
        }
    }

    private @Nullable Item element(@Nullable JsonToken token) throws IOException, UnreadableRecord {
        if (token == JsonToken.END_ARRAY) {
            inList = false;
            return property();
        }
        if (token == null) {
            throw new ExportException("its list has no end");
        }
        number++;
        if (token != JsonToken.START_OBJECT) {
            parser.skipChildren();
            throw new UnreadableRecord("the record is not an object of JSON");
        }
        return record();
    }

    private Item record() throws UnreadableRecord {
        values = 0;
        Map<String, Object> fields = object();
        if (values > MOST_VALUES) {
            throw new UnreadableRecord("the record holds more than " + MOST_VALUES + " values");
        }
        return new Item(new Place(entry, number), fields);
    }

    /** Goes through the fields of the outermost object until it meets records. */
    private @Nullable Item property() throws IOException, UnreadableRecord {
        values = 0;
        for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
            if (token == JsonToken.END_OBJECT || token == JsonToken.END_ARRAY) {
                return alone();
            }
            String name = parser.currentName();
            JsonToken value = parser.nextToken();
            if (name != null && kind.holdsRecords(name)) {
                listed = true;
                if (value == JsonToken.START_ARRAY) {
                    inList = true;
                    return element(parser.nextToken());
                }
                if (value == JsonToken.START_OBJECT) {
                    number++;
                    return record();
                }
            }
            if (name == null || value == null || !kind.keeps(name)) {
                parser.skipChildren();
            } else {
                put(name, value, before);
            }
        }
        return null;
    }

    /** The outermost object itself, where it is the only record. */
    private @Nullable Item alone() {
        if (listed || before.isEmpty()) {
            return null;
        }
        listed = true;
        number++;
        return new Item(new Place(entry, number), Map.copyOf(before));
    }

    private Map<String, Object> object() {
        Map<String, Object> fields = new LinkedHashMap<>();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            JsonToken value = parser.nextToken();
            if (value == null) {
                break;
            }
            if (kind.keeps(name)) {
                // Labels are names of fields here, and in the member's language.
                put(Mojibake.repaired(name), value, fields);
            } else {
                parser.skipChildren();
            }
        }
        return fields;
    }

    private void put(String name, JsonToken token, Map<String, Object> fields) {
        Object value = value(token);
        if (value != null) {
            fields.put(name, value);
        }
    }

    private @Nullable Object value(JsonToken token) {
        if (++values > MOST_VALUES) {
            parser.skipChildren();
            return null;
        }
        return switch (token) {
            case VALUE_STRING -> Mojibake.repaired(parser.getString());
            case VALUE_NUMBER_INT ->
                    parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER
                            ? null
                            : (Object) parser.getLongValue();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case START_OBJECT -> object();
            case START_ARRAY -> {
                List<Object> list = new ArrayList<>();
                for (JsonToken next = parser.nextToken();
                        next != null && next != JsonToken.END_ARRAY;
                        next = parser.nextToken()) {
                    Object element = value(next);
                    if (element != null) {
                        list.add(element);
                    }
                }
                yield list;
            }
            case VALUE_NULL,
                    VALUE_NUMBER_FLOAT,
                    VALUE_EMBEDDED_OBJECT,
                    NOT_AVAILABLE,
                    PROPERTY_NAME,
                    END_ARRAY,
                    END_OBJECT ->
                    null;
        };
    }

    /** What went wrong, without a word of the file. */
    private static IOException broken(JacksonException e) {
        if (e instanceof JacksonIOException io) {
            return io.getCause() == null ? new IOException(io) : io.getCause();
        }
        int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
        return new ExportException(
                "it is not readable JSON"
                        + (line > 0 ? " at line " + line : "")
                        + "; export it again");
    }

    @Override
    public void close() throws IOException {
        try {
            parser.close();
        } catch (JacksonException e) {
            throw broken(e);
        }
    }
}
