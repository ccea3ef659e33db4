package org.kithway.server.cli;

import picocli.CommandLine.Command;

import tools.jackson.databind.JsonNode;

@Command(name = "link", description = "Print a fresh sign-in link, good for one use.")
final class LinkCommand extends ClientCommand {
    LinkCommand(Console console) {
        super(console);
    }

    @Override
    int run(Api api) {
        JsonNode link = api.post("/links");
        print(link, () -> say(Text.of(link, "url")));
        return Failures.OK;
    }
}
