package org.kithway.server.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The commands about which accounts are one person. */
@Command(
        name = "identity",
        mixinStandardHelpOptions = true,
        description = "See why accounts are one person, and say which are and which are not.",
        synopsisSubcommandLabel = "COMMAND")
final class IdentityCommands implements Runnable {
    @Spec private CommandSpec spec = CommandSpec.create();

    private IdentityCommands() {}

    /** The command with its own commands. */
    static CommandLine line(Console console) {
        return new CommandLine(new IdentityCommands())
                .addSubcommand(new IdentityReportCommand(console))
                .addSubcommand(new IdentityWhyCommand(console))
                .addSubcommand(new IdentityReviewCommand(console))
                .addSubcommand(new IdentityDecisionCommands.Accept(console))
                .addSubcommand(new IdentityDecisionCommands.Reject(console))
                .addSubcommand(new IdentityDecisionCommands.Merge(console))
                .addSubcommand(new IdentityDecisionCommands.Split(console))
                .addSubcommand(new IdentityDecisionCommands.Claim(console))
                .addSubcommand(new IdentityDecisionCommands.Undo(console))
                .addSubcommand(new IdentityEstimateCommand(console));
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Missing a command of identity.");
    }
}
