package org.kithway.server.cli;

import tools.jackson.databind.JsonNode;

/** Follows an import until the server has nothing left to do for it. */
final class ImportWait {
    private ImportWait() {}

    /**
     * The import as it ended.
     *
     * @param label what the line of progress begins with
     * @param imported the import as it was last seen
     */
    static JsonNode untilEnded(Api api, Console console, String label, JsonNode imported) {
        Progress progress = new Progress(console);
        JsonNode now = imported;
        show(progress, label, now);
        while (!now.path("ended").asBoolean(false)) {
            console.pause();
            now = api.get("/imports/" + imported.path("id").asString(""));
            show(progress, label, now);
        }
        progress.end();
        return now;
    }

    private static void show(Progress progress, String label, JsonNode imported) {
        String state = Text.of(imported, "state");
        progress.show(
                label
                        + ": "
                        + state.replace('_', ' ')
                        + ", "
                        + Text.count(imported.path("totals"), "read")
                        + " records read, "
                        + Text.count(imported, "facts")
                        + " facts",
                state);
    }
}
