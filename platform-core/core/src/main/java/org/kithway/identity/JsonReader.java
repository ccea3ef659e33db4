package org.kithway.identity;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads JSON of objects, arrays, numbers and texts, as models are written. */
final class JsonReader {
    private static final int DEEPEST = 8;

    private final String text;
    private int at;

    JsonReader(String text) {
        this.text = text;
    }

    /**
     * The whole text as an object; numbers are doubles.
     *
     * @throws IllegalArgumentException if it is none
     */
    Map<String, Object> object() {
        Map<String, Object> object = object(0);
        skipSpace();
        if (at < text.length()) {
            throw fault();
        }
        return object;
    }

    private Map<String, Object> object(int depth) {
        Map<String, Object> object = new LinkedHashMap<>();
        expect('{');
        if (!accept('}')) {
            do {
                String key = string();
                expect(':');
                object.put(key, value(depth + 1));
            } while (accept(','));
            expect('}');
        }
        return object;
    }

    private Object value(int depth) {
        if (depth > DEEPEST) {
            throw fault();
        }
        skipSpace();
        char next = at < text.length() ? text.charAt(at) : ' ';
        return switch (next) {
            case '{' -> object(depth);
            case '[' -> array(depth);
            case '"' -> string();
            default -> number();
        };
    }

    private List<Object> array(int depth) {
        List<Object> values = new ArrayList<>();
        expect('[');
        if (!accept(']')) {
            do {
                values.add(value(depth + 1));
            } while (accept(','));
            expect(']');
        }
        return values;
    }

    private String string() {
        expect('"');
        StringBuilder string = new StringBuilder();
        while (at < text.length() && text.charAt(at) != '"') {
            char c = text.charAt(at++);
            if (c == '\\') {
                if (at == text.length()) {
                    throw fault();
                }
                c = text.charAt(at++);
                if (c == 'u' && at + 4 <= text.length()) {
                    c = (char) Integer.parseInt(text.substring(at, at + 4), 16);
                    at += 4;
                } else if (c != '"' && c != '\\' && c != '/') {
                    throw fault();
                }
            }
            string.append(c);
        }
        expect('"');
        return string.toString();
    }

    private Double number() {
        int start = at;
        while (at < text.length() && "+-.eE0123456789".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        try {
            return Double.valueOf(text.substring(start, at));
        } catch (NumberFormatException e) {
            at = start;
            throw fault();
        }
    }

    private void expect(char c) {
        if (!accept(c)) {
            throw fault();
        }
    }

    private boolean accept(char c) {
        skipSpace();
        if (at < text.length() && text.charAt(at) == c) {
            at++;
            return true;
        }
        return false;
    }

    private void skipSpace() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    private IllegalArgumentException fault() {
        return new IllegalArgumentException("identity model is no JSON at character " + at);
    }
}
