package org.kithway.connector.mastodon;

import org.jspecify.annotations.Nullable;
import org.kithway.connector.Connector;
import org.kithway.connector.Export;
import org.kithway.connector.ExportException;
import org.kithway.connector.JsonRecord;
import org.kithway.connector.Reading;
import org.kithway.connector.Records;
import org.kithway.connector.UnreadableRecord;
import org.kithway.model.AccountId;
import org.kithway.model.Fact;
import org.kithway.model.Place;

import java.io.IOException;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Collectors;

/** Goes through the files of one export in the order of {@link FileKind}. */
final class MastodonReader implements Connector.Reader {
    private final Export export;
    private final Connector.Manifest manifest;
    private final Iterator<Part> parts;
    private final Owner owner;
    private final Posts posts;
    private @Nullable Open current;

    /**
     * @param owner the archive's, or of nothing but a server
     */
    MastodonReader(Export export, Owner owner, @Nullable Instant exportedAt, List<Part> parts) {
        this.export = export;
        this.owner = owner;
        this.posts = new Posts(owner);
        this.parts = parts.iterator();
        this.manifest =
                new Connector.Manifest(
                        exportedAt,
                        owner.account(),
                        parts.stream()
                                .collect(
                                        Collectors.toMap(
                                                Part::entry, part -> part.kind().label())));
    }

    /** The file that is being read. */
    private record Open(Part part, Records records) {}

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
        if (part.fault() != null) {
            return new Reading.Rejection(Place.of(part.entry()), part.fault(), true);
        }
        try {
            current = new Open(part, records(part));
            return null;
        } catch (ExportException e) {
            return new Reading.Rejection(Place.of(part.entry()), unreadable(e), true);
        }
    }

    private Records records(Part part) throws IOException {
        FileKind kind = part.kind();
        return switch (kind) {
            case FOLLOWING -> Table.open(export, part.entry());
            case ACTOR -> Json.object(export, part.entry(), kind);
            case OUTBOX, LIKES -> Json.items(export, part.entry(), kind);
        };
    }

    private @Nullable Reading next(Open open) throws IOException {
        String entry = open.part.entry();
        try {
            JsonRecord record = open.records.next();
            if (record == null) {
                close();
                return null;
            }
            return read(open.part.kind(), record);
        } catch (UnreadableRecord e) {
            return new Reading.Rejection(new Place(entry, open.records.number()), e.reason());
        } catch (ExportException e) {
            close();
            long number = open.records.number();
            return number == 0
                    ? new Reading.Rejection(Place.of(entry), unreadable(e), true)
                    : new Reading.Rejection(
                            new Place(entry, number + 1), "from here on, " + unreadable(e), true);
        }
    }

    private Reading read(FileKind kind, JsonRecord record) {
        Place place = record.place();
        try {
            return switch (kind) {
                case ACTOR -> Profile.read(place, record);
                case FOLLOWING -> following(place, record);
                case OUTBOX -> posts.read(place, record);
                case LIKES -> like(place, record);
            };
        } catch (UnreadableRecord e) {
            return new Reading.Rejection(place, e.reason());
        }
    }

    private Reading following(Place place, JsonRecord row) throws UnreadableRecord {
        AccountId account = Accounts.addressed(row.text(JsonRecord.ITEM), owner.host());
        if (account == null) {
            throw new UnreadableRecord(
                    owner.host() == null
                            ? "the account is not written as user@server: if it is one of your own"
                                    + " server, hand the table in with your archive or name the"
                                    + " server in the settings"
                            : "the account is not written as user@server");
        }
        return owner.is(account)
                ? new Reading.Withheld(place, "own account")
                : new Reading.Statement(
                        place, List.of(new Fact.Follows(AccountId.OWNER, account, null)));
    }

    private Reading like(Place place, JsonRecord like) {
        AccountId author = Accounts.of(like.text(JsonRecord.ITEM));
        if (author == null) {
            return new Reading.Withheld(place, "like of somebody who is not named");
        }
        return owner.is(author)
                ? new Reading.Withheld(place, "like of an own post")
                : new Reading.Statement(
                        place,
                        List.of(
                                new Fact.Interacted(
                                        AccountId.OWNER, author, Fact.Act.REACTION, null)));
    }

    static String unreadable(ExportException e) {
        return "the file cannot be read: " + e.withRemedy("download the archive again");
    }

    @Override
    public void close() throws IOException {
        Open open = current;
        current = null;
        if (open != null) {
            open.records.close();
        }
    }
}
