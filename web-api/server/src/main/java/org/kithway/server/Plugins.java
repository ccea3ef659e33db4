package org.kithway.server;

import org.kithway.server.cli.PluginFolders;
import org.springframework.boot.system.ApplicationHome;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where the connector plugins lie that come with the program.
 *
 * @param folder {@code plugins} beside the jar that runs
 */
record Plugins(Path folder) {
    static Plugins besideTheProgram() {
        Path program = new ApplicationHome(Kithway.class).getDir().toPath();
        Path beside = program.resolve("plugins");
        // Run from compiled classes, the program's folder is target/classes.
        return new Plugins(Files.isDirectory(beside) ? beside : program.resolveSibling("plugins"));
    }

    /** Together with those that were installed in a data folder. */
    PluginFolders with(Home home) {
        return new PluginFolders(folder, PluginFolders.installedIn(home.folder()));
    }
}
