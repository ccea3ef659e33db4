package org.kithway.benchmarks;

import org.kithway.server.Home;
import org.kithway.server.Server;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.util.Map;

/**
 * A server's import of an archive over REST.
 *
 * @param effort from the first byte of the upload until all of it can be found
 * @param readAfter seconds until the archive was read and all its facts were in Kafka
 */
record EndToEnd(Effort effort, double readAfter) {
    private static final String READING = "queued running";

    static EndToEnd run(LocalEngines engines, String prefix, GeneratedArchive archive)
            throws IOException {
        Home home = new Home(engines.folder().resolve(prefix + "-home"));
        try (Server server = Server.start(home, Rest.freePort(), engines.settings(prefix))) {
            Rest rest = new Rest(server.address(), home.key().orElseThrow());
            Effort effort = Effort.begin(engines);
            long begun = System.nanoTime();
            String id = rest.upload(archive.file()).get("id").asString();
            String path = "/api/v1/imports/" + id;
            Rest.await(() -> !READING.contains(rest.get(path).get("state").asString()));
            double readAfter = (System.nanoTime() - begun) / 1e9;
            Rest.await(() -> rest.get(path).get("ended").asBoolean());
            effort.stop();
            String state = rest.get(path).get("state").asString();
            JsonNode verified = rest.post("/api/v1/operations/verify", Map.of());
            if (!state.equals("completed") || !verified.get("ok").asBoolean()) {
                throw new IllegalStateException("the import is " + state + ", and " + verified);
            }
            return new EndToEnd(effort, readAfter);
        }
    }
}
