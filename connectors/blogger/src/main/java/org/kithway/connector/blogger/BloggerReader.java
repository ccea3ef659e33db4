package org.kithway.connector.blogger;

import org.jspecify.annotations.Nullable;
import org.kithway.connector.Connector;
import org.kithway.connector.Export;
import org.kithway.connector.ExportException;
import org.kithway.connector.Reading;
import org.kithway.connector.XmlElement;
import org.kithway.connector.XmlStream;
import org.kithway.model.Fact;
import org.kithway.model.Place;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** A cursor over the entries of all blogs of one export. A record's number counts entries. */
final class BloggerReader implements Connector.Reader {
    private final Export export;
    private final Connector.Manifest manifest;
    private final Iterator<Feed> feeds;
    private final Owner owner;
    private final Threads threads;

    /** The blogs whose posts are in the export. */
    private final Set<String> blogs;

    private @Nullable OpenFeed current;

    BloggerReader(Export export, @Nullable Instant exportedAt, List<Feed> feeds) {
        this.export = export;
        this.feeds = feeds.iterator();
        this.owner = Owner.of(feeds);
        this.threads = new Threads(owner);
        this.blogs =
                feeds.stream()
                        .filter(Feed::hasPosts)
                        .map(Feed::blog)
                        .filter(Objects::nonNull)
                        .collect(Collectors.toSet());
        this.manifest =
                new Connector.Manifest(
                        exportedAt,
                        owner.profile(),
                        feeds.stream().collect(Collectors.toMap(Feed::entry, Feed::kind)));
    }

    @Override
    public Connector.Manifest manifest() {
        return manifest;
    }

    @Override
    public @Nullable Reading read() throws IOException {
        while (current != null || feeds.hasNext()) {
            if (current == null) {
                current = new OpenFeed(feeds.next());
            }
            Reading reading = current.read();
            if (reading != null) {
                return reading;
            }
            close();
        }
        return null;
    }

    @Override
    public void close() throws IOException {
        OpenFeed open = current;
        current = null;
        if (open != null) {
            open.close();
        }
    }

    /** One blog's file; what is wrong with it alone is a reading, so that the others are read. */
    private final class OpenFeed {
        private final Feed feed;
        private @Nullable XmlStream xml;
        private boolean introduced;
        private boolean ended;
        private long record;

        OpenFeed(Feed feed) {
            this.feed = feed;
        }

        @Nullable Reading read() throws IOException {
            if (ended) {
                return null;
            }
            try {
                XmlElement entry = next();
                if (entry != null) {
                    return introduced(reading(place(), new Entry(entry)));
                }
                ended = true;
                return record == 0
                        ? new Reading.Rejection(place(), "the file holds no posts or comments")
                        : null;
            } catch (ExportException e) {
                ended = true;
                return record == 0
                        ? new Reading.Rejection(
                                place(), "the file cannot be read: " + cause(e), true)
                        : new Reading.Rejection(
                                new Place(feed.entry(), record + 1),
                                "from here on, the file cannot be read: " + cause(e),
                                true);
            }
        }

        private @Nullable XmlElement next() throws IOException {
            if (xml == null) {
                xml = XmlStream.open(export.open(feed.entry()));
            }
            for (XmlElement child = xml.next(); child != null; child = xml.next()) {
                if (child.name().equals(Entry.ENTRY)) {
                    record++;
                    return child;
                }
            }
            return null;
        }

        private Place place() {
            return new Place(feed.entry(), record);
        }

        private Reading reading(Place place, Entry entry) {
            Entry.Kind kind = entry.kind();
            if (kind == null) {
                return new Reading.Rejection(
                        place,
                        "the entry is neither a post nor a page nor a comment that is known");
            }
            return switch (kind) {
                case SETTINGS -> new Reading.Withheld(place, "settings");
                case TEMPLATE -> new Reading.Withheld(place, "template");
                case POST, PAGE, COMMENT -> written(place, entry, kind);
            };
        }

        private Reading written(Place place, Entry entry, Entry.Kind kind) {
            String rule = entry.hiddenBy();
            if (rule != null) {
                return new Reading.Withheld(place, rule);
            }
            Author author = entry.author();
            if (author == null) {
                return new Reading.Withheld(place, "anonymous");
            }
            try {
                List<Fact> facts =
                        kind == Entry.Kind.COMMENT
                                ? threads.comment(entry, author, isOwned())
                                : threads.post(entry, author);
                return facts.isEmpty()
                        ? new Reading.Withheld(place, "no text")
                        : new Reading.Statement(place, facts);
            } catch (UnreadableEntry e) {
                return new Reading.Rejection(place, String.valueOf(e.getMessage()));
            }
        }

        /** Google hands out one's comments on others' blogs beside one's own blogs. */
        private boolean isOwned() {
            return feed.hasPosts() || (feed.blog() != null && blogs.contains(feed.blog()));
        }

        /** The first statement of a file says who its owner is, for files are undone one by one. */
        private Reading introduced(Reading reading) {
            if (introduced || !(reading instanceof Reading.Statement statement)) {
                return reading;
            }
            introduced = true;
            List<Fact> facts = new ArrayList<>(owner.introduction());
            facts.addAll(statement.facts());
            return new Reading.Statement(statement.place(), facts);
        }

        void close() throws IOException {
            if (xml != null) {
                xml.close();
            }
        }
    }

    private static String cause(ExportException e) {
        return e.getMessage() + ": export the blog again";
    }
}
