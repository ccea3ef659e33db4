package org.kithway.connector.facebook;

import org.jspecify.annotations.Nullable;
import org.kithway.connector.Connector;
import org.kithway.connector.Export;
import org.kithway.connector.ExportException;
import org.kithway.connector.ExportText;
import org.kithway.connector.JsonLayout;
import org.kithway.connector.JsonRecord;
import org.kithway.connector.JsonRecords;
import org.kithway.connector.JsonStream;
import org.kithway.connector.Reading;
import org.kithway.connector.Records;
import org.kithway.connector.UnreadableRecord;
import org.kithway.model.AccountId;
import org.kithway.model.Place;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Collectors;

/** Goes through the files of one export in the order of {@link FileKind}. */
final class FacebookReader implements Connector.Reader {
    private final Export export;
    private final Connector.Manifest manifest;
    private final Iterator<Part> parts;
    private final ZoneId zone;
    private final People people = new People();
    private final Interests interests = new Interests();
    private final Ties ties = new Ties(people, interests);
    private final Messages messages = new Messages(people);
    private final Interactions interactions;
    private @Nullable Open current;

    /** The file that is being read. */
    private record Open(String entry, FileKind kind, Records records) {}

    /** A file of the export: either what it is, or what keeps it from being read. */
    sealed interface Part {
        String entry();

        FileKind kind();

        record Readable(String entry, FileKind kind) implements Part {}

        record Faulty(String entry, FileKind kind, String fault) implements Part {}
    }

    /**
     * @param likelyOwner whose name the owner seems to bear in conversations
     */
    FacebookReader(
            Export export,
            @Nullable Instant exportedAt,
            List<Part> parts,
            @Nullable String likelyOwner,
            ZoneId zone,
            boolean keepsTexts)
            throws IOException {
        this.export = export;
        this.parts = parts.iterator();
        this.zone = zone;
        this.interactions = new Interactions(people, keepsTexts);
        people.isOwner(likelyOwner);
        this.manifest =
                new Connector.Manifest(
                        exportedAt,
                        owner(parts),
                        parts.stream()
                                .collect(
                                        Collectors.toMap(
                                                Part::entry, part -> part.kind().label())));
    }

    /** The account that the first profile names. */
    private @Nullable AccountId owner(List<Part> parts) throws IOException {
        for (Part part : parts) {
            if (part instanceof Part.Readable profile && profile.kind() == FileKind.PROFILE) {
                try (Records records = records(profile)) {
                    JsonRecord item = records.next();
                    return item == null ? null : Profile.account(item);
                } catch (UnreadableRecord | ExportException e) {
                    return null; // read() meets it again and says so in its place
                }
            }
        }
        return null;
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
                    new Reading.Rejection(Place.of(faulty.entry()), faulty.fault(), true);
            case Part.Readable readable -> {
                try {
                    current = new Open(readable.entry(), readable.kind(), records(readable));
                    yield null;
                } catch (ExportException e) {
                    yield new Reading.Rejection(Place.of(readable.entry()), unreadable(e), true);
                }
            }
        };
    }

    private Records records(Part.Readable part) throws IOException {
        if (FileKind.isPage(part.entry())) {
            return new HtmlRecords(part.entry(), part.kind(), export.open(part.entry()), zone);
        }
        // Who the owner is, a conversation alone shows by its title, which stands at its end.
        String title = null;
        if (part.kind() == FileKind.MESSAGES && !people.isOwnerKnown()) {
            try (InputStream in = export.open(part.entry())) {
                title = title(in);
            }
        }
        JsonRecords records =
                JsonLayout.OUTERMOST
                        .lists(part.kind()::holdsRecords)
                        .orAlone()
                        .keeping(part.kind()::keeps)
                        .spelled(ExportText::repaired)
                        .open(part.entry(), export.open(part.entry()));
        if (title != null) {
            records.note("title", title);
        }
        return records;
    }

    private static @Nullable String title(InputStream in) throws IOException {
        try (JsonStream json = JsonStream.open(in, field -> true, ExportText::repaired)) {
            return json.find("title");
        } catch (ExportException e) {
            return null; // the records say where it breaks off
        }
    }

    private @Nullable Reading next(Open open) throws IOException {
        Records records = open.records();
        try {
            JsonRecord item = records.next();
            if (item != null) {
                return reading(open, item);
            }
            close();
            return records.number() == 0 && !isIndex(open)
                    ? new Reading.Rejection(Place.of(open.entry()), "the file holds no records")
                    : null;
        } catch (UnreadableRecord e) {
            return new Reading.Rejection(new Place(open.entry(), records.number()), e.reason());
        } catch (ExportException e) {
            close();
            return new Reading.Rejection(
                    new Place(open.entry(), records.number() + 1),
                    "from here on, " + unreadable(e),
                    true);
        }
    }

    /** The first generation's list of conversations, each of which is a page of its own. */
    private static boolean isIndex(Open open) {
        return open.entry().endsWith("messages.htm");
    }

    private Reading reading(Open open, JsonRecord item) throws UnreadableRecord {
        people.isOwner(open.records().head().text("owner"));
        return switch (open.kind()) {
            case PROFILE -> Profile.read(item, people);
            case FRIENDS,
                    REQUESTS_SENT,
                    REQUESTS_RECEIVED,
                    REQUESTS_REJECTED,
                    REMOVED_FRIENDS,
                    FOLLOWING,
                    FOLLOWERS ->
                    ties.read(open.kind(), item);
            case PAGES_LIKED, PAGES_FOLLOWED -> interests.page(item);
            case GROUPS_JOINED -> interests.group(item);
            case GROUPS_ADMINED -> interests.groupLed(item);
            case MESSAGES, ENCRYPTED_MESSAGES ->
                    messages.read(item, open.records().head(), FileKind.isPage(open.entry()));
            case COMMENTS -> interactions.comment(item);
            case GROUP_COMMENTS -> interactions.groupComment(item);
            case REACTIONS -> interactions.reaction(item);
            case POSTS -> interactions.post(item);
            case WALL_POSTS -> interactions.wallPost(item);
        };
    }

    static String unreadable(ExportException e) {
        return "the file cannot be read: " + e.withRemedy("export it again");
    }

    @Override
    public void close() throws IOException {
        Open open = current;
        current = null;
        if (open != null) {
            open.records().close();
        }
    }
}
