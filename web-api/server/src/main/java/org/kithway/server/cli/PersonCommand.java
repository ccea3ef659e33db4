package org.kithway.server.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

import tools.jackson.databind.JsonNode;

import java.util.stream.Collectors;

@Command(name = "person", description = "Show a person with the evidence and the ties.")
final class PersonCommand extends ClientCommand {
    @Parameters(paramLabel = "ID", description = "As people shows it.")
    private String id = "";

    PersonCommand(Console console) {
        super(console);
    }

    @Override
    int run(Api api) {
        JsonNode person =
                api.get("/people/" + id(id, "kithway people QUERY shows the ids of people."));
        print(person, () -> tell(person));
        return Failures.OK;
    }

    private void tell(JsonNode person) {
        say(Text.of(person, "name") + " (" + Text.of(person, "id") + ")");
        line("headline", Text.of(person, "headline"));
        line("accounts", PeopleCommand.accounts(person));
        line("organizations", joined(person.path("organizations")));
        line("titles", joined(person.path("titles")));
        line("skills", joined(person.path("skills")));
        line("places", joined(person.path("places")));
        line("schools", joined(person.path("schools")));
        line("languages", joined(person.path("languages")));
        line("known by", names(person.path("knownBy")));
        if (!person.path("evidence").isEmpty()) {
            say("Evidence:");
            person.path("evidence").forEach(e -> say("  " + evidence(e)));
        }
        if (!person.path("ties").isEmpty()) {
            say("Ties:");
            person.path("ties").forEach(this::tie);
        }
    }

    private void tie(JsonNode tie) {
        say(
                "  "
                        + Text.of(tie.path("person"), "name")
                        + "  "
                        + Text.percent(tie.path("probability").asDouble(0))
                        + "  "
                        + joined(tie.path("reasons")));
    }

    private void line(String label, String text) {
        if (!text.isEmpty()) {
            say("  " + label + ": " + text);
        }
    }

    /** What is said, when, and where it is written. */
    static String evidence(JsonNode evidence) {
        String date = Text.of(evidence, "date");
        return (date.isEmpty() ? "undated" : date)
                + "  "
                + Text.of(evidence, "text")
                + "  ["
                + Text.of(evidence, "kind")
                + ", "
                + Text.of(evidence, "site")
                + ", "
                + Text.of(evidence, "import")
                + " "
                + Text.of(evidence, "place")
                + "]";
    }

    static String joined(JsonNode texts) {
        return texts.valueStream()
                .map(t -> Text.clean(t.asString("")))
                .collect(Collectors.joining("; "));
    }

    private static String names(JsonNode people) {
        return people.valueStream().map(p -> Text.of(p, "name")).collect(Collectors.joining(", "));
    }
}
