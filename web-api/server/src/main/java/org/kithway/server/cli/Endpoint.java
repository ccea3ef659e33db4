package org.kithway.server.cli;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where a server is expected and what opens it.
 *
 * @param address scheme, host and port, such as http://127.0.0.1:8080
 * @param key the API key that the data folder holds; empty if it holds none
 * @param home the data folder, which need not exist
 */
public record Endpoint(URI address, Optional<String> key, Path home) {
    private static final String KEY_FILE = "key";

    /** The file in a data folder that holds the administrator's API key; for its owner alone. */
    public static Path keyFile(Path home) {
        return home.resolve(KEY_FILE);
    }

    @Override
    public String toString() {
        return "Endpoint[" + address + "]";
    }
}
