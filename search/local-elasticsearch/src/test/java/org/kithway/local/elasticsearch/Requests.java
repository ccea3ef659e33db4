package org.kithway.local.elasticsearch;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Plain requests to a node. */
final class Requests {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final Pattern TOKEN = Pattern.compile("\"token\":\"([^\"]*)\"");

    private final LocalElasticsearch node;

    Requests(LocalElasticsearch node) {
        this.node = node;
    }

    HttpResponse<String> send(String method, String path, String body) throws Exception {
        return send(method, path, body, node.username() + ":" + node.password());
    }

    HttpResponse<String> send(String method, String path, String body, String userAndPassword)
            throws Exception {
        byte[] credentials = userAndPassword.getBytes(StandardCharsets.UTF_8);
        return CLIENT.send(
                HttpRequest.newBuilder(node.uri().resolve(path))
                        .method(method, HttpRequest.BodyPublishers.ofString(body))
                        .header("Content-Type", "application/json")
                        .header(
                                "Authorization",
                                "Basic " + Base64.getEncoder().encodeToString(credentials))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    HttpResponse<String> sendWithoutPassword(String path) throws Exception {
        return CLIENT.send(
                HttpRequest.newBuilder(node.uri().resolve(path)).build(),
                HttpResponse.BodyHandlers.ofString());
    }

    /** The body of an answer that must be a good one. */
    String ok(String method, String path, String body) throws Exception {
        HttpResponse<String> response = send(method, path, body);
        if (response.statusCode() >= 300) {
            throw new IOException(
                    method + " " + path + " answers " + response.statusCode() + response.body());
        }
        return response.body();
    }

    /** The terms that an index makes of a text. */
    List<String> analyze(String index, String analyzeBody) throws Exception {
        return TOKEN.matcher(ok("POST", index + "/_analyze", analyzeBody))
                .results()
                .map((MatchResult m) -> m.group(1))
                .toList();
    }
}
