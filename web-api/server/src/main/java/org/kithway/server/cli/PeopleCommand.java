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
import java.util.stream.Collectors;

@Command(name = "people", description = "Find people.")
final class PeopleCommand extends ClientCommand {
    @Parameters(
            arity = "1..*",
            paramLabel = "QUERY",
            description = "Words, \"phrases\", AND OR NOT, parentheses, field:value.")
    private List<String> query = new ArrayList<>();

    @Option(names = "--size", paramLabel = "N", description = "How many to show; 20 if not given.")
    private @Nullable Integer size;

    @Option(
            names = "--facet",
            paramLabel = "FIELD",
            description = "Count the people by this field's values; may be repeated.")
    private List<String> facets = new ArrayList<>();

    PeopleCommand(Console console) {
        super(console);
    }

    @Override
    int run(Api api) {
        ObjectNode question = Api.object().put("q", String.join(" ", query)).put("size", size);
        ArrayNode counted = question.putArray("facets");
        facets.forEach(counted::add);
        JsonNode answer = api.post("/people/search", question);
        print(answer, () -> tell(answer));
        return Failures.OK;
    }

    private void tell(JsonNode answer) {
        long total = answer.path("total").asLong(0);
        say(total == 1 ? "1 person" : Text.count(total) + " people");
        if (!answer.path("people").isEmpty()) {
            say(
                    Text.table(
                            List.of("ID", "NAME", "HEADLINE", "ACCOUNTS"),
                            answer.path("people").valueStream().map(PeopleCommand::row).toList()));
        }
        answer.path("facets")
                .forEachEntry((field, counts) -> {
                    say("");
                    say("By " + Text.clean(field) + ":");
                    counts.forEach(count -> {
                        String label = Text.of(count, "label");
                        say(
                                "  "
                                        + (label.isEmpty() ? Text.of(count, "value") : label)
                                        + ": "
                                        + Text.count(count, "count"));
                    });
                });
    }

    private static List<String> row(JsonNode person) {
        return List.of(
                Text.of(person, "id"),
                Text.of(person, "name"),
                Text.of(person, "headline"),
                accounts(person));
    }

    static String accounts(JsonNode person) {
        return person.path("accounts")
                .valueStream()
                .map(a -> Text.of(a, "site") + ":" + Text.of(a, "key"))
                .collect(Collectors.joining(", "));
    }
}
