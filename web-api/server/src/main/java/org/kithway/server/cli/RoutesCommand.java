package org.kithway.server.cli;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import tools.jackson.databind.JsonNode;

@Command(name = "routes", description = "Who can introduce us to somebody.")
final class RoutesCommand extends ClientCommand {
    @Option(
            names = "--to",
            required = true,
            paramLabel = "QUERY",
            description = "A person's id, or a query such as company:acme.")
    private String to = "";

    @Option(
            names = "--from",
            paramLabel = "MEMBER",
            description = "A member's name or id; all members if not given.")
    private @Nullable String from;

    @Option(names = "-k", paramLabel = "N", description = "How many routes; 5 if not given.")
    private @Nullable Integer k;

    @Option(
            names = "--max-hops",
            paramLabel = "N",
            description = "At most so many introductions in a row, 1 to 6; 4 if not given.")
    private @Nullable Integer maxHops;

    @Option(
            names = "--per-contact",
            paramLabel = "N",
            description =
                    "At most so many routes through the same first contact; any number if not given.")
    private @Nullable Integer perContact;

    @Option(
            names = "--for",
            paramLabel = "PURPOSE",
            description = "introduction, job, hire, advice or sale; introduction if not given.")
    private @Nullable String purpose;

    RoutesCommand(Console console) {
        super(console);
    }

    @Override
    int run(Api api) {
        JsonNode answer =
                api.post(
                        "/routes",
                        Api.object()
                                .put("to", to)
                                .put(
                                        "from",
                                        from == null ? null : NamedMember.id(api, from, "--from"))
                                .put("k", k)
                                .put("maxHops", maxHops)
                                .put("perContact", perContact)
                                .put("purpose", purpose));
        print(
                answer,
                () -> {
                    tell(answer);
                    tellPlan(answer.path("plan").path("steps"));
                    tellWhetherComplete(answer);
                });
        return Failures.OK;
    }

    private void tell(JsonNode answer) {
        if (answer.path("routes").isEmpty()) {
            say(
                    "No route: "
                            + (answer.path("targets").asInt(0) == 0
                                    ? "nobody that you may see matches the query."
                                    : answer.path("sources").asInt(0) == 0
                                            ? "no archive tells yet who the members are."
                                            : "nobody is within reach; --max-hops allows longer ones."));
        }
        int rank = 0;
        for (JsonNode route : answer.path("routes")) {
            say(
                    ++rank
                            + ". "
                            + Text.percent(route.path("probability").asDouble(0))
                            + "  "
                            + path(route.path("hops")));
            for (JsonNode hop : route.path("hops")) {
                say(
                        "   "
                                + Text.of(hop.path("from"), "name")
                                + " -> "
                                + Text.of(hop.path("to"), "name")
                                + "  "
                                + Text.percent(hop.path("probability").asDouble(0))
                                + "  "
                                + PersonCommand.joined(hop.path("reasons")));
            }
        }
    }

    private void tellWhetherComplete(JsonNode answer) {
        if (!answer.path("complete").asBoolean(true)) {
            say("There was not time enough to look at all: better routes may exist.");
        }
    }

    /** Whom to ask first, where there is more than one way. */
    private void tellPlan(JsonNode steps) {
        if (steps.size() < 2) {
            return;
        }
        StringBuilder plan = new StringBuilder("Ask in this order: ");
        String gap = "";
        for (JsonNode step : steps) {
            plan.append(gap)
                    .append(step.path("route").asInt(0) + 1)
                    .append(" (")
                    .append(Text.percent(step.path("chanceSoFar").asDouble(0)))
                    .append(" so far)");
            gap = ", ";
        }
        say(plan.append('.').toString());
    }

    private static String path(JsonNode hops) {
        StringBuilder path = new StringBuilder(Text.of(hops.path(0).path("from"), "name"));
        hops.forEach(hop -> path.append(" -> ").append(Text.of(hop.path("to"), "name")));
        return path.toString();
    }
}
