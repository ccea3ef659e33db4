package org.kithway.server.cli;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The commands by which a member asks many people and counts what comes of it. */
@Command(
        name = "asks",
        mixinStandardHelpOptions = true,
        description = "Ask many people, from your own accounts, and count what comes of it.",
        synopsisSubcommandLabel = "COMMAND")
final class AskCommands implements Runnable {
    private static final String ASKS = "kithway asks list shows the ids.";

    @Spec private CommandSpec spec = CommandSpec.create();

    private AskCommands() {}

    /** The command with its own commands. */
    static CommandLine line(Console console) {
        return new CommandLine(new AskCommands())
                .addSubcommand(new Make(console))
                .addSubcommand(new ListAsks(console))
                .addSubcommand(new Note(console))
                .addSubcommand(new Report(console));
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Missing a command of asks.");
    }

    @Command(
            name = "make",
            description = "Choose whom to ask, and get a text with a code for each.")
    static final class Make extends ClientCommand {
        @Option(
                names = "--purpose",
                required = true,
                description = "introduction, job, hire, advice or sale.")
        private String purpose = "";

        @Option(names = "--title", required = true, description = "What it is about.")
        private String title = "";

        @Option(names = "--to", required = true, paramLabel = "QUERY", description = "Whom to ask.")
        private String query = "";

        @Option(
                names = "--text",
                required = true,
                paramLabel = "NAME=TEXT",
                description = "A wording under a name; give several to compare them.")
        private Map<String, String> texts = new LinkedHashMap<>();

        @Option(names = "--count", paramLabel = "N", description = "At most so many, 1 to 300.")
        private @Nullable Integer count;

        @Option(names = "--lot", description = "Draw them by lot.")
        private boolean lot;

        @Option(names = "--over", paramLabel = "SITE", description = "Ask over this site alone.")
        private @Nullable String site;

        @Option(
                names = "--follow-up",
                paramLabel = "DATE",
                description = "When to look at what came of it; in a week if not given.")
        private @Nullable String followUp;

        Make(Console console) {
            super(console);
        }

        @Override
        int run(Api api) {
            ObjectNode question =
                    Api.object()
                            .put("purpose", purpose)
                            .put("title", title)
                            .put("query", query)
                            .put("count", count)
                            .put("lot", lot)
                            .put("site", site)
                            .put("followUp", followUp);
            ArrayNode wordings = question.putArray("wordings");
            texts.forEach((name, text) -> wordings.addObject().put("name", name).put("text", text));
            JsonNode made = api.post("/asks", question);
            print(made, () -> tell(made));
            return Failures.OK;
        }

        private void tell(JsonNode made) {
            JsonNode ask = made.path("ask");
            say(
                    Text.of(ask, "id")
                            + "  "
                            + ask.path("recipients").size()
                            + " people, "
                            + made.path("spared").size()
                            + " spared; a difference of "
                            + Text.percent(made.path("detectable").asDouble(1))
                            + " or more between two wordings would show");
            List<List<String>> rows = new ArrayList<>();
            for (JsonNode one : ask.path("recipients")) {
                rows.add(
                        List.of(
                                Text.of(one.path("person"), "name"),
                                Text.of(one, "site"),
                                Text.of(one, "wording"),
                                Text.of(one, "code")));
            }
            say(Text.table(List.of("WHO", "OVER", "WORDING", "CODE"), rows));
            for (JsonNode one : made.path("spared")) {
                say(
                        "spared: "
                                + Text.of(one.path("person"), "name")
                                + " ("
                                + Text.of(one, "why")
                                + ")");
            }
        }
    }

    @Command(name = "list", description = "List your asks.")
    static final class ListAsks extends ClientCommand {
        ListAsks(Console console) {
            super(console);
        }

