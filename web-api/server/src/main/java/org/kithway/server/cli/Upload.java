package org.kithway.server.cli;

import org.jspecify.annotations.Nullable;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.LongConsumer;

/** An archive on its way to the server as multipart/form-data: what is said of it, then itself. */
final class Upload {
    private final Path source;
    private final Map<String, String> fields;
    private final LongConsumer sent;
    private final String boundary = "kithway-" + UUID.randomUUID();
    private volatile @Nullable IOException failure;

    /**
     * @param source a file, or a folder, which is zipped as it is sent
     * @param fields by name, in the order in which they are sent
     * @param sent told of the bytes that are read so far, often
     */
    Upload(Path source, Map<String, String> fields, LongConsumer sent) {
        this.source = source;
        this.fields = fields;
        this.sent = sent;
    }

    String contentType() {
        return "multipart/form-data; boundary=" + boundary;
    }

    /** Why the source could not be read to its end, or null. */
    @Nullable IOException failure() {
        return failure;
    }

    static String name(Path source) {
        String name = String.valueOf(source.toAbsolutePath().normalize().getFileName());
        return Files.isDirectory(source) ? name + ".zip" : name;
    }

    /** The body; a file's has a length, a folder's has none before it was sent. */
    BodyPublisher body() throws IOException {
        byte[] head = head();
        byte[] tail = ("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8);
        BodyPublisher body =
                BodyPublishers.ofInputStream(() ->
                        new SequenceInputStream(
                                Collections.enumeration(
                                        List.of(
                                                new ByteArrayInputStream(head),
                                                content(),
                                                new ByteArrayInputStream(tail)))));
        return Files.isDirectory(source)
                ? body
                : BodyPublishers.fromPublisher(
                        body, head.length + Files.size(source) + tail.length);
    }

    private byte[] head() {
        StringBuilder head = new StringBuilder();
        fields.forEach((name, value) ->
                head.append("--")
                        .append(boundary)
                        .append("\r\nContent-Disposition: form-data; name=\"")
                        .append(name)
                        .append("\"\r\n\r\n")
                        .append(value)
                        .append("\r\n"));
        head.append("--")
                .append(boundary)
                .append("\r\nContent-Disposition: form-data; name=\"file\"; filename=\"")
                .append(Text.clean(name(source)).replace("\"", "%22").replace("\\", "%5C"))
                .append("\"\r\nContent-Type: application/octet-stream\r\n\r\n");
        return head.toString().getBytes(StandardCharsets.UTF_8);
    }

    private InputStream content() {
        try {
            return new Watched(
                    Files.isDirectory(source)
                            ? new FolderZip(source)
                            : Files.newInputStream(source));
        } catch (IOException e) {
            throw failed(e);
        }
    }

    /** Unchecked, since a body that merely ends would look like a shorter archive. */
    private UncheckedIOException failed(IOException e) {
        failure = e;
        return new UncheckedIOException(e);
    }

    private final class Watched extends FilterInputStream {
        private long count;

        Watched(InputStream content) {
            super(content);
        }

        @Override
        public int read() {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) {
            try {
                int read = super.read(buffer, offset, length);
                if (read > 0) {
                    count += read;
                    sent.accept(count);
                }
                return read;
            } catch (IOException e) {
                throw failed(e);
            }
        }
    }
}
