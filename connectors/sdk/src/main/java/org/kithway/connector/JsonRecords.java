package org.kithway.connector;

import org.jspecify.annotations.Nullable;
import org.kithway.connector.JsonStream.Step;
import org.kithway.model.Place;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * The records of a JSON document, one small tree at a time, from where a {@link JsonLayout} says
 * that they lie. What is not wanted is passed over without being built. What follows the outermost
 * value is not read.
 *
 * <p>A document that is damaged or breaks off ends with one {@link ExportException}; all records
 * before it are read.
 */
public final class JsonRecords implements Records {
    /** Fields of the document itself, beside its records, that are held. */
    private static final int MOST_IN_HEAD = 1000;

    private final String entry;
    private final JsonStream json;
    private final JsonLayout layout;
    private final Map<String, Object> head = new LinkedHashMap<>();
    private final Set<String> unknown = new HashSet<>();
    private boolean begun;
    private boolean ended;
    private boolean inList;
    private boolean inWrapper;
    private long lists;
    private long number;

    JsonRecords(String entry, InputStream in, JsonLayout layout) throws IOException {
        this.entry = entry;
        this.layout = layout;
        this.json = JsonStream.open(in, this::keeps, layout.spelling);
    }

    /** Compares the first record's own fields with the known ones, too. */
    private boolean keeps(String field, int level) {
        if (level == 0 && field.equals(layout.wrapper)) {
            inWrapper = true;
            return true;
        }
        boolean kept = layout.kept.test(field);
        if (!kept && number == 0 && level == (inWrapper ? 1 : 0) && !layout.known.test(field)) {
            unknown.add(field);
        }
        return kept;
    }

    @Override
    public @Nullable JsonRecord next() throws IOException, UnreadableRecord {
        if (ended) {
            return null;
        }
        ended = true;
        try {
            JsonRecord record = search();
            ended = record == null;
            return record;
        } catch (UnreadableRecord e) {
            ended = false;
            throw e;
        }
    }

    private @Nullable JsonRecord search() throws IOException, UnreadableRecord {
        if (!begun) {
            begun = true;
            begin();
        }
        while (true) {
            Step step = json.next();
            if (step == null) {
                return null;
            }
            if (inList && step != Step.END) {
                return record();
            }
            switch (step) {
                case END -> {
                    inList = false;
                    if (json.depth() == 0) {
                        return alone();
                    }
                }
                case FIELD -> {
                    JsonRecord record = field(json.name());
                    if (record != null) {
                        return record;
                    }
                }
                case LIST -> json.skip();
                case OBJECT, VALUE -> {
                    // an element of the outermost list: what lies in it comes next
                }
            }
        }
    }

    private void begin() throws IOException {
        Step first = json.next();
        if (first == Step.LIST) {
            lists = layout.throughItems ? 0 : 1;
            inList = !layout.throughItems;
        } else if (first != Step.OBJECT) {
            throw new ExportException("it holds neither a list nor an object of JSON");
        }
    }

    /** What a field of the document itself holds, if that is a record. */
    private @Nullable JsonRecord field(String name) throws IOException, UnreadableRecord {
        Step value = json.next();
        if (layout.lists.test(name) && (value == Step.LIST || value == Step.OBJECT)) {
            lists++;
            inList = value == Step.LIST;
            return inList ? null : record();
        }
        if (value == Step.OBJECT && layout.through.contains(name)) {
            return null;
        }
        boolean held = layout.kept.test(name) || name.equals(layout.wrapper);
        if (held && head.size() < MOST_IN_HEAD) {
            Object read = json.value();
            if (read != null) {
                head.put(name, read);
            }
        } else {
            json.skip();
        }
        return null;
    }

    private JsonRecord record() throws IOException, UnreadableRecord {
        Object value = json.value();
        number++;
        if (value instanceof Map<?, ?> map) {
            return unwrapped(map);
        }
        if (layout.texts && value instanceof String text) {
            return new JsonRecord(place(), Map.of(JsonRecord.ITEM, text));
        }
        throw new UnreadableRecord("the record is not an object of JSON");
    }

    /** Trees are made of maps by text alone. */
    @SuppressWarnings("unchecked")
    private JsonRecord unwrapped(Map<?, ?> map) {
        Object inner = map.get(layout.wrapper);
        Map<?, ?> own = inner instanceof Map<?, ?> wrapped ? wrapped : map;
        return new JsonRecord(place(), (Map<String, Object>) own);
    }

    /** The outermost object itself, where it is the only record. */
    private @Nullable JsonRecord alone() throws ExportException {
        if (lists == 0 && !layout.alone) {
            throw new ExportException("it holds no list of records");
        }
        if (lists > 0 || (head.isEmpty() && layout.hasLists())) {
            return null;
        }
        lists++;
        number++;
        return unwrapped(Map.copyOf(head));
    }

    private Place place() {
        return new Place(entry, number);
    }

    @Override
    public long number() {
        return number;
    }

    /** In which list, from 1, the record stood that was read last. */
    public long list() {
        return lists;
    }

    /** Adds to the head what was found elsewhere, such as at the document's end. */
    public void note(String field, String text) {
        head.put(field, text);
    }

    @Override
    public JsonRecord head() {
        return new JsonRecord(Place.of(entry), head);
    }

    @Override
    public int unknownFields() {
        return unknown.size();
    }

    @Override
    public void close() throws IOException {
        json.close();
    }
}
