package org.kithway.server.cli;

import tools.jackson.databind.JsonNode;

import java.util.Locale;
import java.util.stream.Collectors;

/** Who is one person and why, in words. */
final class IdentityText {
    private IdentityText() {}

    /** {@code same name, rare (+9.1), same employer in the same years (+4.3)}. */
    static String reasons(JsonNode reasons) {
        return reasons.valueStream()
                .map(reason -> {
                    double bits = reason.path("bits").asDouble(0);
                    String words = Text.of(reason, "words");
                    return bits == 0 ? words : words + String.format(Locale.ROOT, " (%+.1f)", bits);
                })
                .collect(Collectors.joining(", "));
    }

    /** How likely it is, with the reasons. */
    static String judgement(JsonNode judgement) {
        String reasons = reasons(judgement.path("reasons"));
        return Text.percent(judgement.path("probability").asDouble(0))
                + (reasons.isEmpty() ? "" : ": " + reasons);
    }

    static String accounts(JsonNode accounts) {
        return accounts.valueStream()
                .map(account ->
                        Text.of(account, "site")
                                + ":"
                                + Text.of(account, "key")
                                + " ("
                                + Text.of(account, "id")
                                + ")")
                .collect(Collectors.joining(", "));
    }

    /** An event on a line. */
    static String event(JsonNode event) {
        String parts =
                event.path("parts")
                        .valueStream()
                        .map(part ->
                                part.valueStream()
                                        .map(a -> Text.of(a, "site") + ":" + Text.of(a, "key"))
                                        .collect(Collectors.joining(" + ")))
                        .collect(Collectors.joining(" | "));
        String cause = Text.of(event, "cause");
        return Text.of(event, "recorded")
                + "  "
                + Text.of(event, "kind")
                + "  "
                + Text.of(event, "person")
                + "  "
                + parts
                + ": "
                + reasons(event.path("reasons"))
                + (cause.isEmpty() ? "" : "  [" + cause + "]");
    }

    /** A decision on a line. */
    static String decision(JsonNode decision) {
        String others = accounts(decision.path("others"));
        String note = Text.of(decision, "note");
        return Text.of(decision, "id")
                + "  "
                + Text.of(decision, "state")
                + "  "
                + (decision.path("claim").asBoolean(false)
                        ? "claimed"
                        : Text.of(decision, "verdict"))
                + ": "
                + accounts(decision.path("accounts"))
                + (others.isEmpty() ? "" : " | " + others)
                + ", by "
                + Text.of(decision.path("by"), "name")
                + (note.isEmpty() ? "" : ": " + note);
    }
}
