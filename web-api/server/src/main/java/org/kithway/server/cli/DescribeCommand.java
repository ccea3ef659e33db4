package org.kithway.server.cli;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import tools.jackson.databind.JsonNode;

@Command(name = "describe", description = "Who our contacts are, in words.")
final class DescribeCommand extends ClientCommand {
    @Option(
            names = "--member",
            paramLabel = "MEMBER",
            description = "A member's name or id; all members together if not given.")
    private @Nullable String member;

    DescribeCommand(Console console) {
        super(console);
    }

    @Override
    int run(Api api) {
        JsonNode answer = api.get("/description" + NamedMember.parameter(api, member, "--member"));
        print(
                answer,
                () -> {
                    if (answer.path("sentences").isEmpty()) {
                        say("Nobody is known yet: import an archive first.");
                    }
                    say(
                            answer.path("total").asInt(0)
                                    + " people with whom something went both ways, or both confirmed it. Of these");
                    answer.path("sentences").forEach(sentence -> say(Text.of(sentence, "words")));
                });
        return Failures.OK;
    }
}
