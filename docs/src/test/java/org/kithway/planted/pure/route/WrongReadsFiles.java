package org.kithway.planted.pure.route;

import java.nio.file.Files;
import java.nio.file.Path;

final class WrongReadsFiles {
    private WrongReadsFiles() {}

    static boolean isThere(Path path) {
        return Files.exists(path);
    }
}
