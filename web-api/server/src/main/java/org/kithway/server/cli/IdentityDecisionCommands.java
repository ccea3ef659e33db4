package org.kithway.server.cli;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.List;

/** The commands by which members say who is one person; each waits until people follow. */
final class IdentityDecisionCommands {
    private static final String PEOPLE = "kithway people and identity why show the ids.";
    private static final String PAIRS = "kithway identity review shows the ids of pairs.";

    private IdentityDecisionCommands() {}

    abstract static class Deciding extends ClientCommand {
        @Option(names = "--note", paramLabel = "WHY", description = "Why, in your own words.")
        private @Nullable String note;

        Deciding(Console console) {
            super(console);
        }

        final int decide(Api api, String path, ObjectNode said) {
            if (note != null) {
                said.put("note", note);
            }
            return await(api, api.post(path, said));
        }

        final int await(Api api, JsonNode decision) {
            JsonNode now = decision;
            while (Text.of(now, "state").equals("pending")) {
                console().pause();
                now = api.get("/identity/decisions/" + Text.of(decision, "id"));
            }
            JsonNode done = now;
            print(done, () -> say(IdentityText.decision(done)));
            return Failures.OK;
        }

        final int pair(Api api, String pair, String verdict) {
            return decide(
                    api,
                    "/identity/decisions",
                    Api.object().put("verdict", verdict).put("pair", id(pair, PAIRS)));
        }
    }

    @Command(name = "accept", description = "Say that a pair of the review is one person.")
    static final class Accept extends Deciding {
        @Parameters(paramLabel = "PAIR", description = "Its id, as review shows it.")
        private String pair = "";

        Accept(Console console) {
            super(console);
        }

        @Override
        int run(Api api) {
            return pair(api, pair, "same");
        }
    }

    @Command(name = "reject", description = "Say that a pair of the review is two people.")
    static final class Reject extends Deciding {
        @Parameters(paramLabel = "PAIR", description = "Its id, as review shows it.")
        private String pair = "";

        Reject(Console console) {
            super(console);
        }

        @Override
        int run(Api api) {
            return pair(api, pair, "different");
        }
    }

    @Command(name = "merge", description = "Say that people or accounts are one person.")
    static final class Merge extends Deciding {
        @Parameters(
                arity = "2..*",
                paramLabel = "ID",
                description = "Ids of people, or of accounts as identity why shows them.")
        private List<String> people = new ArrayList<>();

        Merge(Console console) {
            super(console);
        }

        @Override
        int run(Api api) {
            ObjectNode said = Api.object().put("verdict", "same");
            ArrayNode ids = said.putArray("people");
            people.forEach(person -> ids.add(id(person, PEOPLE)));
            return decide(api, "/identity/decisions", said);
        }
    }

    @Command(name = "split", description = "Say that an account is not its person's.")
    static final class Split extends Deciding {
        @Parameters(paramLabel = "ACCOUNT", description = "Its id, as identity why shows it.")
        private String account = "";

        Split(Console console) {
            super(console);
        }

        @Override
        int run(Api api) {
            return decide(
                    api, "/identity/splits", Api.object().put("account", id(account, PEOPLE)));
        }
    }

    @Command(name = "claim", description = "Say that an account is yours, or another member's.")
    static final class Claim extends Deciding {
        @Parameters(paramLabel = "ID", description = "Of the person or the account.")
        private String account = "";

        @Option(
                names = "--member",
                paramLabel = "MEMBER",
                description = "Id of the member whose it is; administrators only.")
        private @Nullable String member;

        Claim(Console console) {
            super(console);
        }

        @Override
        int run(Api api) {
            ObjectNode claim = Api.object().put("account", id(account, PEOPLE));
            if (member != null) {
                claim.put("member", id(member, "ids of members begin with mem_."));
            }
            return decide(api, "/identity/claims", claim);
        }
    }

    @Command(name = "undo", description = "Take a decision back: as though it had never been made.")
    static final class Undo extends Deciding {
        @Parameters(paramLabel = "DECISION", description = "Its id, as identity why shows it.")
        private String id = "";

        Undo(Console console) {
            super(console);
        }

        @Override
        int run(Api api) {
            String path = "/identity/decisions/" + id(id, "kithway identity why shows the ids.");
            return await(api, api.delete(path));
        }
    }
}
