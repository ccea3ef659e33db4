package org.kithway.benchmarks;

import co.elastic.clients.json.NdJsonpSerializable;
import co.elastic.clients.util.BinaryData;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Remembers, in a file, every document that is sent to {@code _bulk}, as the lines to send it by to
 * another set of indices.
 */
final class RecordedDocuments {
    private static final int BYTES_AT_ONCE = 5_000_000;

    private final Path file;
    private final String from;
    private final String to;
    private final DataOutputStream out;

    /**
     * @param from what the names of the indices begin with
     * @param to what takes its place
     */
    RecordedDocuments(Path file, String from, String to) throws IOException {
        this.file = file;
        this.from = from;
        this.to = to;
        this.out =
                new DataOutputStream(
                        new BufferedOutputStream(Files.newOutputStream(file), 1 << 16));
    }

    /** Remembers the documents if that is what the request is about. */
    void see(Object request) {
        if (request instanceof NdJsonpSerializable bulk) {
            bulk._serializables().forEachRemaining(this::record);
        }
    }

    /** The lines of a body in turn: what is to be done, and the document. */
    private synchronized void record(Object body) {
        if (!(body instanceof BinaryData lines)) {
            throw new IllegalStateException("the writer sends bytes");
        }
        try (BufferedReader reader =
                new BufferedReader(
                        new InputStreamReader(lines.asInputStream(), StandardCharsets.UTF_8))) {
            for (String action = reader.readLine(); action != null; action = reader.readLine()) {
                JsonNode index = Rest.JSON.readTree(action).path("index");
                if (index.isMissingNode()) {
                    throw new IllegalStateException("a first import removes nothing");
                }
                byte[] both =
                        "{\"index\":{\"_index\":\"%s\",\"_id\":\"%s\"}}\n%s\n"
                                .formatted(
                                        index.path("_index")
                                                .stringValue()
                                                .replaceFirst("^" + from, to),
                                        index.path("_id").stringValue(),
                                        reader.readLine())
                                .getBytes(StandardCharsets.UTF_8);
                out.writeInt(both.length);
                out.write(both);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Begins to give them out; after the last was remembered. */
    Bodies bodies() throws IOException {
        out.close();
        return new Bodies(
                new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 16)));
    }

    /** The documents as bodies of requests; for several threads. */
    static final class Bodies implements AutoCloseable {
        private final DataInputStream in;

        private Bodies(DataInputStream in) {
            this.in = in;
        }

        /** Some megabytes of lines; null when all were given out. */
        synchronized byte @Nullable [] next() throws IOException {
            ByteArrayOutputStream body = new ByteArrayOutputStream(BYTES_AT_ONCE + (1 << 16));
            try {
                while (body.size() < BYTES_AT_ONCE) {
                    body.write(in.readNBytes(in.readInt()));
                }
            } catch (EOFException e) {
                return body.size() == 0 ? null : body.toByteArray();
            }
            return body.toByteArray();
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}
