package org.kithway.server;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** A program that speaks REST with a key. */
final class Api {
    private static final String BOUNDARY = "kithway-test-boundary";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient client =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NORMAL).build();
    private final URI address;
    private final String key;

    Api(URI address, String key) {
        this.address = address;
        this.key = key;
    }

    JsonNode get(String path) {
        return json(send(request(path).GET()));
    }

    JsonNode post(String path, Map<String, ?> body) {
        return json(
                send(
                        request(path)
                                .header("Content-Type", "application/json")
                                .POST(
                                        HttpRequest.BodyPublishers.ofString(
                                                JSON.writeValueAsString(body)))));
    }

    JsonNode delete(String path) {
        return json(send(request(path).DELETE()));
    }

    /** Hands in an archive and waits until its import has ended. */
    JsonNode upload(Path archive, Map<String, String> fields) throws IOException {
        List<byte[]> parts = new ArrayList<>();
        fields.forEach((name, value) ->
                parts.add(
                        bytes(
                                "--"
                                        + BOUNDARY
                                        + "\r\nContent-Disposition: form-data; name=\""
                                        + name
                                        + "\"\r\n\r\n"
                                        + value
                                        + "\r\n")));
        parts.add(
                bytes(
                        "--"
                                + BOUNDARY
                                + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\""
                                + archive.getFileName()
                                + "\"\r\nContent-Type: application/octet-stream\r\n\r\n"));
        JsonNode submitted =
                json(
                        send(
                                request("/api/v1/imports")
                                        .header(
                                                "Content-Type",
                                                "multipart/form-data; boundary=" + BOUNDARY)
                                        .POST(
                                                HttpRequest.BodyPublishers.concat(
                                                        HttpRequest.BodyPublishers.ofByteArrays(
                                                                parts),
                                                        HttpRequest.BodyPublishers.ofFile(archive),
                                                        HttpRequest.BodyPublishers.ofString(
                                                                "\r\n--" + BOUNDARY + "--\r\n")))));
        return awaitEnd(submitted.get("id").asString());
    }

    /** Takes an import back and waits until that is done. */
    JsonNode undo(String id) {
        post("/api/v1/imports/" + id + "/undo", Map.of());
        return awaitEnd(id);
    }

    JsonNode awaitEnd(String id) {
        return await(() -> get("/api/v1/imports/" + id), now -> now.get("ended").asBoolean());
    }

    static <T> T await(Supplier<T> look, Predicate<T> enough) {
        long patience = System.nanoTime() + Duration.ofMinutes(2).toNanos();
        while (true) {
            T now = look.get();
            if (enough.test(now)) {
                return now;
            }
            if (System.nanoTime() > patience) {
                throw new AssertionError("still " + now);
            }
            LockSupport.parkNanos(50_000_000);
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(address.resolve(path))
                .header("Authorization", "Bearer " + key)
                .timeout(Duration.ofMinutes(1));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode json(HttpResponse<String> response) {
        if (response.statusCode() >= 300) {
            throw new AssertionError(response.statusCode() + " " + response.body());
        }
        return JSON.readTree(response.body());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
