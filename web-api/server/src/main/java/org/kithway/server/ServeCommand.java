package org.kithway.server;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.io.PrintWriter;
import java.util.Map;
import java.util.concurrent.Callable;

@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        description = "Runs the platform until it is stopped (Ctrl-C).")
final class ServeCommand implements Callable<Integer> {
    private final Home home;
    private final int port;
    private final PrintWriter out;
    private final PrintWriter err;

    @Option(
            names = "--set",
            paramLabel = "NAME=VALUE",
            description = "Sets what the guide's page on configuration lists; may be repeated.")
    private Map<String, String> settings = Map.of();

    ServeCommand(Home home, int port, PrintWriter out, PrintWriter err) {
        this.home = home;
        this.port = port;
        this.out = out;
        this.err = err;
    }

    @Override
    public Integer call() throws Exception {
        err.println("Starting on " + home.folder() + " ...");
        try (Server server = Server.start(home, port, settings)) {
            out.println("Kithway answers at " + server.address());
            out.println("To sign in once, within the hour: " + server.signInLink());
            server.awaitEnd();
        }
        return 0;
    }
}
