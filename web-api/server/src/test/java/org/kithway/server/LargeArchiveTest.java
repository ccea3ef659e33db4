package org.kithway.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.JsonNode;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** What an import needs of memory does not grow with its archive. */
class LargeArchiveTest {
    private static final String HEAP = "-Xmx160m";
    private static final long MEBIBYTES = 480;
    private static final int MESSAGES = 30_000;
    private static final String HEADER =
            "CONVERSATION ID,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,DATE,CONTENT,FOLDER\n";

    @Test
    void anArchiveThreeTimesAsLargeAsTheHeapIsRead(@TempDir Path temp) throws Exception {
        Path archive = temp.resolve("large.zip");
        write(archive);
        assertThat(Files.size(archive)).isGreaterThan(MEBIBYTES << 20);

        Path output = temp.resolve("output.txt");
        Process process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                HEAP,
                                "-XX:+UseSerialGC",
                                "-XX:+ExitOnOutOfMemoryError",
                                "--enable-native-access=ALL-UNNAMED",
                                "--sun-misc-unsafe-memory-access=allow",
                                "-cp",
                                System.getProperty("java.class.path"),
                                LargeArchiveTest.class.getName(),
                                temp.resolve("data").toString(),
                                archive.toString())
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile())
                        .start();

        assertThat(process.waitFor()).as(() -> text(output)).isZero();
        assertThat(text(output)).endsWith("completed " + MESSAGES + "\n");
    }

    /** The process with the small heap. */
    public static void main(String[] arguments) throws IOException {
        Home home = new Home(Path.of(arguments[0]));
        Map<String, String> settings =
                Map.of(
                        "kithway.plugins",
                        Path.of("target", "plugins").toAbsolutePath().toString(),
                        "kithway.elasticsearch.heap",
                        "256m");
        try (Server server = Server.start(home, PlatformTest.freePort(), settings)) {
            JsonNode done =
                    new Api(server.address(), home.key().orElseThrow())
                            .upload(Path.of(arguments[1]), Map.of());
            System.out.println(
                    done.get("state").asString() + " " + done.get("totals").get("kept").asLong());
        }
    }

    // Few records, each with much to pass over: so the archive is large and yet soon read.
    private static void write(Path archive) throws IOException {
        byte[] body = "Lorem ipsum. ".repeat(1_300).getBytes(StandardCharsets.UTF_8);
        try (OutputStream file = new BufferedOutputStream(Files.newOutputStream(archive), 1 << 20);
                ZipOutputStream zip = new ZipOutputStream(file)) {
            zip.setLevel(Deflater.NO_COMPRESSION);
            zip.putNextEntry(new ZipEntry("messages.csv"));
            zip.write(HEADER.getBytes(StandardCharsets.UTF_8));
            for (int i = 0; i < MESSAGES; i++) {
                String before =
                        "%d,Own Er,https://www.linkedin.com/in/own,Pen Pal,https://www.linkedin.com/in/pal-%d,2024-01-02 03:04:05 UTC,"
                                .formatted(i, i % 2_000);
                zip.write(before.getBytes(StandardCharsets.UTF_8));
                zip.write(body);
                zip.write(",INBOX\n".getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return e.toString();
        }
    }
}
