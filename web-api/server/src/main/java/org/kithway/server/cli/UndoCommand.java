package org.kithway.server.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

import tools.jackson.databind.JsonNode;

@Command(name = "undo", description = "Take an import back: as though it had never been.")
final class UndoCommand extends ClientCommand {
    @Parameters(paramLabel = "IMPORT", description = "Its id, as imports shows it.")
    private String id = "";

    UndoCommand(Console console) {
        super(console);
    }

    @Override
    int run(Api api) {
        String path = "/imports/" + id(id, "kithway imports shows the ids of imports.");
        JsonNode undone = ImportWait.untilEnded(api, console(), id, api.post(path + "/undo"));
        boolean done = Text.of(undone, "state").equals("undone");
        print(undone, () -> say(id + (done ? " is undone." : " is " + Text.of(undone, "state"))));
        return done ? Failures.OK : Failures.FINDING;
    }
}
