package org.kithway.server.cli;

import picocli.CommandLine.Command;

import tools.jackson.databind.JsonNode;

@Command(name = "report", description = "Tell how accounts come to be people.")
final class IdentityReportCommand extends ClientCommand {
    IdentityReportCommand(Console console) {
        super(console);
    }

    @Override
    int run(Api api) {
        JsonNode report = api.get("/identity/report");
        print(report, () -> tell(report));
        return Failures.OK;
    }

    private void tell(JsonNode report) {
        say(
                Text.count(report, "people")
                        + " people have "
                        + Text.count(report, "accounts")
                        + " accounts.");
        say("  joined by what exports state: " + Text.count(report, "joinedByExports"));
        say(
                "  joined by what they have in common, or by members: "
                        + Text.count(report, "joinedByEvidence"));
        report.path("kinds")
                .forEachEntry((kind, count) ->
                        say("    " + Text.clean(kind) + ": " + Text.count(count.asLong(0))));
        say(
                "  pairs to review: "
                        + Text.count(
                                report.path("reviews").asLong(0)
                                        + report.path("ownReviews").asLong(0)));
        say("  judged by model " + Text.of(report, "model"));
        report.path("giants")
                .forEach(id -> say("  suspiciously many accounts: " + Text.clean(id.asString(""))));
        if (!report.path("events").isEmpty()) {
            say("Latest merges and splits:");
            report.path("events").forEach(event -> say("  " + IdentityText.event(event)));
        }
    }
}
