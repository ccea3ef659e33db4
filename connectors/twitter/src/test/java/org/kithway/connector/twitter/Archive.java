package org.kithway.connector.twitter;

import org.jspecify.annotations.Nullable;
import org.kithway.connector.Connector;
import org.kithway.connector.Export;
import org.kithway.connector.Reading;
import org.kithway.connector.Settings;

import java.io.ByteArrayInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;

/** An export made up in memory, which remembers what was opened. */
final class Archive implements Export {
    private final Map<String, Supplier<InputStream>> entries = new TreeMap<>();
    private final Set<String> opened = new TreeSet<>();

    Archive with(String entry, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return with(entry, () -> new ByteArrayInputStream(bytes));
    }

    Archive with(String entry, Supplier<InputStream> content) {
        entries.put(entry, content);
        return this;
    }

    Set<String> opened() {
        return opened;
    }

    boolean isRecognized() throws IOException {
        return new TwitterConnector().recognizes(this);
    }

    Connector.Reader reader() throws IOException {
        return new TwitterConnector().open(this, Settings.check(List.of(), Map.of()));
    }

    List<Reading> readings() throws IOException {
        List<Reading> readings = new ArrayList<>();
        try (Connector.Reader reader = reader()) {
            for (Reading reading = reader.read(); reading != null; reading = reader.read()) {
                readings.add(reading);
            }
        }
        return readings;
    }

    @Override
    public String name() {
        return "archive.zip";
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
        Supplier<InputStream> content = entries.get(entry);
        if (content == null) {
            throw new FileNotFoundException(entry);
        }
        opened.add(entry);
        return content.get();
    }
}
