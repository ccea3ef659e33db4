package org.kithway.connector.myspace;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JsonToken;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;

/** The records of a JSON document. */
final class JsonRecords implements Records {
    private final JsonStream json;
    private boolean atRoot;
    private boolean inList;
    private boolean inLinks;

    /**
     * @param atRoot whether the document itself is the one record
     */
    JsonRecords(InputStream in, boolean atRoot) throws IOException {
        this.json = JsonStream.open(in);
        this.atRoot = atRoot;
    }

    @Override
    public @Nullable Node next() throws IOException {
        for (JsonToken token = json.next(); token != null; token = json.next()) {
            if (atRoot) {
                atRoot = false;
                return json.tree();
            }
            if (inList && token != JsonToken.END_ARRAY) {
                return json.tree();
            }
            inList = false;
            inLinks = inLinks && token == JsonToken.PROPERTY_NAME;
            if (token == JsonToken.PROPERTY_NAME) {
                Node record = field(json.name());
                if (record != null) {
                    return record;
                }
            }
        }
        return null;
    }

    private @Nullable Node field(String name) throws IOException {
        JsonToken value = json.next();
        if (inLinks) {
            return new Node.Fields(Map.of("id", new Node.Text(name), LINKS, json.tree()));
        }
        if (value == JsonToken.START_OBJECT && name.equals(WRAPPER)) {
            return null;
        }
        if (value == JsonToken.START_OBJECT && name.equals(LINKS)) {
            inLinks = true;
            return null;
        }
        if (value == JsonToken.START_OBJECT && LISTS.contains(name)) {
            return json.tree();
        }
        if (value == JsonToken.START_ARRAY && LISTS.contains(name)) {
            inList = true;
            return null;
        }
        json.skip();
        return null;
    }

    @Override
    public void close() throws IOException {
        json.close();
    }
}
