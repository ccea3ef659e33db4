package org.kithway.connector.myspace;

import org.jspecify.annotations.Nullable;
import org.kithway.connector.JsonStream;
import org.kithway.connector.JsonStream.Step;

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
        for (Step token = json.next(); token != null; token = json.next()) {
            if (atRoot) {
                atRoot = false;
                return Node.of(json.value());
            }
            if (inList && token != Step.END) {
                return Node.of(json.value());
            }
            inList = false;
            inLinks = inLinks && token == Step.FIELD;
            if (token == Step.FIELD) {
                Node record = field(json.name());
                if (record != null) {
                    return record;
                }
            }
        }
        return null;
    }

    private @Nullable Node field(String name) throws IOException {
        Step value = json.next();
        if (inLinks) {
            return new Node.Fields(Map.of("id", new Node.Text(name), LINKS, Node.of(json.value())));
        }
        if (value == Step.OBJECT && name.equals(WRAPPER)) {
            return null;
        }
        if (value == Step.OBJECT && name.equals(LINKS)) {
            inLinks = true;
            return null;
        }
        if (value == Step.OBJECT && LISTS.contains(name)) {
            return Node.of(json.value());
        }
        if (value == Step.LIST && LISTS.contains(name)) {
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
