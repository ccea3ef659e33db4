package org.kithway.server.cli;

import java.util.regex.Pattern;

/** A command that asks a running server. */
abstract class ClientCommand extends JsonCommand {
    private static final Pattern ID = Pattern.compile("[a-z]{2,8}_[A-Za-z0-9_-]{1,64}");

    ClientCommand(Console console) {
        super(console);
    }

    /** Does the work; the exit code. */
    abstract int run(Api api);

    @Override
    final int run() {
        return run(new Api(console().endpoint().get()));
    }

    /** An id as it may stand in an address, where nobody's name may. */
    static String id(String given, String remedy) {
        if (!ID.matcher(given).matches()) {
            throw Failure.usage("That is no id: " + remedy);
        }
        return given;
    }
}
