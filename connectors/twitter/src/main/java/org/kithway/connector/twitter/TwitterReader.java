package org.kithway.connector.twitter;

import org.jspecify.annotations.Nullable;
import org.kithway.connector.Connector;
import org.kithway.connector.Export;
import org.kithway.connector.ExportException;
import org.kithway.connector.Reading;
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
        private final Source source;
        private long records;

        /** The first record's reading, while a notice goes before it. */
        private @Nullable Reading waiting;

        Open(Part part, Source source) {
            this.part = part;
            this.source = source;
        }

        Place place() {
            return new Place(part.entry(), records);
        }

        Place placeOfNext() {
            return new Place(part.entry(), records + 1);
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
            current = new Open(part, source(part));
            return null;
        } catch (ExportException e) {
            return new Reading.Rejection(Place.of(part.entry()), unreadable(e), true);
        }
    }

    private Source source(Part part) throws IOException {
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
                            : new ScriptRecords(
                                    Script.open(
                                            export,
                                            part.entry(),
                                            kind.wanted(),
                                            new Script.Known(kind.wrapper(), kind.known())),
                                    kind.wrapper());
        };
    }

    private @Nullable Reading next(Open open) throws IOException {
        if (open.waiting != null) {
            Reading first = open.waiting;
            open.waiting = null;
            return first;
        }
        try {
            Fields record = open.source.next();
            if (record == null) {
                close();
                return null;
            }
            open.records++;
            Reading reading = read(open, record);
            int unknown = open.records == 1 ? open.source.unknownFields() : 0;
            if (unknown == 0) {
                return reading;
            }
            open.waiting = reading;
            return new Reading.Notice(
                    Place.of(open.part.entry()),
                    "the first record has "
                            + (unknown == 1 ? "a field" : unknown + " fields")
                            + " that this connector does not know and does not read");
        } catch (Unreadable e) {
            open.records++;
            return new Reading.Rejection(open.place(), e.reason());
        } catch (BrokenOff e) {
            close();
            Place place = open.records == 0 ? Place.of(open.part.entry()) : open.placeOfNext();
            return new Reading.Rejection(place, e.reason(), true);
        } catch (ExportException e) {
            close();
            return new Reading.Rejection(
                    open.placeOfNext(), "from here on, " + unreadable(e), true);
        }
    }

    private Reading read(Open open, Fields record) {
        Place place = open.place();
        try {
            return readers.computeIfAbsent(open.part.kind(), this::reader).read(place, record);
        } catch (Unreadable e) {
            return new Reading.Rejection(place, e.reason());
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
        return "the file cannot be read: " + e.getMessage();
    }

    @Override
    public void close() throws IOException {
        Open open = current;
        current = null;
        if (open != null) {
            open.source.close();
        }
    }
}