        @Override
        int run(Api api) {
            JsonNode answer = api.get("/asks");
            print(
                    answer,
                    () -> {
                        List<List<String>> rows = new ArrayList<>();
                        for (JsonNode ask : answer.path("asks")) {
                            rows.add(
                                    List.of(
                                            Text.of(ask, "id"),
                                            Text.of(ask, "purpose"),
                                            Text.count(ask.path("recipients").size()),
                                            Text.of(ask, "followUp"),
                                            Text.of(ask, "title")));
                        }
                        say(
                                Text.table(
                                        List.of("ID", "PURPOSE", "PEOPLE", "FOLLOW UP", "TITLE"),
                                        rows));
                    });
            return Failures.OK;
        }
    }

    @Command(name = "note", description = "Note what came of asking somebody.")
    static final class Note extends ClientCommand {
        @Parameters(index = "0", paramLabel = "ASK", description = "Its id.")
        private String ask = "";

        @Parameters(index = "1", paramLabel = "PERSON", description = "The person's id.")
        private String person = "";

        @Parameters(
                index = "2",
                paramLabel = "EVENT",
                description = "sent, answered, declined, forwarded, silent or useful.")
        private String event = "";

        @Option(names = "--over", paramLabel = "SITE", description = "Over which site it came.")
        private @Nullable String over;

        Note(Console console) {
            super(console);
        }

        @Override
        int run(Api api) {
            JsonNode noted =
                    api.post(
                            "/asks/" + id(ask, ASKS) + "/events",
                            Api.object()
                                    .put("person", person)
                                    .put("event", event)
                                    .put("over", over));
            print(noted, () -> say("noted"));
            return Failures.OK;
        }
    }

    @Command(name = "report", description = "Tell what came of an ask.")
    static final class Report extends ClientCommand {
        @Parameters(paramLabel = "ASK", description = "Its id.")
        private String ask = "";

        Report(Console console) {
            super(console);
        }

        @Override
        int run(Api api) {
            JsonNode report = api.get("/asks/" + id(ask, ASKS) + "/report");
            print(report, () -> tell(report));
            return Failures.OK;
        }

        private void tell(JsonNode report) {
            List<List<String>> rows = new ArrayList<>();
            rows.add(row("all", report.path("all")));
            for (String by : List.of("bySite", "byWording")) {
                for (JsonNode group : report.path(by)) {
                    rows.add(row(Text.of(group, "name"), group.path("counts")));
                }
            }
            say(
                    Text.table(
                            List.of("", "SENT", "ANSWERED", "DECLINED", "PASSED ON", "USEFUL"),
                            rows));
            for (JsonNode one : report.path("comparisons")) {
                say(
                        Text.of(one, "one")
                                + " - "
                                + Text.of(one, "other")
                                + ": "
                                + Text.percent(one.path("difference").asDouble(0))
                                + " ["
                                + Text.percent(one.path("low").asDouble(0))
                                + " to "
                                + Text.percent(one.path("high").asDouble(0))
                                + "]; so great by chance alone in "
                                + Text.percent(one.path("byChance").asDouble(1))
                                + " of cases");
            }
            JsonNode tree = report.path("tree");
            say(
                    "passed on "
                            + Text.count(tree, "depth")
                            + " deep; each reader led to "
                            + String.format(
                                    java.util.Locale.ROOT,
                                    "%.2f",
                                    tree.path("reproduction").asDouble(0))
                            + " new ones; differences below "
                            + Text.percent(report.path("detectable").asDouble(1))
                            + " do not show");
        }

        private static List<String> row(String name, JsonNode counts) {
            List<String> row = new ArrayList<>(List.of(name, Text.count(counts, "asked")));
            for (String what : List.of("answered", "declined", "forwarded", "useful")) {
                JsonNode share = counts.path(what);
                row.add(
                        Text.count(share, "count")
                                + " ("
                                + Text.percent(share.path("low").asDouble(0))
                                + " to "
                                + Text.percent(share.path("high").asDouble(1))
                                + ")");
            }
            return row;
        }
    }
}
