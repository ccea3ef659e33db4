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
import java.util.ArrayDeque;
import java.util.Deque;
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

    /** What is to be said of the current file as a whole, before its records. */
    private final Deque<Reading> remarks = new ArrayDeque<>();

    private @Nullable Open current;

    /** The file that is being read. */
    private record Open(CsvFile file, RowReader reader, boolean noted) {}

    /** A file of the export: either how to read it, or what keeps it from being read. */
    sealed interface Part {
        String entry();

        /** The kind's name in a manifest. */
        String label();

        /** Where it stands in the order of reading. */
        int rank();

        record Readable(String entry, CsvFile.Layout layout) implements Part {
            FileKind kind() {
                return layout.kind();
            }

            @Override
            public String label() {
                return kind().label();
            }

            @Override
            public int rank() {
                return kind().ordinal();
            }
        }

        record Faulty(String entry, FileKind kind, String fault) implements Part {
            @Override
            public String label() {
                return kind.label();
            }

            @Override
            public int rank() {
                return kind.ordinal();
            }
        }

        /** A page of its own for each article. */
        record Article(String entry) implements Part {
            @Override
            public String label() {
                return Articles.LABEL;
            }

            @Override
            public int rank() {
                return FileKind.values().length;
            }
        }
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
                        parts.stream().collect(Collectors.toMap(Part::entry, Part::label)));
    }

    @Override
    public Connector.Manifest manifest() {
        return manifest;
    }

    @Override
    public @Nullable Reading read() throws IOException {
        while (!remarks.isEmpty() || current != null || parts.hasNext()) {
            Reading reading =
                    !remarks.isEmpty()
                            ? remarks.poll()
                            : current == null ? begin(parts.next()) : next(current);
            if (reading != null) {
                return reading;
            }
        }
        return null;
    }

    private @Nullable Reading begin(Part part) throws IOException {
        return switch (part) {
            case Part.Faulty faulty ->
                    new Reading.Rejection(Place.of(faulty.entry()), faulty.fault(), true);
            case Part.Article article -> Articles.read(export, article.entry());
            case Part.Readable readable -> {
                try {
                    RowReader reader = reader(readable);
                    CsvFile file = CsvFile.open(export, readable.entry(), readable.layout());
                    List<Reading> lost = lost(readable);
                    remarks.addAll(unknown(readable));
                    remarks.addAll(lost);
                    current = new Open(file, reader, !lost.isEmpty());
                    yield null;
                } catch (ExportException e) {
                    yield new Reading.Rejection(Place.of(readable.entry()), unreadable(e), true);
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
            return new Reading.Rejection(
                    file.place(), String.valueOf(e.getMessage()), e.endsFile());
        } catch (ExportException e) {
            close();
            return new Reading.Rejection(
                    file.placeOfNext(), "from here on, " + unreadable(e), true);
        }
    }

    /** A word on columns that every generation of the file had; its records are read without. */
    private static List<Reading> lost(Part.Readable part) {
        List<String> lost = part.kind().lostIn(part.layout().header());
        return lost.isEmpty()
                ? List.of()
                : List.of(
                        new Reading.Rejection(
                                Place.of(part.entry()),
                                "missing among the file's columns: '"
                                        + String.join("', '", lost)
                                        + "'; the rest is read; export it again"));
    }

    /** A word on columns that no known generation has; by number, for a header may be data. */
    private static List<Reading> unknown(Part.Readable part) {
        List<Integer> unknown = part.kind().unknownIn(part.layout().header());
        return unknown.isEmpty()
                ? List.of()
                : List.of(
                        new Reading.Notice(
                                Place.of(part.entry()),
                                "columns that this connector does not know and leaves alone: "
                                        + unknown.stream()
                                                .map(String::valueOf)
                                                .collect(Collectors.joining(", "))));
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
            case MEMBER_FOLLOWS -> Accomplishments::memberFollow;
            case HASHTAGS -> Accomplishments::hashtag;
            case CERTIFICATIONS -> Accomplishments::certification;
            case COURSES -> Accomplishments::course;
            case LANGUAGES -> Accomplishments::language;
            case VOLUNTEERING -> Accomplishments::volunteering;
            case ORGANIZATIONS -> Accomplishments::organization;
            case PROJECTS -> Accomplishments::project;
            case PUBLICATIONS -> Accomplishments::publication;
            case PATENTS -> Accomplishments::patent;
            case HONORS -> Accomplishments::honor;
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
