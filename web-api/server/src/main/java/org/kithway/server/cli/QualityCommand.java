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
    }
}
