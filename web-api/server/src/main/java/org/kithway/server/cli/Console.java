package org.kithway.server.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * What every command is given.
 *
 * @param endpoint asked only once a command runs
 * @param terminal whether a line of progress can be written over
 * @param interval between two looks at work that goes on
 */
record Console(
        Supplier<Endpoint> endpoint,
        PrintWriter out,
        PrintWriter err,
        boolean terminal,
        Duration interval) {
    void pause() {
        try {
            Thread.sleep(interval);
        } catch (InterruptedException e) {
            throw Failure.interrupted();
        }
    }
}
