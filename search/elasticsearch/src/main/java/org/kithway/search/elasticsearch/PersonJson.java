package org.kithway.search.elasticsearch;

import org.kithway.model.AccountId;
import org.kithway.model.MemberId;
import org.kithway.model.PersonId;
import org.kithway.search.Field;
import org.kithway.search.PersonDocument;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The wire form of a person: the record's fields, and what is counted and sorted by, which is
 * indexed and not kept.
 */
final class PersonJson {
    /** Sorts behind all names. */
    private static final String NAMELESS = "\uffff";

    private PersonJson() {}

    static ObjectNode write(PersonDocument person) {
        ObjectNode json = Json.object();
        json.put("id", person.id().value());
        json.put("layer", person.layer().toString());
        Json.put(json, "names", person.names());
        Json.put(json, "headline", person.headline());
        Json.put(json, "accounts", person.accounts());
        Json.put(json, "organization", person.organization());
        Json.put(json, "title", person.title());
        Json.put(json, "organizations", person.organizations());
        Json.put(json, "titles", person.titles());
        Json.put(json, "skills", person.skills());
        Json.put(json, "places", person.places());
        Json.put(json, "industries", person.industries());
        Json.put(json, "schools", person.schools());
        Json.put(json, "languages", person.languages());
        Json.put(json, "interests", person.interests());
        Json.put(json, "knownBy", person.knownBy());
        if (!person.connectedYears().isEmpty()) {
            var years = json.putArray("connectedYears");
            person.connectedYears().forEach(year -> years.add(year.intValue()));
        }
        Json.put(json, "memberId", person.memberId());
        json.put("ties", person.ties());
        json.put(
                "order",
                person.names().isEmpty() ? NAMELESS : Spelling.key(person.names().getFirst()));
        ObjectNode keys = json.putObject("key");
        ObjectNode labels = json.putObject("label");
        for (Field field : Field.values()) {
            Map<String, String> values = new LinkedHashMap<>();
            for (String value : counted(person, field)) {
                values.putIfAbsent(Spelling.key(value), Spelling.label(value));
            }
            Json.put(keys, field.label(), values.keySet());
            Json.put(labels, field.label(), values.values());
        }
        return json;
    }

    static PersonDocument read(JsonNode json) {
        List<Integer> years = new ArrayList<>();
        json.path("connectedYears").forEach(year -> years.add(year.intValue()));
        return new PersonDocument(
                new PersonId(Json.text(json, "id")),
                Json.layer(json),
                Json.texts(json, "names"),
                Json.optional(json, "headline"),
                Json.list(json, "accounts", AccountId::parse),
                Json.optional(json, "organization"),
                Json.optional(json, "title"),
                Json.texts(json, "organizations"),
                Json.texts(json, "titles"),
                Json.texts(json, "skills"),
                Json.texts(json, "places"),
                Json.texts(json, "industries"),
                Json.texts(json, "schools"),
                Json.texts(json, "languages"),
                Json.texts(json, "interests"),
                Json.list(json, "knownBy", MemberId::new),
                List.copyOf(years),
                Json.optional(json, "memberId", MemberId::new),
                json.path("ties").intValue());
    }

    private static List<String> counted(PersonDocument person, Field field) {
        return switch (field) {
            case COMPANY -> person.organizations();
            case TITLE -> person.titles();
            case SKILL -> person.skills();
            case PLACE -> person.places();
            case INDUSTRY -> person.industries();
            case SCHOOL -> person.schools();
            case LANGUAGE -> person.languages();
            case INTEREST -> person.interests();
            case SITE -> person.accounts().stream().map(a -> a.site().name()).toList();
            case KNOWNBY -> person.knownBy().stream().map(MemberId::value).toList();
            case NAME, HEADLINE, SINCE -> List.of();
        };
    }
}
