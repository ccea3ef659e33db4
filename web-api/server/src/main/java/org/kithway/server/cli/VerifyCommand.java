package org.kithway.server.cli;

import picocli.CommandLine.Command;

import tools.jackson.databind.JsonNode;

import java.util.List;

@Command(
        name = "verify",
        description =
                "Compare ledger, topic, index, people and graph for every import; exit code 3 if"
                        + " anything differs.")
final class VerifyCommand extends ClientCommand {
    VerifyCommand(Console console) {
        super(console);
    }

    @Override
    int run(Api api) {
        JsonNode answer = api.post("/operations/verify");
        print(
                answer,
                () ->
                        say(
                                Text.table(
                                        List.of("IMPORT", "CHECK", "RESULT"),
                                        answer.path("checks")
                                                .valueStream()
                                                .map(VerifyCommand::row)
                                                .toList())));
        return answer.path("ok").asBoolean(false) ? Failures.OK : Failures.FINDING;
    }

    private static List<String> row(JsonNode check) {
        String imported = Text.of(check, "import");
        String result =
                check.path("ok").asBoolean(false) ? "ok" : "finding: " + Text.of(check, "finding");
        return List.of(imported.isEmpty() ? "all" : imported, Text.of(check, "subject"), result);
    }
}
