package org.kithway.connector.twitter;

import org.jspecify.annotations.Nullable;
import org.kithway.connector.Connector;
import org.kithway.connector.Export;
import org.kithway.connector.ExportException;
import org.kithway.connector.JsonRecord;
import org.kithway.connector.Reading;
import org.kithway.connector.Records;
import org.kithway.connector.UnreadableRecord;
import org.kithway.model.Place;

import java.io.IOException;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Goes through the files of one export in the order of {@link FileKind}. */
final class TwitterReader implements Connector.Reader {
    private final Export export;
    private final Connector.Manifest manifest;
    private final Iterator<Part> parts;
    private final Owner owner;
    private final Acquaintances acquaintances = new Acquaintances();
    private final LongTweets longTweets;
    private final Tweets tweets;
    private final Map<FileKind, RecordReader> readers = new EnumMap<>(FileKind.class);
    private @Nullable Open current;

    TwitterReader(Export export, Cover cover, List<Part> parts) {
        this.export = export;
        this.parts = parts.iterator();
        this.owner = cover.owner();
        this.longTweets = new LongTweets(owner, acquaintances);
        this.tweets = new Tweets(owner, acquaintances, longTweets);
        this.manifest =
                new Connector.Manifest(
                        cover.exportedAt(),
                        owner.account(),
                        parts.stream()
                                .collect(
                                        Collectors.toMap(
                                                Part::entry, part -> part.kind().label())));
    }

    /** The file that is being read. */
    private static final class Open {
        private final Part part;
        private final Records records;

        /** The first record's reading, while a notice goes before it. */
        private @Nullable Reading waiting;

        Open(Part part, Records records) {
            this.part = part;
            this.records = records;
        }
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
            case MESSAGES -> Conversations.open(export, part.entry(), false);
            case GROUP_MESSAGES -> Conversations.open(export, part.entry(), true);
            case ACCOUNT,
                    USER_DETAILS,
                    PROFILE,
                    FOLLOWING,
                    FOLLOWERS,
                    LISTS_CREATED,
                    LISTS_SUBSCRIBED,
                    LISTS_MEMBER,
                    NOTES,
                    TWEETS,
                    COMMUNITY_TWEETS,
                    LIKES ->
                    part.form() == Part.Form.TABLE
                            ? TweetTable.open(export, part.entry())
                            : Script.open(export, part.entry(), kind.layout());
        };
    }

    private @Nullable Reading next(Open open) throws IOException {
        if (open.waiting != null) {
            Reading first = open.waiting;
            open.waiting = null;
            return first;
        }
        String entry = open.part.entry();
        try {
            JsonRecord record = open.records.next();
            if (record == null) {
                close();
                return null;
            }
            Reading reading = read(open.part.kind(), record);
            int unknown = open.records.number() == 1 ? open.records.unknownFields() : 0;
            if (unknown == 0) {
                return reading;
            }
            open.waiting = reading;
            return new Reading.Notice(
                    Place.of(entry),
                    "the first record has "
                            + (unknown == 1 ? "a field" : unknown + " fields")
                            + " that this connector does not know and does not read");
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
        try {
            return readers.computeIfAbsent(kind, this::reader).read(record.place(), record);
        } catch (UnreadableRecord e) {
            return new Reading.Rejection(record.place(), e.reason());
        }
    }

    private RecordReader reader(FileKind kind) {
        return switch (kind) {
            case ACCOUNT -> OwnFiles::account;
            case USER_DETAILS -> OwnFiles::userDetails;
            case PROFILE -> OwnFiles::profile;
            case FOLLOWING -> OwnFiles::following;
            case FOLLOWERS -> OwnFiles::follower;
            case LISTS_CREATED, LISTS_SUBSCRIBED -> Lists::followed;
            case LISTS_MEMBER -> (place, list) -> Lists.member(place, list, owner, acquaintances);
            case NOTES -> longTweets;
            case TWEETS, COMMUNITY_TWEETS -> tweets;
            case LIKES -> (place, like) -> Lists.like(place, like, owner, acquaintances);
            case MESSAGES -> new Messages(owner, false);
            case GROUP_MESSAGES -> new Messages(owner, true);
        };
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
