package org.kithway.search.elasticsearch;

import org.kithway.model.AccountId;
import org.kithway.model.FactFields;
import org.kithway.model.ImportId;
import org.kithway.search.StatementDocument;

import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;

import java.util.LinkedHashMap;
import java.util.Map;

/** The wire form of a statement: the record's fields, the fact as {@link FactFields} has it. */
final class StatementJson {
    private StatementJson() {}

    static void write(JsonGenerator out, StatementDocument statement) {
        out.writeStartObject();
        Json.put(out, "id", statement.id());
        Json.put(out, "layer", statement.layer());
        Json.put(out, "imported", statement.imported());
        Json.put(out, "part", statement.part());
        Json.put(out, statement.place());
        Json.put(out, "accounts", statement.accounts());
        out.writeObjectPropertyStart("fact");
        FactFields.of(statement.fact())
                .forEach((name, value) -> {
                    if (value instanceof Integer number) {
                        out.writeNumberProperty(name, number);
                    } else {
                        Json.put(out, name, value);
                    }
                });
        out.writeEndObject();
        out.writeEndObject();
    }

    static StatementDocument read(JsonNode json) {
        Map<String, Object> fact = new LinkedHashMap<>();
        json.path("fact")
                .forEachEntry((name, value) -> {
                    fact.put(name, value.isInt() ? (Object) value.intValue() : value.stringValue());
                });
        return new StatementDocument(
                Json.text(json, "id"),
                Json.layer(json),
                new ImportId(Json.text(json, "imported")),
                Json.text(json, "part"),
                Json.place(json),
                Json.list(json, "accounts", AccountId::parse),
                FactFields.read(fact));
    }
}
