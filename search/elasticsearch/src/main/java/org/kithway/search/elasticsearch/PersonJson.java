package org.kithway.search.elasticsearch;

import org.kithway.model.AccountId;
import org.kithway.model.MemberId;
import org.kithway.model.PersonId;
import org.kithway.search.Field;
import org.kithway.search.PersonDocument;

import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.EnumMap;
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

    static void write(JsonGenerator out, PersonDocument person) {
        out.writeStartObject();
        Json.put(out, "id", person.id());
        Json.put(out, "layer", person.layer());
        Json.put(out, "names", person.names());
        Json.put(out, "headline", person.headline());
        Json.put(out, "accounts", person.accounts());
        Json.put(out, "aliases", person.aliases());
        Json.put(out, "organization", person.organization());
        Json.put(out, "title", person.title());
        Json.put(out, "organizations", person.organizations());
        Json.put(out, "titles", person.titles());
        Json.put(out, "skills", person.skills());
        Json.put(out, "places", person.places());
        Json.put(out, "industries", person.industries());
        Json.put(out, "schools", person.schools());
        Json.put(out, "languages", person.languages());
        Json.put(out, "interests", person.interests());
        Json.put(out, "knownBy", person.knownBy());
        if (!person.connectedYears().isEmpty()) {
            out.writeArrayPropertyStart("connectedYears");
            person.connectedYears().forEach(out::writeNumber);
            out.writeEndArray();
        }
        Json.put(out, "memberId", person.memberId());
        out.writeNumberProperty("ties", person.ties());
        Json.put(
                out,
                "order",
                person.names().isEmpty() ? NAMELESS : Spelling.key(person.names().getFirst()));
        Map<Field, Map<String, String>> counted = new EnumMap<>(Field.class);
        for (Field field : Field.values()) {
            Map<String, String> labels = new LinkedHashMap<>();
            for (String value : counted(person, field)) {
                labels.putIfAbsent(Spelling.key(value), Spelling.label(value));
            }
            counted.put(field, labels);
        }
        out.writeObjectPropertyStart("key");
        counted.forEach((field, labels) -> Json.put(out, field.label(), labels.keySet()));
        out.writeEndObject();
        out.writeObjectPropertyStart("label");
        counted.forEach((field, labels) -> Json.put(out, field.label(), labels.values()));
        out.writeEndObject();
        out.writeEndObject();
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
                Json.list(json, "aliases", PersonId::new),
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
