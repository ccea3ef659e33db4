package org.kithway.registry;

import org.jspecify.annotations.Nullable;
import org.kithway.model.AccountId;
import org.kithway.model.ImportId;
import org.kithway.model.Layer;
import org.kithway.model.MemberId;
import org.kithway.model.PersonId;
import org.kithway.model.Site;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Decisions as JSON, in the registry and in the log. Fields may be added; what was written once can
 * always be read.
 */
public final class DecisionFormat {
    private DecisionFormat() {}

    public static String write(Decision decision) {
        ObjectNode object = Json.MAPPER.createObjectNode();
        switch (decision) {
            case Decision.ImportSettled settled -> {
                object.put("type", "import-settled");
                object.put("import", settled.imported().value());
                object.put("member", settled.member().value());
                object.put("site", settled.site().name());
                if (settled.owner() != null) {
                    object.put("owner", settled.owner().toString());
                }
                object.put("layer", settled.layer().toString());
                if (settled.exportedAt() != null) {
                    object.put("exportedAt", settled.exportedAt().toString());
                }
                object.put("submitted", settled.submitted().toString());
                ArrayNode parts = object.putArray("parts");
                settled.parts().forEach(parts::add);
                if (!settled.fragments().isEmpty()) {
                    ArrayNode fragments = object.putArray("fragments");
                    settled.fragments().forEach(fragments::add);
                }
                ObjectNode ends = object.putObject("ends");
                settled.ends().forEach((partition, end) -> ends.put(partition.toString(), end));
            }
            case Decision.ImportUndone undone -> {
                object.put("type", "import-undone");
                object.put("import", undone.imported().value());
            }
            case Decision.SamePerson same -> {
                verdict(object, "same-person", same);
                object.put("claim", same.claim());
                accounts(object, "accounts", same.accounts());
            }
            case Decision.DifferentPeople different -> {
                verdict(object, "different-people", different);
                accounts(object, "accounts", different.accounts());
                accounts(object, "others", different.others());
            }
            case Decision.VerdictWithdrawn withdrawn -> {
                object.put("type", "verdict-withdrawn");
                object.put("id", withdrawn.verdict());
                object.put("by", withdrawn.by().value());
            }
            case Decision.ModelAdopted adopted -> {
                object.put("type", "identity-model-adopted");
                object.put("version", adopted.version());
                object.put("model", adopted.model());
                object.put("by", adopted.by().value());
            }
            case Decision.AskMade made -> {
                object.put("type", "ask-made");
                object.put("id", made.id());
                object.put("by", made.by().value());
                object.put("purpose", made.purpose().name());
                ArrayNode people = object.putArray("people");
                made.people().forEach(person -> people.add(person.value()));
                object.put("at", made.at().toString());
            }
            case Decision.AskNoted noted -> {
                object.put("type", "ask-noted");
                object.put("ask", noted.ask());
                object.put("code", noted.code());
                object.put("event", noted.event().name());
                object.put("at", noted.at().toString());
            }
            case Decision.AskingPreferred preferred -> {
                object.put("type", "asking-preferred");
                object.put("person", preferred.person().value());
                object.put("by", preferred.by().value());
                ArrayNode never = object.putArray("neverFor");
                preferred.neverFor().forEach(purpose -> never.add(purpose.name()));
                object.put("weekly", preferred.weekly());
            }
        }
        return object.toString();
    }

    private static void verdict(ObjectNode object, String type, Decision.Verdict verdict) {
        object.put("type", type);
        object.put("id", verdict.id());
        object.put("by", verdict.by().value());
        object.put("layer", verdict.layer().toString());
    }

