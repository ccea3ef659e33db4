package org.kithway.server.cli;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import tools.jackson.databind.JsonNode;

@Command(name = "quality", description = "What our networks are like: large or good.")
final class QualityCommand extends ClientCommand {
    @Option(
            names = "--member",
            paramLabel = "MEMBER",
            description = "A member's name or id; all members together if not given.")
    private @Nullable String member;

    QualityCommand(Console console) {
        super(console);
    }

    @Override
    int run(Api api) {
        JsonNode answer = api.get("/quality" + NamedMember.parameter(api, member, "--member"));
        print(answer, () -> tell(answer));
        return Failures.OK;
    }

    private void tell(JsonNode answer) {
        for (JsonNode quality : answer.path("qualities")) {
            say(Text.of(quality, "meaning"));
            if (!Text.of(quality, "advice").isEmpty()) {
                say("  -> " + Text.of(quality, "advice"));
            }
        }
        for (JsonNode site : answer.path("sites")) {
            say(
                    Text.of(site, "title")
                            + ": "
                            + site.path("contacts").asInt(0)
                            + ", of whom "
                            + site.path("onlyThere").asInt(0)
                            + " nowhere else");
        }
        for (JsonNode bridge : answer.path("bridges")) {
            say(
                    "%s and %s: %d at both, %d ties from one to the other"
                            .formatted(
                                    Text.of(bridge, "one"),
                                    Text.of(bridge, "other"),
                                    bridge.path("both").asInt(0),
                                    bridge.path("crossing").asInt(0)));
        }
        tellPeople(answer);
    }

    private void tellPeople(JsonNode answer) {
        for (JsonNode overlap : answer.path("overlap")) {
            say(
                    "%s and %s have %d contacts in common, %.0f %% of theirs"
                            .formatted(
                                    Text.of(overlap.path("one"), "name"),
                                    Text.of(overlap.path("other"), "name"),
                                    overlap.path("common").asInt(0),
                                    100 * overlap.path("jaccard").asDouble(0)));
        }
        if (member == null) {
            for (JsonNode keeper : answer.path("keepers")) {
                say(
                        "%s alone knows %d"
                                .formatted(
                                        Text.of(keeper.path("person"), "name"),
                                        keeper.path("alone").asInt(0)));
            }
        }
        for (JsonNode usage : answer.path("usages")) {
            say(Text.of(usage.path("person"), "name") + " " + Text.of(usage, "words"));
        }
        for (JsonNode upload : answer.path("uploads")) {
            say(
                    "An upload by %s%s would tell of %d more pairs"
                            .formatted(
                                    Text.of(upload.path("person"), "name"),
                                    upload.path("member").asBoolean(false) ? ", a member," : "",
                                    upload.path("pairs").asInt(0)));
        }
    }
}
