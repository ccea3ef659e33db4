package org.kithway.search.elasticsearch;

import org.kithway.model.AccountId;
import org.kithway.model.ImportId;
import org.kithway.model.PartialDate;
import org.kithway.model.PersonId;
import org.kithway.model.Site;
import org.kithway.search.EvidenceDocument;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.Locale;

/** The wire form of evidence: the record's fields. */
final class EvidenceJson {
    private EvidenceJson() {}

    static ObjectNode write(EvidenceDocument evidence) {
        ObjectNode json = Json.object();
        json.put("id", evidence.id());
        json.put("layer", evidence.layer().toString());
        json.put("person", evidence.person().value());
        json.put("kind", evidence.kind().name().toLowerCase(Locale.ROOT));
        json.put("site", evidence.site().name());
        Json.put(json, "date", evidence.date());
        json.put("text", evidence.text());
        Json.put(json, "by", evidence.by());
        json.put("imported", evidence.imported().value());
        Json.put(json, evidence.place());
        return json;
    }

    static EvidenceDocument read(JsonNode json) {
        return new EvidenceDocument(
                Json.text(json, "id"),
                Json.layer(json),
                new PersonId(Json.text(json, "person")),
                EvidenceDocument.Kind.valueOf(Json.text(json, "kind").toUpperCase(Locale.ROOT)),
                new Site(Json.text(json, "site")),
                Json.optional(json, "date", PartialDate::parse),
                Json.text(json, "text"),
                Json.optional(json, "by", AccountId::parse),
                new ImportId(Json.text(json, "imported")),
                Json.place(json));
    }
}
