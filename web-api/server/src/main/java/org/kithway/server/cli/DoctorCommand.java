package org.kithway.server.cli;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

@Command(
        name = "doctor",
        description =
                "See whether Kithway has what it needs, running or not; exit code 3 if anything is amiss.")
final class DoctorCommand extends ClientCommand {
    private static final int JAVA = 25;

    /** Below this Elasticsearch soon stops to write. */
    private static final long LEAST_SPACE = 2L << 30;

    private static final Set<PosixFilePermission> OWNER =
            PosixFilePermissions.fromString("rw-------");

    private final List<Check> checks = new ArrayList<>();

    DoctorCommand(Console console) {
        super(console);
    }

    /**
     * @param remedy null if all is well
     */
    private record Check(String subject, String detail, @Nullable String remedy) {
        boolean ok() {
            return remedy == null;
        }
    }

    @Override
    int run(Api api) {
        Endpoint endpoint = console().endpoint().get();
        java();
        folder(endpoint.home());
        keyFile(endpoint);
        server(api, endpoint);
        boolean ok = checks.stream().allMatch(Check::ok);
        print(answer(ok), () -> checks.forEach(this::tell));
        return ok ? Failures.OK : Failures.FINDING;
    }

    private ObjectNode answer(boolean ok) {
        ObjectNode answer = Api.object().put("ok", ok);
        ArrayNode list = answer.putArray("checks");
        checks.forEach(check ->
                list.addObject()
                        .put("subject", check.subject())
                        .put("ok", check.ok())
                        .put("detail", check.detail())
                        .put("remedy", check.remedy()));
        return answer;
    }

    private void tell(Check check) {
        String remedy = check.remedy();
        say(
                Text.clean(
                        (check.ok() ? "ok       " : "finding  ")
                                + check.subject()
                                + ": "
                                + check.detail()
                                + (remedy == null ? "" : ": " + remedy)));
    }

    private void ok(String subject, String detail) {
        checks.add(new Check(subject, detail, null));
    }

    private void finding(String subject, String detail, String remedy) {
        checks.add(new Check(subject, detail, remedy));
    }

    private void java() {
        Runtime.Version version = Runtime.version();
        if (version.feature() >= JAVA) {
            ok("Java", version.toString());
        } else {
            finding("Java", version.toString(), "get Java 25 or newer from https://adoptium.net");
        }
    }

    private void folder(Path home) {
        Path existing = home.toAbsolutePath();
        while (!Files.exists(existing) && existing.getParent() != null) {
            existing = existing.getParent();
        }
        if (!Files.isDirectory(existing) || !Files.isWritable(existing)) {
            finding(
                    "data folder",
                    home + " cannot be written",
                    "give this user the right to write there, or set KITHWAY_HOME to another folder");
            return;
        }
        ok("data folder", home + (Files.exists(home) ? " is writable" : " will be made"));
        try {
            long space = Files.getFileStore(existing).getUsableSpace();
            String free = Text.count(space >> 20) + " MiB free";
            if (space < LEAST_SPACE) {
                finding("disk", free, "make room, at least " + (LEAST_SPACE >> 30) + " GiB");
            } else {
                ok("disk", free);
            }
        } catch (IOException e) {
            finding("disk", "its free space cannot be told", "see to the disk of " + home);
        }
    }

    private void keyFile(Endpoint endpoint) {
        Path file = endpoint.keyFile();
        if (!Files.exists(file)) {
            ok("key file", "none yet, the first ./kithway serve makes " + file);
            return;
        }
        try {
            if (OWNER.equals(Files.getPosixFilePermissions(file, LinkOption.NOFOLLOW_LINKS))) {
                ok("key file", file + " is for its owner alone");
            } else {
                finding(
                        "key file",
                        file + " is open to others or not to its owner",
                        "chmod 600 it, and make a new key if others could have read it");
            }
        } catch (UnsupportedOperationException e) {
            ok("key file", file + " lies where files have no modes");
        } catch (IOException e) {
            finding("key file", file + " cannot be looked at", "see to its owner and its folder");
        }
    }

    private void server(Api api, Endpoint endpoint) {
        if (isFree(endpoint.address())) {
            ok(
                    "server",
                    "none runs, and "
                            + endpoint.address()
                            + " is free for one: ./kithway serve starts it");
            return;
        }
        try {
            JsonNode alive = api.look("/actuator/health/liveness").body();
            if (alive == null || !alive.path("status").isString()) {
                throw Failure.unavailable("it does not answer as a Kithway does");
            }
            ok("server", "answers at " + endpoint.address());
        } catch (Failure e) {
            finding(
                    "server",
                    endpoint.address() + " is taken by something that is no Kithway",
                    "stop that, or set KITHWAY_PORT to a free port");
            return;
        }
        try {
            health(api.look("/actuator/health"));
            connectors(api.get("/connectors").path("connectors"));
        } catch (Failure e) {
            finding("server", "does not tell how it is", e.detail());
        }
    }

    /** Whether a server could listen there, which only the attempt can tell. */
    private static boolean isFree(URI address) {
        try (ServerSocket socket = new ServerSocket()) {
            // As a server does, or a port would seem taken for minutes after its connections ended.
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(address.getHost(), address.getPort()));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private void health(Api.Answer answer) {
        JsonNode health = answer.body();
        if (health == null || !health.path("status").isString()) {
            finding(
                    "health",
                    "status " + answer.status(),
                    "set KITHWAY_HOME to the data folder of the server that answers there");
            return;
        }
        if (health.path("components").isEmpty()) {
            engine("health", health);
        }
        health.path("components").forEachEntry(this::engine);
    }

    private void engine(String name, JsonNode health) {
        String status = Text.of(health, "status");
        if (status.equals("UP") || status.equals("UNKNOWN")) {
            ok(name, status);
        } else {
            finding(name, status, "the server's log says why");
        }
    }

    private void connectors(JsonNode connectors) {
        List<String> sites = connectors.valueStream().map(c -> Text.of(c, "site")).toList();
        if (sites.isEmpty()) {
            finding(
                    "connectors",
                    "none are loaded",
                    "see to the folder plugins beside the program");
        } else {
            ok("connectors", String.join(", ", sites));
        }
    }
}
