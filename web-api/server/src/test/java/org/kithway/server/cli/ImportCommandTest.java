package org.kithway.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

final class ImportCommandTest {
    private static final String RUNNING =
            "{\"id\":\"imp_1\",\"state\":\"running\",\"ended\":false}";

    @TempDir Path folder;
    CannedServer server;

    @BeforeEach
    void start() throws IOException {
        server = new CannedServer(folder);
        server.on("GET /api/v1/me", 200, "{}").on("POST /api/v1/imports", 202, RUNNING);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private void ends(String state, int rejected) {
        server.on("GET /api/v1/imports/imp_1", 200, RUNNING)
                .on(
                        "GET /api/v1/imports/imp_1",
                        200,
                        """
                        {"id":"imp_1","state":"%s","ended":true,"duplicateOf":"imp_0","fileName":"a.zip",
                        "totals":{"read":5,"kept":4,"withheld":0,"rejected":%d},"files":[{"path":"A.csv",
                        "read":5,"kept":4,"withheld":0,"rejected":%d,"note":null}]}\
                        """
                                .formatted(state, rejected, rejected));
    }

    private Path archive() throws IOException {
        return Files.writeString(folder.resolve("a.zip"), "content of the archive");
    }

    private String uploaded() {
        return server.asked().stream()
                .filter(a -> a.request().equals("POST /api/v1/imports"))
                .findFirst()
                .orElseThrow()
                .body();
    }

    @ParameterizedTest
    @CsvSource({
        "completed,0,0",
        "completed,1,3",
        "needs_attention,0,3",
        "failed,0,3",
        "duplicate,0,0"
    })
    void theExitCodeTellsHowItEnded(String state, int rejected, int exitCode) throws IOException {
        ends(state, rejected);
        assertThat(server.run("import", archive().toString()).exitCode()).isEqualTo(exitCode);
    }

    @Test
    void theLedgerIsPrintedAndProgressIsKeptApart() throws IOException {
        ends("completed", 0);
        CannedServer.Ran ran = server.run("import", archive().toString());
        assertThat(ran.out())
                .contains("FILE   READ  KEPT  WITHHELD  REJECTED  NOTE")
                .contains("A.csv  5     4     0         0");
        assertThat(ran.err()).contains("a.zip: running").contains("a.zip: completed");
    }

    @Test
    void aDuplicateIsSaidInASentence() throws IOException {
        ends("duplicate", 0);
        assertThat(server.run("import", archive().toString()).out())
                .contains("The same archive is there already as imp_0: nothing was added.");
    }

    @Test
    void theFileComesAfterWhatIsSaidOfIt() throws IOException {
        ends("completed", 0);
        server.run("import", archive().toString(), "--member", "Ann", "--site", "linkedin");
        assertThat(uploaded())
                .containsSubsequence(
                        "name=\"member\"\r\n\r\nAnn\r\n",
                        "name=\"site\"\r\n\r\nlinkedin\r\n",
                        "name=\"share\"\r\n\r\nprivate\r\n",
                        "name=\"file\"; filename=\"a.zip\"",
                        "\r\n\r\ncontent of the archive\r\n--")
                .endsWith("--\r\n");
    }

    @Test
    void severalFilesAreSeveralImports() throws IOException {
        ends("completed", 0);
        String file = archive().toString();
        CannedServer.Ran ran = server.run("import", "--json", file, file);
        JsonNode answer = JsonMapper.shared().readTree(ran.out());
        assertThat(answer.path("imports").size()).isEqualTo(2);
        assertThat(answer.path("imports").path(0).path("state").asString()).isEqualTo("completed");
    }

    @Test
    void aMissingFileIsAUsageErrorBeforeAnythingIsSent() throws IOException {
        CannedServer.Ran ran = server.run("import", archive().toString(), folder + "/none.zip");
        assertThat(ran.exitCode()).isEqualTo(2);
        assertThat(server.asked()).isEmpty();
    }

    @Test
    void aFolderIsZippedOnItsWay() throws IOException {
        ends("completed", 0);
        Path export = export("one");
        server.run("import", export.toString(), "--share", "organization");
        assertThat(uploaded())
                .contains(
                        "name=\"share\"\r\n\r\norganization\r\n",
                        "filename=\"one.zip\"",
                        "PK\u0003\u0004");
    }

    @Test
    void theSameFilesGiveTheSameArchive() throws IOException {
        Path one = export("one");
        Path two = export("two");
        Files.setLastModifiedTime(two.resolve("B.csv"), FileTime.fromMillis(1_000_000));
        byte[] zip = zip(one);
        assertThat(zip).isEqualTo(zip(two));
        List<String> names = new ArrayList<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry e = in.getNextEntry(); e != null; e = in.getNextEntry()) {
                names.add(e.getName() + " " + in.readAllBytes().length);
            }
        }
        assertThat(names).containsExactly("A.csv 200000", "B.csv 1", "sub/C.csv 0");
    }

    private static byte[] zip(Path folder) throws IOException {
        try (FolderZip zip = new FolderZip(folder)) {
            return zip.readAllBytes();
        }
    }

    private Path export(String name) throws IOException {
        Path export = folder.resolve(name);
        Files.createDirectories(export.resolve("sub"));
        Files.writeString(export.resolve("B.csv"), "b");
        Files.writeString(export.resolve("sub/C.csv"), "");
        Files.writeString(export.resolve("A.csv"), "a".repeat(200_000));
        return export;
    }
}