    private static void accounts(ObjectNode object, String name, Set<AccountId> accounts) {
        ArrayNode array = object.putArray(name);
        accounts.forEach(account -> array.add(account.toString()));
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws IllegalArgumentException if the text is nothing that it writes
     */
    public static Decision read(String text) {
        try {
            JsonNode object = Json.MAPPER.readTree(text);
            String type = string(object, "type");
            return switch (type) {
                case "import-settled" -> settled(object);
                case "import-undone" ->
                        new Decision.ImportUndone(new ImportId(string(object, "import")));
                case "same-person" ->
                        new Decision.SamePerson(
                                string(object, "id"),
                                new MemberId(string(object, "by")),
                                Layer.parse(string(object, "layer")),
                                object.required("claim").booleanValue(),
                                accounts(object.required("accounts")));
                case "different-people" ->
                        new Decision.DifferentPeople(
                                string(object, "id"),
                                new MemberId(string(object, "by")),
                                Layer.parse(string(object, "layer")),
                                accounts(object.required("accounts")),
                                accounts(object.required("others")));
                case "verdict-withdrawn" ->
                        new Decision.VerdictWithdrawn(
                                string(object, "id"), new MemberId(string(object, "by")));
                case "identity-model-adopted" ->
                        new Decision.ModelAdopted(
                                object.required("version").longValue(),
                                string(object, "model"),
                                new MemberId(string(object, "by")));
                case "ask-made" ->
                        new Decision.AskMade(
                                string(object, "id"),
                                new MemberId(string(object, "by")),
                                Purpose.valueOf(string(object, "purpose")),
                                strings(object.required("people")).stream()
                                        .map(PersonId::new)
                                        .collect(Collectors.toSet()),
                                Instant.parse(string(object, "at")));
                case "ask-noted" ->
                        new Decision.AskNoted(
                                string(object, "ask"),
                                string(object, "code"),
                                Ask.Event.valueOf(string(object, "event")),
                                Instant.parse(string(object, "at")));
                case "asking-preferred" ->
                        new Decision.AskingPreferred(
                                new PersonId(string(object, "person")),
                                new MemberId(string(object, "by")),
                                strings(object.required("neverFor")).stream()
                                        .map(Purpose::valueOf)
                                        .collect(Collectors.toSet()),
                                object.required("weekly").intValue());
                default -> throw new IllegalArgumentException("no decision is a " + type);
            };
        } catch (JacksonException e) {
            throw new IllegalArgumentException("not a decision as JSON", e);
        }
    }

    private static Decision.ImportSettled settled(JsonNode object) {
        Map<Integer, Long> ends = new TreeMap<>();
        for (Map.Entry<String, JsonNode> end : object.required("ends").properties()) {
            ends.put(Integer.valueOf(end.getKey()), end.getValue().longValue());
        }
        String owner = stringOrNull(object, "owner");
        String exportedAt = stringOrNull(object, "exportedAt");
        return new Decision.ImportSettled(
                new ImportId(string(object, "import")),
                new MemberId(string(object, "member")),
                new Site(string(object, "site")),
                owner == null ? null : AccountId.parse(owner),
                Layer.parse(string(object, "layer")),
                exportedAt == null ? null : Instant.parse(exportedAt),
                Instant.parse(string(object, "submitted")),
                strings(object.required("parts")),
                strings(object.path("fragments")),
                ends);
    }

    private static SortedSet<AccountId> accounts(JsonNode array) {
        SortedSet<AccountId> accounts = new TreeSet<>();
        strings(array).forEach(account -> accounts.add(AccountId.parse(account)));
        return accounts;
    }

    private static Set<String> strings(JsonNode array) {
        Set<String> strings = new TreeSet<>();
        for (JsonNode string : array) {
            strings.add(string.stringValue());
        }
        return strings;
    }

    private static String string(JsonNode object, String name) {
        JsonNode value = object.required(name);
        if (!value.isString()) {
            throw new IllegalArgumentException(name + " is no string");
        }
        return value.stringValue();
    }

    private static @Nullable String stringOrNull(JsonNode object, String name) {
        return object.hasNonNull(name) ? string(object, name) : null;
    }
}
