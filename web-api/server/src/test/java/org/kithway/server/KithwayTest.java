package org.kithway.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.util.Map;

class KithwayTest {
    @Test
    void theSecondServerOnAFolderSaysThatItIsTaken(@TempDir Path folder) throws IOException {
        StringWriter err = new StringWriter();
        FileLock held = new Home(folder).claim();
        try {
            int code =
                    Kithway.run(
                            Map.of("KITHWAY_HOME", folder.toString()),
                            new PrintWriter(new StringWriter()),
                            new PrintWriter(err),
                            "serve");

            assertThat(code).isEqualTo(6);
            assertThat(err.toString())
                    .contains("kithway: Another Kithway runs on " + folder)
                    .contains("KITHWAY_HOME")
                    .doesNotContain("at org.kithway");
        } finally {
            held.channel().close();
        }
    }
}
