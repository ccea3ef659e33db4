package org.kithway.connector.tck;

import org.jspecify.annotations.Nullable;
import org.kithway.connector.Export;

import java.io.ByteArrayInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** An export made up by the contract, or a sample of which some entry was changed. */
record MemoryExport(String name, SortedMap<String, byte[]> contents, @Nullable Instant writtenAt)
        implements Export {
    static MemoryExport of(String name, Map<String, byte[]> contents) {
        return new MemoryExport(name, new TreeMap<>(contents), null);
    }

    static MemoryExport copyOf(Export export) throws IOException {
        SortedMap<String, byte[]> contents = new TreeMap<>();
        for (String entry : export.entries()) {
            try (InputStream in = export.open(entry)) {
                contents.put(entry, in.readAllBytes());
            }
        }
        return new MemoryExport(export.name(), contents, export.writtenAt());
    }

    MemoryExport with(String entry, byte[] content) {
        SortedMap<String, byte[]> changed = new TreeMap<>(contents);
        changed.put(entry, content);
        return new MemoryExport(name, changed, writtenAt);
    }

    MemoryExport without(String entry) {
        SortedMap<String, byte[]> changed = new TreeMap<>(contents);
        changed.remove(entry);
        return new MemoryExport(name, changed, writtenAt);
    }

    byte[] content(String entry) throws FileNotFoundException {
        byte[] content = contents.get(entry);
        if (content == null) {
            throw new FileNotFoundException("no such entry in " + name);
        }
        return content;
    }

    /** Whether a text stands in any entry, written as itself. */
    boolean holds(String text) {
        String bytes =
                new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        return contents.values().stream()
                .anyMatch(c -> new String(c, StandardCharsets.ISO_8859_1).contains(bytes));
    }

    @Override
    public List<String> entries() {
        return List.copyOf(contents.keySet());
    }

    @Override
    public InputStream open(String entry) throws IOException {
        return new ByteArrayInputStream(content(entry));
    }
}
