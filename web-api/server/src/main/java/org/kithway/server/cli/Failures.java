package org.kithway.server.cli;

import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

import java.util.Arrays;

/**
 * The exit codes, and how a command that fails says why: a sentence on standard error, and with
 * {@code --json} the problem (RFC 9457) on standard output.
 */
public final class Failures implements IExecutionExceptionHandler {
    public static final int OK = 0;
    public static final int INTERNAL = 1;
    public static final int USAGE = 2;

    /** The command did its work and found something that needs a person's eyes. */
    public static final int FINDING = 3;

    public static final int NOT_AUTHORIZED = 4;
    public static final int NOT_FOUND = 5;
    public static final int UNAVAILABLE = 6;

    private static final int FRAMES = 8;

    @Override
    public int handleExecutionException(
            Exception failed, CommandLine commandLine, ParseResult parsed) {
        Failure failure = failed instanceof Failure known ? known : internal(failed, commandLine);
        commandLine.getErr().println("kithway: " + Text.clean(failure.detail()));
        commandLine.getErr().flush();
        if (commandLine.getCommand() instanceof JsonCommand command && command.wantsJson()) {
            commandLine.getOut().println(Text.json(failure.problem()));
            commandLine.getOut().flush();
        }
        return failure.exitCode();
    }

    /** Messages of unforeseen exceptions may tell of people: only their place is shown. */
    private static Failure internal(Exception failed, CommandLine commandLine) {
        Arrays.stream(failed.getStackTrace())
                .limit(FRAMES)
                .forEach(frame -> commandLine.getErr().println("    at " + frame));
        return Failure.of(
                INTERNAL,
                "Internal Error",
                500,
                "An error inside the command line (" + failed.getClass().getName() + ").");
    }

    /** The exit code that an HTTP status comes to. */
    static int exitCode(int status) {
        return switch (status) {
            case 401, 403 -> NOT_AUTHORIZED;
            case 404 -> NOT_FOUND;
            case 409 -> FINDING;
            case 429, 502, 503, 504, 507 -> UNAVAILABLE;
            default -> status >= 400 && status < 500 ? USAGE : INTERNAL;
        };
    }
}
