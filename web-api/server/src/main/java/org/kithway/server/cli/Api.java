package org.kithway.server.cli;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Kithway's REST interface as its client sees it. Every failure is a {@link Failure}. */
final class Api {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String ROOT = "/api/v1";
    private static final Duration CONNECT = Duration.ofSeconds(5);

    private final Endpoint endpoint;

    // Straight to the address: a proxy has no business with the key.
    private final HttpClient client =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(CONNECT)
                    .proxy(HttpClient.Builder.NO_PROXY)
                    // A person who was joined with another one has another address now.
                    .followRedirects(HttpClient.Redirect.NORMAL)
                    .build();

    Api(Endpoint endpoint) {
        this.endpoint = endpoint;
    }

    /**
     * @param body null if there is none to be understood
     */
    record Answer(int status, @Nullable JsonNode body) {}

    static ObjectNode object() {
        return JSON.createObjectNode();
    }

    JsonNode get(String path) {
        return checked(exchange(request(ROOT + path).GET()));
    }

    JsonNode post(String path, JsonNode body) {
        return checked(
                exchange(
                        request(ROOT + path)
                                .header("Content-Type", "application/json")
                                .POST(BodyPublishers.ofString(body.toString()))));
    }

    JsonNode post(String path) {
        return checked(exchange(request(ROOT + path).POST(BodyPublishers.noBody())));
    }

    JsonNode delete(String path) {
        return checked(exchange(request(ROOT + path).DELETE()));
    }

    JsonNode upload(String path, String contentType, BodyPublisher body) {
        return checked(
                exchange(request(ROOT + path).header("Content-Type", contentType).POST(body)));
    }

    /** What a path outside the interface's root answers, of whatever status. */
    Answer look(String path) {
        return exchange(request(path).GET());
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(endpoint.address().resolve(path))
                        .header("Accept", "application/json, application/problem+json");
        endpoint.key().ifPresent(key -> request.header("Authorization", "Bearer " + key));
        return request;
    }

    private Answer exchange(HttpRequest.Builder request) {
        try {
            HttpResponse<byte[]> response =
                    client.send(request.build(), BodyHandlers.ofByteArray());
            return new Answer(response.statusCode(), read(response.body()));
        } catch (ConnectException | HttpConnectTimeoutException e) {
            throw Failure.unavailable(
                    "No Kithway answers at "
                            + endpoint.address()
                            + ": start one with ./kithway serve, or try ./kithway demo");
        } catch (IOException e) {
            throw Failure.unavailable(
                    "The connection to Kithway at "
                            + endpoint.address()
                            + " broke off: see whether the server still runs, and try again.");
        } catch (InterruptedException e) {
            throw Failure.interrupted();
        }
    }

    private static @Nullable JsonNode read(byte[] body) {
        try {
            JsonNode node = JSON.readTree(body);
            return node.isObject() ? node : null;
        } catch (JacksonException e) {
            return null;
        }
    }

    private JsonNode checked(Answer answer) {
        JsonNode body = answer.body();
        int status = answer.status();
        if (status < 300 && body != null) {
            return body;
        }
        if (body instanceof ObjectNode problem && problem.path("detail").isString()) {
            throw new Failure(Failures.exitCode(status), detail(status, problem), problem);
        }
        if (status >= 400) {
            throw Failure.of(
                    Failures.exitCode(status),
                    "Error",
                    status,
                    "The server at " + endpoint.address() + " answers with status " + status + ".");
        }
        throw Failure.unavailable(
                "What answers at "
                        + endpoint.address()
                        + " is no Kithway: set KITHWAY_PORT to the port of yours.");
    }

    private String detail(int status, ObjectNode problem) {
        String detail = problem.path("detail").asString("");
        if (problem.path("position").isInt()) {
            detail += " (at character " + (problem.path("position").asInt() + 1) + ")";
        }
        if (status == 401) {
            detail +=
                    " The key is read from the data folder "
                            + endpoint.home()
                            + ": set KITHWAY_HOME to the one of the server at "
                            + endpoint.address()
                            + ".";
        }
        return detail;
    }
}
