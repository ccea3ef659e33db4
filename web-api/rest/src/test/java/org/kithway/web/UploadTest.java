package org.kithway.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kithway.web.AccessTest.assertProblem;

import org.junit.jupiter.api.Test;
import org.kithway.ingestion.ImportDesk.Submission;
import org.kithway.model.Layer;
import org.kithway.registry.Import;
import org.kithway.registry.Member;
import org.kithway.web.Caller.Answer;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/** Archives on their way in. */
class UploadTest {
    private final TestServer server = TestServer.shared();
    private final TestServer.Town town = server.town();

    @Test
    void anArchiveIsQueuedAndPointedAt() {
        Answer answer =
                town.as(town.ben())
                        .upload(
                                "site",
                                "pals",
                                "share",
                                "organization",
                                "setting.year",
                                "2015",
                                "file",
                                "content");

        assertThat(answer.status()).as(answer.text()).isEqualTo(202);
        String id = answer.json().path("id").asString();
        assertThat(answer.header("Location")).isEqualTo("/api/v1/imports/" + id);
        assertThat(answer.json().path("state").asString()).isEqualTo("queued");
        assertThat(answer.json().path("member").path("name").asString()).isEqualTo("Ben Baker");
        assertThat(answer.json().path("bytes").asInt()).isEqualTo("content".length());
        Submission submission = Objects.requireNonNull(server.desk.submission);
        assertThat(submission.layer()).isEqualTo(Layer.ORGANIZATION);
        assertThat(submission.site()).isEqualTo(TestConnector.SITE);
        assertThat(submission.settings()).isEqualTo(Map.of("year", "2015"));
        assertThat(submission.fileName()).isEqualTo("pals.zip");
    }

    @Test
    void anArchiveIsPrivateUnlessItIsShared() {
        town.as(town.ben()).upload("file", "content");

        assertThat(Objects.requireNonNull(server.desk.submission).layer())
                .isEqualTo(Layer.of(town.ben().id()));
    }

    @Test
    void theSameArchiveTwiceIsADuplicate() {
        Caller ben = town.as(town.ben());
        String first = ben.upload("file", "same").json().path("id").asString();

        Answer second = ben.upload("file", "same");

        assertThat(second.json().path("state").asString()).isEqualTo("duplicate");
        assertThat(second.json().path("duplicateOf").asString()).isEqualTo(first);
    }

    @Test
    void whatFollowsTheFileIsRefusedAndNothingIsKept() {
        Answer answer = town.as(town.ben()).upload("file", "content", "share", "organization");

        assertProblem(answer, 400);
        assertThat(answer.json().path("detail").asString()).contains("before");
        assertThat(imports()).isEmpty();
    }

    @Test
    void requestsThatMakeNoSenseAreRefusedAndSayHowTheyWould() {
        Caller ben = town.as(town.ben());

        assertProblem(ben.upload("share", "private"), 400);
        assertProblem(ben.upload("colour", "red", "file", "x"), 400);
        assertProblem(ben.upload("share", "everybody", "file", "x"), 400);
        assertProblem(ben.upload("share", "private", "share", "private", "file", "x"), 400);
        assertProblem(ben.upload("member", "m".repeat(3_000), "file", "x"), 400);
        assertProblem(ben.upload("site", "nowhere", "file", "x"), 400);
        assertProblem(ben.upload("site", "pals", "setting.year", "soon", "file", "x"), 400);
        assertProblem(ben.post("/api/v1/imports", "{}"), 415);
        assertThat(imports()).isEmpty();
    }

    @Test
    void onlyAdministratorsHandInForOthers() {
        String cleo = town.cleo().id().value();

        assertProblem(town.as(town.ben()).upload("member", cleo, "file", "x"), 403);
        assertProblem(town.as(town.ben()).upload("member", "Somebody New", "file", "x"), 403);
        assertThat(town.as(town.ben()).upload("member", "ben baker", "file", "x").status())
                .isEqualTo(202);
        assertThat(town.as(town.ada()).upload("member", cleo, "file", "x").status()).isEqualTo(202);
        assertThat(Objects.requireNonNull(server.desk.submission).member())
                .isEqualTo(town.cleo().id());
        assertProblem(
                town.as(town.ada()).upload("member", server.town().ben().id().value(), "file", "x"),
                404);
    }

    @Test
    void anAdministratorNamesNewMembersByTheWay() {
        Answer answer =
                town.as(town.ada())
                        .upload("member", "Émile Éclair", "share", "organization", "file", "x");

        assertThat(answer.json().path("member").path("name").asString()).isEqualTo("Émile Éclair");
        Member created = server.registry.members().byName(town.id(), "émile éclair").orElseThrow();
        assertThat(created.role().name()).isEqualTo("MEMBER");
    }

