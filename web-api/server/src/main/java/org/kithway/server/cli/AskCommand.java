package org.kithway.server.cli;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

@Command(name = "ask", description = "Whom to ask for what you need, and how.")
final class AskCommand extends ClientCommand {
    /** What is needed. */
    enum Need {
        EXPERT("experts"),
        JOB("jobs"),
        HIRE("candidates"),
        BUY("purchases");

        private final String path;

        Need(String path) {
            this.path = path;
        }
    }

    @Parameters(index = "0", paramLabel = "NEED", description = "expert, job, hire or buy.")
    private String need = "";

    @Parameters(
            index = "1..*",
            arity = "1..*",
            paramLabel = "TEXT",
            description = "In plain words.")
    private List<String> text = new ArrayList<>();

    @Option(names = "--limit", paramLabel = "N", description = "1 to 50; 10 if not given.")
    private @Nullable Integer limit;

    @Option(
            names = "--max-hops",
            paramLabel = "N",
            description = "At most so many introductions in a row, 1 to 6; 3 if not given.")
    private @Nullable Integer maxHops;

    @Option(
            names = "--purpose",
            paramLabel = "TEXT",
            description = "With hire: for what candidates are searched; it is recorded.")
    private @Nullable String purpose;

    @Option(
            names = "--conflicted",
            description = "With buy: count those with an interest of their own.")
    private boolean conflicted;

    AskCommand(Console console) {
        super(console);
    }

    @Override
    int run(Api api) {
        Need wanted = need();
        ObjectNode question =
                Api.object()
                        .put("text", String.join(" ", text))
                        .put("limit", limit)
                        .put("maxHops", maxHops);
        switch (wanted) {
            case HIRE -> question.put("purpose", purpose);
            case BUY -> question.put("conflicted", conflicted);
            case EXPERT, JOB -> {}
        }
        JsonNode answer = api.post("/questions/" + wanted.path, question);
        print(answer, () -> tell(answer));
        return Failures.OK;
    }

    private Need need() {
        for (Need each : Need.values()) {
            if (each.name().toLowerCase(Locale.ROOT).equals(need)) {
                return each;
            }
        }
        throw Failure.usage("What is needed is one of expert, job, hire, buy.");
    }

    private void tell(JsonNode answer) {
        if (answer.path("people").isEmpty()) {
            say("Nobody whom you may see fits.");
        }
        int rank = 0;
        for (JsonNode ranked : answer.path("people")) {
            JsonNode person = ranked.path("person");
            say(
                    ++rank
                            + ". "
                            + Text.of(person, "name")
                            + " ("
                            + Text.of(person, "id")
                            + ")  score "
                            + number(ranked.path("score")));
            for (JsonNode part : ranked.path("parts")) {
                say(
                        "   "
                                + Text.of(part, "name")
                                + " "
                                + number(part.path("factor"))
                                + "  "
                                + Text.of(part, "words"));
            }
            list("meets", ranked.path("met"));
            list("not known of", ranked.path("missing"));
            list("interest", ranked.path("interests"));
            ranked.path("evidence").forEach(e -> say("   " + PersonCommand.evidence(e)));
            say("   " + Text.of(ranked, "ask"));
        }
    }

    private void list(String label, JsonNode texts) {
        if (!texts.isEmpty()) {
            say("   " + label + ": " + PersonCommand.joined(texts));
        }
    }

    private static String number(JsonNode value) {
        return String.format(Locale.ROOT, "%.3f", value.asDouble(0));
    }
}
