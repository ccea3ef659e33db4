package org.kithway.server.cli;

import picocli.CommandLine.Command;

import tools.jackson.databind.JsonNode;

@Command(
        name = "estimate",
        description = "Learn from the organization's own data how accounts are to be compared.")
final class IdentityEstimateCommand extends ClientCommand {
    IdentityEstimateCommand(Console console) {
        super(console);
    }

    @Override
    int run(Api api) {
        JsonNode model = api.post("/identity/estimate");
        long version = model.path("version").asLong(0);
        while (api.get("/identity/report").path("model").asLong(0) < version) {
            console().pause();
        }
        print(model, () -> say("All are judged by model " + version + " from now on."));
        return Failures.OK;
    }
}
