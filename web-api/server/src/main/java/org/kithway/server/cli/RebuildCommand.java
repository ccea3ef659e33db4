package org.kithway.server.cli;

import picocli.CommandLine.Command;

import tools.jackson.databind.JsonNode;

@Command(
        name = "rebuild",
        description = "Build Elasticsearch and the graph anew from the logs, without downtime.")
final class RebuildCommand extends ClientCommand {
    RebuildCommand(Console console) {
        super(console);
    }

    @Override
    int run(Api api) {
        JsonNode state = api.post("/operations/rebuild");
        Progress progress = new Progress(console());
        while (state.path("running").asBoolean(false)) {
            double done = state.path("done").asDouble(0);
            progress.show("rebuilding " + Progress.bar(done), String.valueOf((int) (done * 10)));
            console().pause();
            state = api.get("/operations/rebuild");
        }
        progress.end();
        String failure = Text.of(state, "failure");
        print(
                state,
                () ->
                        say(
                                failure.isEmpty()
                                        ? "Rebuilt."
                                        : "Not rebuilt, all is as before: " + failure));
        return failure.isEmpty() ? Failures.OK : Failures.FINDING;
    }
}
