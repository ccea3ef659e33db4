package org.kithway.search.elasticsearch;

import org.kithway.model.AccountId;
import org.kithway.model.FactFields;
import org.kithway.model.ImportId;
import org.kithway.search.StatementDocument;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.LinkedHashMap;
import java.util.Map;

/** The wire form of a statement: the record's fields, the fact as {@link FactFields} has it. */
final class StatementJson {
    private StatementJson() {}

    static ObjectNode write(StatementDocument statement) {
        ObjectNode json = Json.object();
        json.put("id", statement.id());
        json.put("layer", statement.layer().toString());
        json.put("imported", statement.imported().value());
        json.put("part", statement.part());
        Json.put(json, statement.place());
        Json.put(json, "accounts", statement.accounts());
        ObjectNode fact = json.putObject("fact");
        FactFields.of(statement.fact())
                .forEach((name, value) -> {
                    if (value instanceof Integer number) {
                        fact.put(name, number);
                    } else {
                        fact.put(name, value.toString());
                    }
                });
        return json;
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
