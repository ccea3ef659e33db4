package org.kithway.server.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

import java.io.PrintWriter;
import java.time.Duration;

/** The commands for those who write connectors or add them; they need no running server. */
@Command(
        name = "connector",
        mixinStandardHelpOptions = true,
        description = "Try, install, list and remove connector plugins.",
        synopsisSubcommandLabel = "COMMAND")
public final class ConnectorCommands implements Runnable {
    @Spec private CommandSpec spec = CommandSpec.create();

    private ConnectorCommands() {}

    /**
     * The command with its own commands, to be added as {@link ClientCommands#all} are.
     *
     * @param terminal whether {@code err} is a terminal, on which lines can be rewritten
     */
    public static CommandLine line(
            PluginFolders folders, PrintWriter out, PrintWriter err, boolean terminal) {
        Console console =
                new Console(
                        () -> {
                            throw new IllegalStateException("asks no server");
                        },
                        out,
                        err,
                        terminal,
                        Duration.ZERO);
        return new CommandLine(new ConnectorCommands())
                .addSubcommand(new ConnectorRunCommand(console))
                .addSubcommand(new ConnectorInstallCommand(console, folders))
                .addSubcommand(new ConnectorListCommand(console, folders))
                .addSubcommand(new ConnectorRemoveCommand(console, folders));
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Missing a command of connector.");
    }
}
