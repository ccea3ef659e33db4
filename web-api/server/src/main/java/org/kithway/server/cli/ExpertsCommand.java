package org.kithway.server.cli;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

@Command(name = "experts", description = "Who knows about a topic, with the evidence.")
final class ExpertsCommand extends ClientCommand {
    @Parameters(arity = "1..*", paramLabel = "TOPIC", description = "In plain words.")
    private List<String> topic = new ArrayList<>();

    @Option(names = "--limit", paramLabel = "N", description = "1 to 100; 10 if not given.")
    private @Nullable Integer limit;

    ExpertsCommand(Console console) {
        super(console);
    }

    @Override
    int run(Api api) {
        JsonNode answer =
                api.post(
                        "/experts",
                        Api.object().put("topic", String.join(" ", topic)).put("limit", limit));
        print(answer, () -> tell(answer.path("experts")));
        return Failures.OK;
    }

    private void tell(JsonNode experts) {
        if (experts.isEmpty()) {
            say("Nothing that you may see speaks of it.");
        }
        int rank = 0;
        for (JsonNode expert : experts) {
            JsonNode person = expert.path("person");
            say(
                    ++rank
                            + ". "
                            + Text.of(person, "name")
                            + " ("
                            + Text.of(person, "id")
                            + ")  score "
                            + String.format(Locale.ROOT, "%.2f", expert.path("score").asDouble(0)));
            expert.path("evidence").forEach(e -> say("   " + PersonCommand.evidence(e)));
            if (expert.path("more").isObject()) {
                say("   and " + Text.count(expert.path("more"), "count") + " more");
            }
        }
    }
}
