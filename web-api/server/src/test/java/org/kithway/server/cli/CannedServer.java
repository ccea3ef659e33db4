package org.kithway.server.cli;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import picocli.CommandLine;
import picocli.CommandLine.Command;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** An HTTP server whose answers are given beforehand; the last one of a path is given again. */
final class CannedServer implements AutoCloseable {
    private final Map<String, Deque<Reply>> replies = new ConcurrentHashMap<>();
    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private final HttpServer server;
    private final Path home;

    CannedServer(Path home) throws IOException {
        this.home = home;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    private record Reply(int status, String body) {}

    record Asked(String request, String authorization, String body) {}

    record Ran(int exitCode, String out, String err) {}

    @Command(name = "kithway")
    static final class Root {}

    CannedServer on(String request, int status, String body) {
        replies.computeIfAbsent(request, r -> new ArrayDeque<>()).add(new Reply(status, body));
        return this;
    }

    private synchronized void answer(HttpExchange exchange) throws IOException {
        String request = exchange.getRequestMethod() + " " + exchange.getRequestURI();
        String body =
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.ISO_8859_1);
        String key = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
        asked.add(new Asked(request, key, body));
        Deque<Reply> queue = replies.getOrDefault(request, new ArrayDeque<>());
        Reply reply = queue.size() > 1 ? queue.remove() : queue.peek();
        if (reply == null) {
            reply =
                    new Reply(
                            404,
                            "{\"title\":\"Not Found\",\"status\":404,\"detail\":\"Nothing.\"}");
        }
        byte[] bytes = reply.body().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(reply.status(), bytes.length);
        try (exchange) {
            exchange.getResponseBody().write(bytes);
        }
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    List<Asked> asked() {
        return asked;
    }

    Ran run(String... arguments) {
        return run(
                new Endpoint(address(), Optional.of("kw_test"), home, home.resolve("key")),
                arguments);
    }

    static Ran run(Endpoint endpoint, String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        PrintWriter data = new PrintWriter(out);
        PrintWriter progress = new PrintWriter(err);
        CommandLine line = new CommandLine(new Root());
        ClientCommands.all(new Console(() -> endpoint, data, progress, false, Duration.ofMillis(1)))
                .forEach(line::addSubcommand);
        line.setOut(data).setErr(progress).setExecutionExceptionHandler(new Failures());
        int exitCode = line.execute(arguments);
        return new Ran(exitCode, out.toString(), err.toString());
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
