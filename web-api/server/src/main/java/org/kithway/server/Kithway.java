package org.kithway.server;

import org.kithway.server.cli.ClientCommands;
import org.kithway.server.cli.ConnectorCommands;
import org.kithway.server.cli.Endpoint;
import org.kithway.server.cli.Failures;

import picocli.CommandLine;
import picocli.CommandLine.Command;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

/** The command line. */
@Command(
        name = "kithway",
        mixinStandardHelpOptions = true,
        version = "Kithway 0.1.0",
        description = "Answers what an organization can do with its members' social networks.",
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "KITHWAY_HOME names the data folder (default: ./data), KITHWAY_PORT the port (default: 8080)."
        })
public final class Kithway {
    private static final String DEFAULT_PORT = "8080";

    private Kithway() {}

    /** Runs one command and ends with its exit code. */
    public static void main(String[] arguments) {
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        int code = run(System.getenv(), out, err, arguments);
        out.flush();
        err.flush();
        System.exit(code);
    }

    static int run(
            Map<String, String> environment,
            PrintWriter out,
            PrintWriter err,
            String... arguments) {
        Home home = Home.of(environment, Path.of("").toAbsolutePath());
        int port;
        try {
            port = Integer.parseInt(environment.getOrDefault("KITHWAY_PORT", DEFAULT_PORT));
        } catch (NumberFormatException e) {
            err.println("KITHWAY_PORT is no number");
            return CommandLine.ExitCode.USAGE;
        }
        CommandLine line = commandLine(home, port, out, err);
        if (arguments.length == 0) {
            line.usage(err);
            return CommandLine.ExitCode.USAGE;
        }
        return line.execute(arguments);
    }

    /** The commands of an instance, which may not run yet. */
    public static CommandLine commandLine(Home home, int port, PrintWriter out, PrintWriter err) {
        CommandLine line = new CommandLine(new Kithway());
        line.addSubcommand(new ServeCommand(home, port, out, err));
        line.addSubcommand(new DemoCommand(home, port, out, err));
        boolean terminal = System.console() != null && System.console().isTerminal();
        ClientCommands.all(() -> endpoint(home, port), out, err, terminal)
                .forEach(line::addSubcommand);
        line.addSubcommand(
                ConnectorCommands.line(Plugins.besideTheProgram().with(home), out, err, terminal));
        line.addSubcommand(new CommandLine.HelpCommand());
        line.setOut(out);
        line.setErr(err);
        Failures failures = new Failures();
        line.setExecutionExceptionHandler((failed, command, parsed) -> {
            if (failed instanceof StartException) {
                err.println("kithway: " + failed.getMessage());
                return Failures.UNAVAILABLE;
            }
            return failures.handleExecutionException(failed, command, parsed);
        });
        return line;
    }

    private static Endpoint endpoint(Home home, int port) {
        try {
            return new Endpoint(
                    URI.create("http://127.0.0.1:" + port),
                    home.key(),
                    home.folder(),
                    home.keyFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
