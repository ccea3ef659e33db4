package org.kithway.connector.linkedin;

import org.jspecify.annotations.Nullable;
import org.kithway.connector.Connector;
import org.kithway.connector.Export;
import org.kithway.connector.ExportException;
import org.kithway.connector.Reading;
import org.kithway.model.PartialDate;
import org.kithway.model.Place;

import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Goes through the files of one export in the order of {@link FileKind}. */
final class LinkedInReader implements Connector.Reader {
    private final Export export;
    private final Connector.Manifest manifest;
    private final Iterator<Part> parts;
    private final Owner owner = new Owner();
    private final Map<FileKind, RowReader> readers = new EnumMap<>(FileKind.class);
    private final @Nullable PartialDate exportedOn;
    private @Nullable Open current;

    /** The file that is being read. */
    private record Open(CsvFile file, RowReader reader, boolean noted) {}

    /** A file of the export: either how to read it, or what keeps it from being read. */
    sealed interface Part {
        String entry();

        FileKind kind();

        record Readable(String entry, CsvFile.Layout layout) implements Part {
            @Override
            public FileKind kind() {
                return layout.kind();
            }
        }

        record Faulty(String entry, FileKind kind, String fault) implements Part {}
    }

    LinkedInReader(Export export, @Nullable Instant exportedAt, List<Part> parts) {
        this.export = export;
        this.parts = parts.iterator();
        this.exportedOn =
                exportedAt == null
                        ? null
                        : PartialDate.of(exportedAt.atOffset(ZoneOffset.UTC).toLocalDate());
        this.manifest =
                new Connector.Manifest(
                        exportedAt,
                        null,
                        parts.stream()
                                .collect(
                                        Collectors.toMap(
                                                Part::entry, part -> part.kind().label())));
    }

    @Override
    public Connector.Manifest manifest() {
        return manifest;
    }

    @Override
    public @Nullable Reading read() throws IOException {
        while (current != null || parts.hasNext()) {
            Reading reading = current == null ? begin(parts.next()) : next(current);
            if (reading != null) {
                return reading;
            }
        }
        return null;
    }

    private @Nullable Reading begin(Part part) throws IOException {
        return switch (part) {
            case Part.Faulty faulty ->
                    new Reading.Rejection(Place.of(faulty.entry()), faulty.fault());
            case Part.Readable readable -> {
                try {
                    RowReader reader = reader(readable);
                    CsvFile file = CsvFile.open(export, readable.entry(), readable.layout());
                    Reading note = lost(readable);
                    current = new Open(file, reader, note != null);
                    yield note;
                } catch (ExportException e) {
                    yield new Reading.Rejection(Place.of(readable.entry()), unreadable(e));
                }
            }
        };
    }

    private @Nullable Reading next(Open open) throws IOException {
        CsvFile file = open.file();
        try {
            Row row = file.next();
            if (row != null) {
                return row.isBlank() ? row.withhold("empty row") : open.reader().read(row);
            }
            close();
            return file.isUnread() && !open.noted()
                    ? new Reading.Rejection(file.place(), "the file holds no records")
                    : null;
        } catch (UnreadableCell e) {
            return new Reading.Rejection(file.place(), String.valueOf(e.getMessage()));
        } catch (ExportException e) {
            close();
            return new Reading.Rejection(file.placeOfNext(), "from here on, " + unreadable(e));
        }
    }

    /** A word on columns that every generation of the file had; its records are read without. */
    private static @Nullable Reading lost(Part.Readable part) {
        List<String> lost = part.kind().lostIn(part.layout().header());
        return lost.isEmpty()
                ? null
                : new Reading.Rejection(
                        Place.of(part.entry()),
                        "missing among the file's columns: '"
                                + String.join("', '", lost)
                                + "'; the rest is read; export it again");
    }

    static String unreadable(ExportException e) {
        return "the file cannot be read: " + e.getMessage();
    }

    /** One reader for all files of a kind, for what it remembers holds across them. */
    private RowReader reader(Part.Readable part) throws IOException {
        FileKind kind = part.kind();
        RowReader reader = readers.computeIfAbsent(kind, this::reader);
        if (reader instanceof Messages messages && !owner.hasProfile()) {
            try (CsvFile file = CsvFile.open(export, part.entry(), part.layout())) {
                messages.suppose(Messages.likelyOwner(file));
            }
        }
        return reader;
    }

    private RowReader reader(FileKind kind) {
        return switch (kind) {
            case PROFILE -> row -> OwnProfile.profile(row, owner);
            case EMAIL_ADDRESSES -> OwnProfile::emailAddress;
            case CONNECTIONS -> new Connections(exportedOn);
            case INVITATIONS -> new Invitations(owner);
            case MESSAGES -> new Messages(owner);
            case ENDORSEMENTS_GIVEN -> new Endorsements(true);
            case ENDORSEMENTS_RECEIVED -> new Endorsements(false);
            case RECOMMENDATIONS_GIVEN -> new Recommendations(true);
            case RECOMMENDATIONS_RECEIVED -> new Recommendations(false);
            case RECOMMENDATIONS -> Recommendations::refuse;
            case POSITIONS -> OwnProfile::position;
            case EDUCATION -> OwnProfile::education;
            case SKILLS -> OwnProfile::skill;
            case COMPANY_FOLLOWS -> OwnProfile::companyFollow;
            case SHARES -> Posts::share;
            case COMMENTS -> Posts::comment;
        };
    }

    @Override
    public void close() throws IOException {
        Open open = current;
        current = null;
        if (open != null) {
            open.file().close();
        }
    }
}
