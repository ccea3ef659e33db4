package org.kithway.search.elasticsearch;

import org.kithway.model.AccountId;
import org.kithway.model.ImportId;
import org.kithway.model.PartialDate;
import org.kithway.model.PersonId;
import org.kithway.model.Site;
import org.kithway.search.EvidenceDocument;

import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;

import java.util.Locale;

/** The wire form of evidence: the record's fields. */
final class EvidenceJson {
    private EvidenceJson() {}

    static void write(JsonGenerator out, EvidenceDocument evidence) {
        out.writeStartObject();
        Json.put(out, "id", evidence.id());
        Json.put(out, "layer", evidence.layer());
        Json.put(out, "person", evidence.person());
        Json.put(out, "kind", evidence.kind().name().toLowerCase(Locale.ROOT));
        Json.put(out, "site", evidence.site().name());
        Json.put(out, "date", evidence.date());
        Json.put(out, "text", evidence.text());
        Json.put(out, "by", evidence.by());
        Json.put(out, "imported", evidence.imported());
        Json.put(out, evidence.place());
        out.writeEndObject();
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
