package org.kithway.server.cli;

import picocli.CommandLine.Command;

import tools.jackson.databind.JsonNode;

import java.util.List;

@Command(name = "connectors", description = "List the sites whose archives can be read.")
final class ConnectorsCommand extends ClientCommand {
    ConnectorsCommand(Console console) {
        super(console);
    }

    @Override
    int run(Api api) {
        JsonNode answer = api.get("/connectors");
        print(
                answer,
                () ->
                        say(
                                Text.table(
                                        List.of("SITE", "TITLE", "VERSION"),
                                        answer.path("connectors")
                                                .valueStream()
                                                .map(c ->
                                                        List.of(
                                                                Text.of(c, "site"),
                                                                Text.of(c, "title"),
                                                                Text.of(c, "version")))
                                                .toList())));
        return Failures.OK;
    }
}
