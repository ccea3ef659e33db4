package org.kithway.server.cli;

import picocli.CommandLine.Option;

import tools.jackson.databind.JsonNode;

import java.util.concurrent.Callable;

/** A command that answers in words, or in JSON. */
abstract class JsonCommand implements Callable<Integer> {
    private final Console console;

    @Option(names = "--json", description = "Print the answer as JSON.")
    private boolean json;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show how this command is used.")
    private boolean help;

    JsonCommand(Console console) {
        this.console = console;
    }

    /** Does the work; the exit code. */
    abstract int run();

    @Override
    public final Integer call() {
        try {
            return run();
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
}
