package org.kithway.connector.linkedin;

import org.jspecify.annotations.Nullable;
import org.kithway.connector.Connector;
import org.kithway.connector.Export;
import org.kithway.connector.ExportException;
import org.kithway.connector.Reading;
import org.kithway.connector.Settings;
import org.kithway.model.Fact;

import java.io.ByteArrayInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** An export made up in memory. */
final class Archive implements Export {
    /** Opens a stream over an entry. */
    interface Content {
        InputStream open() throws IOException;
    }

    private final Map<String, Content> entries = new TreeMap<>();
    private final String name;

    Archive(String name) {
        this.name = name;
    }

    static Archive of(String entry, String... lines) {
        return new Archive("archive.zip").with(entry, lines);
    }

    Archive with(String entry, String... lines) {
        return with(entry, StandardCharsets.UTF_8, String.join("\n", lines) + "\n");
    }

    Archive with(String entry, Charset charset, String text) {
        byte[] bytes = text.getBytes(charset);
        return with(entry, () -> new ByteArrayInputStream(bytes));
    }

    Archive with(String entry, Content content) {
        entries.put(entry, content);
        return this;
    }

    /** An entry that breaks off with an error after its text. */
    Archive withBroken(String entry, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return with(
                entry,
                () ->
                        new InputStream() {
                            private int position;

                            @Override
                            public int read() throws IOException {
                                if (position == bytes.length) {
                                    throw new ExportException("the archive is cut off");
                                }
                                return bytes[position++] & 0xFF;
                            }
                        });
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public List<String> entries() {
        return List.copyOf(entries.keySet());
    }

    @Override
    public @Nullable Instant writtenAt() {
        return Instant.parse("2026-02-03T04:05:06Z");
    }

    @Override
    public InputStream open(String entry) throws IOException {
        Content content = entries.get(entry);
        if (content == null) {
            throw new FileNotFoundException(entry);
        }
        return content.open();
    }

    boolean isRecognized() {
        try {
            return new LinkedInConnector().recognizes(this);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Connector.Reader reader() {
        try {
            return new LinkedInConnector().open(this, Settings.check(List.of(), Map.of()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<Reading> readings() {
        List<Reading> readings = new ArrayList<>();
        try (Connector.Reader reader = reader()) {
            for (Reading reading = reader.read(); reading != null; reading = reader.read()) {
                readings.add(reading);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return readings;
    }

    /** All facts of all statements, in order. */
    List<Fact> facts() {
        return readings().stream()
                .filter(Reading.Statement.class::isInstance)
                .flatMap(reading -> ((Reading.Statement) reading).facts().stream())
                .toList();
    }

    /** The readings in short: how each record ended, without facts. */
    List<String> outcomes() {
        return readings().stream()
                .map(reading ->
                        switch (reading) {
                            case Reading.Statement kept -> kept.place() + " kept";
                            case Reading.Withheld withheld ->
                                    withheld.place() + " withheld: " + withheld.rule();
                            case Reading.Rejection rejected ->
                                    rejected.place() + " rejected: " + rejected.reason();
                            case Reading.Notice notice ->
                                    notice.place() + " notice: " + notice.text();
                        })
                .toList();
    }
}
