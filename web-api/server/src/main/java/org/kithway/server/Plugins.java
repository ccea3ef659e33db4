package org.kithway.server;

import org.springframework.boot.system.ApplicationHome;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where connector plugins lie.
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
}
