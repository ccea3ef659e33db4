package org.kithway.server.cli;

import org.kithway.connector.host.ConnectorHost;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where connector plugins lie; neither folder need exist.
 *
 * @param shipped those that come with Kithway
 * @param installed those that this instance got besides, in its data folder
 */
public record PluginFolders(Path shipped, Path installed) {
    /** The folder of installed plugins in a data folder. */
    public static Path installedIn(Path home) {
        return home.resolve("plugins");
    }

    /** All jars, in the order in which a server loads them: what is shipped comes first. */
    public List<Path> jars() {
        return Stream.concat(jarsIn(shipped).stream(), jarsIn(installed).stream()).toList();
    }

    /** The jars of a folder; none if it does not exist. */
    static List<Path> jarsIn(Path folder) {
        try {
            return Files.isDirectory(folder) ? ConnectorHost.jarsIn(folder) : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException("the folder " + folder + " cannot be listed", e);
        }
    }
}
