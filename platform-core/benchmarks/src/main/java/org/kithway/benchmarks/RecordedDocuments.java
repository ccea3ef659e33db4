package org.kithway.benchmarks;

import co.elastic.clients.elasticsearch.core.BulkRequest;
import co.elastic.clients.elasticsearch.core.bulk.BulkOperation;
import co.elastic.clients.elasticsearch.core.bulk.IndexOperation;
import co.elastic.clients.util.BinaryData;

import org.jspecify.annotations.Nullable;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
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
        if (request instanceof BulkRequest bulk) {
            bulk.operations().forEach(this::record);
        }
    }

    private synchronized void record(BulkOperation operation) {
        if (!operation.isIndex()) {
            throw new IllegalStateException("a first import removes nothing");
        }
        IndexOperation<?> index = operation.index();
        if (!(index.document() instanceof BinaryData document)) {
            throw new IllegalStateException("the writer sends bytes");
        }
        String header =
                "{\"index\":{\"_index\":\"%s\",\"_id\":\"%s\"}}\n"
                        .formatted(
                                String.valueOf(index.index()).replaceFirst("^" + from, to),
                                index.id());
        try {
            ByteArrayOutputStream lines = new ByteArrayOutputStream(1_024);
            lines.write(header.getBytes(StandardCharsets.UTF_8));
            document.writeTo(lines);
            lines.write('\n');
            out.writeInt(lines.size());
            lines.writeTo(out);
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
