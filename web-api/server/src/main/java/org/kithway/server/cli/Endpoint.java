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
 * @param keyFile where the data folder holds the key, for its owner alone
 */
public record Endpoint(URI address, Optional<String> key, Path home, Path keyFile) {
    @Override
    public String toString() {
        return "Endpoint[" + address + "]";
    }
}
