package org.kithway.connector.twitter;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JsonToken;

import java.io.IOException;

/** The objects of a script's list, or the one object that it holds, each out of its wrapper. */
final class ScriptRecords implements Source {
    private final Script script;
    private final String wrapper;
    private boolean begun;
    private boolean ended;

    ScriptRecords(Script script, String wrapper) {
        this.script = script;
        this.wrapper = wrapper;
    }

    @Override
    public @Nullable Fields next() throws IOException, Unreadable, BrokenOff {
        if (ended) {
            return null;
        }
        JsonToken token = script.token();
        if (!begun) {
            begun = true;
            if (token == JsonToken.START_OBJECT) {
                ended = true;
                return unwrapped(script.object());
            }
            if (token != JsonToken.START_ARRAY) {
                throw new BrokenOff(
                        "the file holds no list of records: download the archive again");
            }
            token = script.token();
        }
        if (token == JsonToken.START_OBJECT) {
            return unwrapped(script.object());
        }
        if (token == JsonToken.END_ARRAY) {
            ended = true;
            return null;
        }
        if (token == null) {
            throw new BrokenOff("the file ends too early: download the archive again");
        }
        script.skip();
        throw new Unreadable("the record is not a JSON object");
    }

    /** In 2018 and 2019 some records lay bare. */
    private Fields unwrapped(Fields record) {
        return record.has(wrapper) ? record.object(wrapper) : record;
    }

    @Override
    public int unknownFields() {
        return script.unknownFields();
    }

    @Override
    public void close() throws IOException {
        script.close();
    }
}
