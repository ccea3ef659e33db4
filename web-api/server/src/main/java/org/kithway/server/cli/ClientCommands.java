package org.kithway.server.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/** All commands that talk to a running server. */
public final class ClientCommands {
    private static final Duration INTERVAL = Duration.ofMillis(300);

    private ClientCommands() {}

    /**
     * The commands, to be added to a picocli command line whose handler of execution exceptions is
     * {@link Failures} and whose writers are these.
     *
     * @param endpoint asked only once a command runs
     * @param out for data
     * @param err for progress and errors
     * @param terminal whether {@code err} is a terminal, on which lines can be rewritten
     */
    public static List<Object> all(
            Supplier<Endpoint> endpoint, PrintWriter out, PrintWriter err, boolean terminal) {
        return all(new Console(endpoint, out, err, terminal, INTERVAL));
    }

    static List<Object> all(Console console) {
        return List.of(
                new LinkCommand(console),
                new ImportCommand(console),
                new ImportsCommand(console),
                new UndoCommand(console),
                new PeopleCommand(console),
                new PersonCommand(console),
                new ExpertsCommand(console),
                new RoutesCommand(console),
                new AskCommand(console),
                new QualityCommand(console),
                new DescribeCommand(console),
                AskCommands.line(console),
                IdentityCommands.line(console),
                new ConnectorsCommand(console),
                new VerifyCommand(console),
                new RebuildCommand(console),
                new DoctorCommand(console));
    }
}
