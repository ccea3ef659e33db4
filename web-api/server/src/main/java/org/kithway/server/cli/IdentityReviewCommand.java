package org.kithway.server.cli;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import tools.jackson.databind.JsonNode;

@Command(name = "review", description = "List pairs that may be one person, the likeliest first.")
final class IdentityReviewCommand extends ClientCommand {
    @Option(names = "--size", paramLabel = "N", description = "How many to show; 20 if not given.")
    private int size = 20;

    @Option(names = "--cursor", paramLabel = "CURSOR", description = "Where the page before ended.")
    private @Nullable String cursor;

    IdentityReviewCommand(Console console) {
        super(console);
    }

    @Override
    int run(Api api) {
        String path = "/identity/review?size=" + size;
        if (cursor != null) {
            if (!cursor.matches("[0-9a-f]{1,64}")) {
                throw Failure.usage("That is no cursor: the page before shows it.");
            }
            path += "&cursor=" + cursor;
        }
        JsonNode review = api.get(path);
        print(review, () -> tell(review));
        return Failures.OK;
    }

    private void tell(JsonNode review) {
        if (review.path("pairs").isEmpty()) {
            say("Nothing to review.");
        }
        for (JsonNode pair : review.path("pairs")) {
            say(Text.of(pair, "id") + "  " + IdentityText.judgement(pair.path("judgement")));
            side(pair.path("one"));
            side(pair.path("other"));
        }
        String next = Text.of(review, "next");
        if (!next.isEmpty()) {
            say("More: kithway identity review --cursor " + next);
        }
    }

    private void side(JsonNode side) {
        String headline = Text.of(side, "headline");
        say(
                "  "
                        + Text.of(side.path("person"), "name")
                        + (headline.isEmpty() ? "" : ", " + headline)
                        + "  "
                        + IdentityText.accounts(side.path("accounts")));
    }
}
