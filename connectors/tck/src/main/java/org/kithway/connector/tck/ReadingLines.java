package org.kithway.connector.tck;

import org.kithway.connector.Connector;
import org.kithway.connector.Reading;
import org.kithway.model.FactFields;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Readings as lines of JSON, so that an expected file can be read and compared by people. */
final class ReadingLines {
    private ReadingLines() {}

    static List<String> of(ReadExport read) {
        List<String> lines = new ArrayList<>();
        lines.add(of(read.manifest()));
        read.readings().forEach(reading -> lines.add(of(reading)));
        return lines;
    }

    static String of(Connector.Manifest manifest) {
        Map<String, Object> fields = new LinkedHashMap<>();
        if (manifest.exportedAt() != null) {
            fields.put("exportedAt", manifest.exportedAt().toString());
        }
        if (manifest.owner() != null) {
            fields.put("owner", manifest.owner().toString());
        }
        fields.put("parts", new TreeMap<>(manifest.parts()));
        return json(fields);
    }

    static String of(Reading reading) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("place", reading.place().toString());
        switch (reading) {
            case Reading.Statement s ->
                    fields.put("facts", s.facts().stream().map(FactFields::of).toList());
            case Reading.Rejection r -> fields.put("rejected", r.reason());
            case Reading.Withheld w -> fields.put("withheld", w.rule());
            case Reading.Notice n -> fields.put("notice", n.text());
        }
        return json(fields);
    }

    private static String json(Object value) {
        StringBuilder text = new StringBuilder();
        write(value, text);
        return text.toString();
    }

    private static void write(Object value, StringBuilder into) {
        switch (value) {
            case Map<?, ?> fields -> {
                String separator = "{";
                for (Map.Entry<?, ?> field : fields.entrySet()) {
                    into.append(separator);
                    quote(field.getKey().toString(), into);
                    into.append(':');
                    write(field.getValue(), into);
                    separator = ",";
                }
                into.append(fields.isEmpty() ? "{}" : "}");
            }
            case List<?> elements -> {
                String separator = "[";
                for (Object element : elements) {
                    into.append(separator);
                    write(element, into);
                    separator = ",";
                }
                into.append(elements.isEmpty() ? "[]" : "]");
            }
            case Number number -> into.append(number);
            default -> quote(value.toString(), into);
        }
    }

    private static void quote(String text, StringBuilder into) {
        into.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> into.append("\\\"");
                case '\\' -> into.append("\\\\");
                case '\n' -> into.append("\\n");
                case '\r' -> into.append("\\r");
                case '\t' -> into.append("\\t");
                default -> {
                    if (Character.isISOControl(c) || Character.isSurrogate(c)) {
                        into.append("\\u").append(hex(c));
                    } else {
                        into.append(c);
                    }
                }
            }
        }
        into.append('"');
    }

    private static String hex(char c) {
        String digits = Integer.toHexString(c);
        return "0".repeat(4 - digits.length()) + digits;
    }
}
