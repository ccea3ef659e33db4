package org.kithway.connector.facts;

import org.jspecify.annotations.Nullable;
import org.kithway.connector.Connector;
import org.kithway.connector.Export;
import org.kithway.connector.ExportException;
import org.kithway.connector.Reading;
import org.kithway.model.FactFields;
import org.kithway.model.Place;

import java.io.IOException;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A cursor over the lines of all files, in the order of their names. */
final class FactsReader implements Connector.Reader {
    private final Export export;
    private final Connector.Manifest manifest;
    private final Iterator<String> files;
    private @Nullable OpenFile file;

    private FactsReader(Export export, List<String> files, Connector.Manifest manifest) {
        this.export = export;
        this.files = files.iterator();
        this.manifest = manifest;
    }

    /** Reads the files' headers, no further. */
    static FactsReader open(Export export, List<String> files) throws IOException {
        Map<String, String> parts = new LinkedHashMap<>();
        Instant newest = null;
        for (String file : files) {
            Header header = header(export, file);
            parts.put(
                    file,
                    header.source() != null
                            ? header.source()
                            : file.substring(file.lastIndexOf('/') + 1));
            Instant at = header.exportedAt();
            if (at != null && (newest == null || at.isAfter(newest))) {
                newest = at;
            }
        }
        return new FactsReader(export, files, new Connector.Manifest(newest, null, parts));
    }

    private static Header header(Export export, String file) throws IOException {
        try (Lines lines = new Lines(export.open(file))) {
            if (lines.next() instanceof Lines.Line.Text first) {
                Map<String, Object> fields = JsonLine.read(first.text());
                return fields.containsKey(Header.KEY) ? Header.of(fields) : Header.NONE;
            }
            return Header.NONE;
        } catch (IllegalArgumentException | ExportException e) {
            return Header.NONE; // read() meets it again and says so in its place
        }
    }

    @Override
    public Connector.Manifest manifest() {
        return manifest;
    }

    @Override
    public @Nullable Reading read() throws IOException {
        while (file != null || files.hasNext()) {
            if (file == null) {
                file = new OpenFile(files.next());
            }
            Reading reading = file.read();
            if (reading != null) {
                return reading;
            }
            close();
        }
        return null;
    }

    @Override
    public void close() throws IOException {
        OpenFile open = file;
        file = null;
        if (open != null) {
            open.close();
        }
    }

    /** One file; what is wrong with it alone is a reading, so that the others are read too. */
    private final class OpenFile {
        private final String name;
        private @Nullable Lines lines;
        private boolean headerMayCome = true;
        private boolean silent = true;
        private boolean ended;

        OpenFile(String name) {
            this.name = name;
        }

        @Nullable Reading read() throws IOException {
            if (ended) {
                return null;
            }
            Reading reading;
            try {
                reading = next();
            } catch (ExportException e) {
                ended = true;
                long at = lines == null ? 0 : lines.number() + 1;
                reading =
                        new Reading.Rejection(
                                new Place(name, at), String.valueOf(e.getMessage()), true);
            }
            if (reading == null) {
                ended = true;
                if (silent) {
                    reading = new Reading.Rejection(Place.of(name), "the file holds no facts");
                }
            }
            silent = false;
            return reading;
        }

        private @Nullable Reading next() throws IOException {
            if (lines == null) {
                lines = new Lines(export.open(name));
            }
            for (Lines.Line line = lines.next(); line != null; line = lines.next()) {
                boolean first = headerMayCome;
                headerMayCome = false;
                Place place = new Place(name, line.number());
                switch (line) {
                    case Lines.Line.Unreadable bad -> {
                        return new Reading.Rejection(place, bad.reason());
                    }
                    case Lines.Line.Text text -> {
                        Reading reading = reading(place, text.text(), first);
                        if (reading != null) {
                            return reading;
                        }
                    }
                }
            }
            return null;
        }

        /** What the line says; null if it is the header. */
        private @Nullable Reading reading(Place place, String line, boolean first) {
            try {
                Map<String, Object> fields = JsonLine.read(line);
                if (!fields.containsKey(Header.KEY)) {
                    return new Reading.Statement(place, List.of(FactFields.read(fields)));
                }
                if (!first) {
                    throw new IllegalArgumentException("a header stands on the first line only");
                }
                Header.of(fields);
                return null;
            } catch (IllegalArgumentException e) {
                return new Reading.Rejection(place, String.valueOf(e.getMessage()));
            }
        }

        void close() throws IOException {
            if (lines != null) {
                lines.close();
            }
        }
    }
}