    @Test
    void whoHandsInForAnotherMayFollowIt() {
        Caller ada = town.as(town.ada());
        Answer answer = ada.upload("member", "Ben Baker", "file", "for ben");

        assertThat(ada.get(answer.header("Location")).status()).isEqualTo(200);
        assertProblem(town.as(town.cleo()).get(answer.header("Location")), 404);
    }

    @Test
    void theArchiveIsHandedOnWhileItArrives() throws Exception {
        server.desk.arrived.drainPermits();
        String head = Caller.part("file");
        byte[] half = "x".repeat(100_000).getBytes(StandardCharsets.UTF_8);
        String tail = "\r\n--limit--\r\n";
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port)) {
            OutputStream out = begin(socket, head.length() + 2L * half.length + tail.length());
            out.write(head.getBytes(StandardCharsets.UTF_8));
            out.write(half);
            out.flush();

            assertThat(server.desk.arrived.tryAcquire(20, TimeUnit.SECONDS)).isTrue();

            out.write(half);
            out.write(tail.getBytes(StandardCharsets.UTF_8));
            out.flush();
            assertThat(statusLine(socket)).contains(" 202");
        }
        assertThat(imports()).singleElement().extracting(Import::bytes).isEqualTo(200_000L);
    }

    @Test
    void anUploadThatIsCutOffLeavesNothing() throws Exception {
        server.desk.arrived.drainPermits();
        String head = Caller.part("file");
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port)) {
            OutputStream out = begin(socket, 1_000_000);
            out.write(head.getBytes(StandardCharsets.UTF_8));
            out.write("x".repeat(100_000).getBytes(StandardCharsets.UTF_8));
            out.flush();
            assertThat(server.desk.arrived.tryAcquire(20, TimeUnit.SECONDS)).isTrue();
            socket.shutdownOutput();

            assertThat(statusLine(socket)).contains(" 400");
        }
        assertThat(imports()).isEmpty();
    }

    @Test
    void aBodyWithoutItsLastBoundaryIsRefused() {
        HttpRequest.Builder request =
                town.as(town.ben())
                        .request("/api/v1/imports")
                        .header("Content-Type", "multipart/form-data; boundary=limit")
                        .POST(HttpRequest.BodyPublishers.ofString(Caller.part("file") + "half"));

        assertProblem(town.as(town.ben()).send(request), 400);
        assertThat(imports()).isEmpty();
    }

    @Test
    void anUploadThatIsTooLargeIsRefused() throws Exception {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port)) {
            begin(socket, TestServer.LARGEST_UPLOAD + 1).flush();

            assertThat(statusLine(socket)).contains(" 413");
        }
    }

    @Test
    void aFullDiskIsSaidToBeOne() {
        server.desk.failure = new IOException("No space left on device");
        try {
            assertProblem(town.as(town.ben()).upload("file", "content"), 507);
        } finally {
            server.desk.failure = null;
        }
    }

    @Test
    void aFilesNameComesWithoutFoldersAndControlCharacters() {
        assertThat(Uploads.fileName("C:\\Users\\me\\pals.zip")).isEqualTo("pals.zip");
        assertThat(Uploads.fileName("/home/me/pa\u0007ls.zip")).isEqualTo("pals.zip");
        assertThat(Uploads.fileName("..")).isEqualTo("..");
        assertThat(Uploads.fileName(null)).isEqualTo("archive");
        assertThat(Uploads.fileName("a".repeat(500))).hasSize(100);
    }

    private List<Import> imports() {
        return server.registry.imports().all(town.id());
    }

    private OutputStream begin(Socket socket, long length) throws IOException {
        String key = Objects.requireNonNull(town.as(town.ben()).key());
        OutputStream out = socket.getOutputStream();
        out.write(
                ("POST /api/v1/imports HTTP/1.1\r\nHost: 127.0.0.1:"
                                + server.port
                                + "\r\nAuthorization: Bearer "
                                + key
                                + "\r\nContent-Type: multipart/form-data; boundary=limit"
                                + "\r\nContent-Length: "
                                + length
                                + "\r\nConnection: close\r\n\r\n")
                        .getBytes(StandardCharsets.UTF_8));
        return out;
    }

    private static String statusLine(Socket socket) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = socket.getInputStream().read(); c >= 0 && c != '\n'; ) {
            line.append((char) c);
            c = socket.getInputStream().read();
        }
        return line.toString();
    }
}
