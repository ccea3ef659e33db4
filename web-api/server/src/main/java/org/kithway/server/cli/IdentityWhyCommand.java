package org.kithway.server.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

import tools.jackson.databind.JsonNode;

import java.util.HashMap;
import java.util.Map;

@Command(name = "why", description = "Tell why the accounts of a person are one person's.")
final class IdentityWhyCommand extends ClientCommand {
    @Parameters(paramLabel = "ID", description = "As people shows it.")
    private String id = "";

    IdentityWhyCommand(Console console) {
        super(console);
    }

    @Override
    int run(Api api) {
        String path = "/people/" + id(id, "kithway people QUERY shows the ids of people.");
        JsonNode identity = api.get(path + "/identity");
        print(identity, () -> tell(identity));
        return Failures.OK;
    }

    private void tell(JsonNode identity) {
        say(Text.of(identity, "name") + " (" + Text.of(identity, "id") + ")");
        Map<String, String> names = new HashMap<>();
        for (JsonNode atom : identity.path("atoms")) {
            say("  " + IdentityText.accounts(atom.path("accounts")));
            JsonNode first = atom.path("accounts").path(0);
            names.put(Text.of(atom, "id"), Text.of(first, "site") + ":" + Text.of(first, "key"));
            for (JsonNode stated : atom.path("stated")) {
                say(
                        "    an export states that "
                                + Text.of(stated, "one")
                                + " and "
                                + Text.of(stated, "other")
                                + " are one person  ["
                                + Text.of(stated, "import")
                                + "]");
            }
        }
        for (JsonNode link : identity.path("links")) {
            String decision = Text.of(link, "decision");
            say(
                    "  "
                            + Text.of(link, "state")
                            + "  "
                            + named(names, Text.of(link, "one"))
                            + " and "
                            + named(names, Text.of(link, "other"))
                            + "  "
                            + IdentityText.judgement(link.path("judgement"))
                            + (decision.isEmpty() ? "" : "  [" + decision + "]"));
        }
        if (!identity.path("decisions").isEmpty()) {
            say("Decisions:");
            identity.path("decisions").forEach(each -> say("  " + IdentityText.decision(each)));
        }
        if (!identity.path("events").isEmpty()) {
            say("Merges and splits:");
            identity.path("events").forEach(each -> say("  " + IdentityText.event(each)));
        }
    }

    private static String named(Map<String, String> names, String id) {
        return names.getOrDefault(id, id);
    }
}
