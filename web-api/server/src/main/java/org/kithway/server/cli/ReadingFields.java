package org.kithway.server.cli;

import org.kithway.connector.Connector;
import org.kithway.connector.Reading;
import org.kithway.model.Fact;
import org.kithway.model.FactFields;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What a connector says, as fields and in words. */
final class ReadingFields {
    private ReadingFields() {}

    static ObjectNode of(Connector.Manifest manifest) {
        ObjectNode fields = Api.object();
        if (manifest.exportedAt() != null) {
            fields.put("exportedAt", manifest.exportedAt().toString());
        }
        if (manifest.owner() != null) {
            fields.put("owner", manifest.owner().toString());
        }
        ObjectNode parts = fields.putObject("parts");
        new TreeMap<>(manifest.parts()).forEach(parts::put);
        return fields;
    }

    static ObjectNode of(Reading reading) {
        ObjectNode fields = Api.object().put("place", reading.place().toString());
        return switch (reading) {
            case Reading.Statement statement -> {
                ArrayNode facts = fields.putArray("facts");
                statement.facts().forEach(fact -> put(fact, facts.addObject()));
                yield fields;
            }
            case Reading.Rejection rejection -> fields.put("rejected", rejection.reason());
            case Reading.Withheld withheld -> fields.put("withheld", withheld.rule());
            case Reading.Notice notice -> fields.put("notice", notice.text());
        };
    }

    private static void put(Fact fact, ObjectNode into) {
        FactFields.of(fact)
                .forEach((name, value) -> {
                    if (value instanceof Integer number) {
                        into.put(name, number);
                    } else {
                        into.put(name, value.toString());
                    }
                });
    }

    static List<String> inWords(Connector.Manifest manifest) {
        return List.of(
                "exported: " + (manifest.exportedAt() == null ? "not said" : manifest.exportedAt()),
                "owner: " + (manifest.owner() == null ? "not said" : line(manifest.owner())),
                "");
    }

    /** A line for each fact, or the one line that there is to say. */
    static List<String> inWords(Reading reading) {
        String place = line(reading.place());
        List<String> lines = new ArrayList<>();
        switch (reading) {
            case Reading.Statement statement ->
                    statement.facts().forEach(fact -> lines.add(place + "  " + inWords(fact)));
            case Reading.Rejection rejection ->
                    lines.add(
                            place
                                    + (rejection.endsFile() ? "  ends the file: " : "  rejected: ")
                                    + line(rejection.reason()));
            case Reading.Withheld withheld ->
                    lines.add(place + "  withheld: " + line(withheld.rule()));
            case Reading.Notice notice -> lines.add(place + "  notice: " + line(notice.text()));
        }
        return lines;
    }

    private static String inWords(Fact fact) {
        Map<String, Object> fields = FactFields.of(fact);
        return fields.entrySet().stream()
                .map(field ->
                        field.getKey().equals(FactFields.KIND)
                                ? line(field.getValue())
                                : field.getKey() + "=" + line(field.getValue()))
                .collect(Collectors.joining(" "));
    }

    private static String line(Object value) {
        return Text.clean(value.toString());
    }
}
