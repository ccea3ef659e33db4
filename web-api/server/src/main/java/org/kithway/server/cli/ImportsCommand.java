package org.kithway.server.cli;

import picocli.CommandLine.Command;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.List;

@Command(name = "imports", description = "List the imports, the latest first.")
final class ImportsCommand extends ClientCommand {
    private static final int PAGE = 200;

    ImportsCommand(Console console) {
        super(console);
    }

    @Override
    int run(Api api) {
        ObjectNode all = Api.object();
        ArrayNode imports = all.putArray("imports");
        JsonNode page;
        do {
            page = api.get("/imports?offset=" + imports.size() + "&limit=" + PAGE).path("imports");
            page.forEach(imports::add);
        } while (page.size() == PAGE);
        print(
                all,
                () ->
                        say(
                                imports.isEmpty()
                                        ? "No imports yet: kithway import FILE makes one."
                                        : Text.table(
                                                List.of(
                                                        "ID",
                                                        "SITE",
                                                        "MEMBER",
                                                        "STATE",
                                                        "SHARE",
                                                        "READ",
                                                        "KEPT",
                                                        "REJECTED",
                                                        "SUBMITTED",
                                                        "FILE"),
                                                imports.valueStream()
                                                        .map(ImportsCommand::row)
                                                        .toList())));
        return Failures.OK;
    }

    private static List<String> row(JsonNode imported) {
        JsonNode totals = imported.path("totals");
        return List.of(
                Text.of(imported, "id"),
                Text.of(imported, "site"),
                Text.of(imported.path("member"), "name"),
                Text.of(imported, "state"),
                Text.of(imported, "share"),
                Text.count(totals, "read"),
                Text.count(totals, "kept"),
                Text.count(totals, "rejected"),
                Text.of(imported, "submitted"),
                Text.of(imported, "fileName"));
    }
}
