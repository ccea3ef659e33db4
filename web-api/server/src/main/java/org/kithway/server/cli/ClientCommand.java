package org.kithway.server.cli;

import picocli.CommandLine.Option;

import tools.jackson.databind.JsonNode;

import java.util.concurrent.Callable;
import java.util.regex.Pattern;

/** A command that asks a running server. */
abstract class ClientCommand implements Callable<Integer> {
    private static final Pattern ID = Pattern.compile("[a-z]{2,8}_[A-Za-z0-9_-]{1,64}");

    private final Console console;

    @Option(names = "--json", description = "Print the answer as JSON.")
    private boolean json;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show how this command is used.")
    private boolean help;

    ClientCommand(Console console) {
        this.console = console;
    }

    /** Does the work; the exit code. */
    abstract int run(Api api);

    @Override
    public final Integer call() {
        try {
            return run(new Api(console.endpoint().get()));
        } finally {
            console.out().flush();
            console.err().flush();
        }
    }

    final boolean wantsJson() {
        return json;
    }

    final Console console() {
        return console;
    }

    /** Prints the answer itself if JSON is wanted, and else what is made of it. */
    final void print(JsonNode answer, Runnable inWords) {
        if (json) {
            console.out().println(Text.json(answer));
        } else {
            inWords.run();
        }
    }

    final void say(String line) {
        console.out().println(line);
    }

    /** An id as it may stand in an address, where nobody's name may. */
    static String id(String given, String remedy) {
        if (!ID.matcher(given).matches()) {
            throw Failure.usage("That is no id: " + remedy);
        }
        return given;
    }
}
