package org.kithway.connector.slack;

import org.jspecify.annotations.Nullable;
import org.kithway.connector.Connector;
import org.kithway.connector.Export;
import org.kithway.connector.ExportException;
import org.kithway.connector.JsonRecord;
import org.kithway.connector.JsonRecords;
import org.kithway.connector.Reading;
import org.kithway.connector.UnreadableRecord;
import org.kithway.model.AccountId;
import org.kithway.model.Fact;
import org.kithway.model.Place;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A cursor over the records of all files, in the order of {@link FileKind}. */
final class SlackReader implements Connector.Reader {
    /** Of a channel with more members, membership says nothing. */
    private static final int LARGE = 500;

    private final Export export;
    private final Workspace workspace;
    private final Connector.Manifest manifest;
    private final Iterator<Map.Entry<String, FileKind>> files;
    private final Users users = new Users();
    private final Messages messages = new Messages(users);
    private @Nullable OpenFile current;

    SlackReader(Export export, Workspace workspace, @Nullable Instant exportedAt) {
        this.export = export;
        this.workspace = workspace;
        Map<String, FileKind> ordered = new LinkedHashMap<>();
        Map<String, String> parts = new LinkedHashMap<>();
        for (FileKind kind : FileKind.values()) {
            for (String entry : workspace.entries(kind)) {
                ordered.put(entry, kind);
                parts.put(entry, workspace.label(entry));
            }
        }
        this.files = ordered.entrySet().iterator();
        this.manifest = new Connector.Manifest(exportedAt, null, parts);
    }

    @Override
    public Connector.Manifest manifest() {
        return manifest;
    }

    @Override
    public @Nullable Reading read() throws IOException {
        while (current != null || files.hasNext()) {
            if (current == null) {
                Map.Entry<String, FileKind> next = files.next();
                current = new OpenFile(next.getKey(), next.getValue());
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
        OpenFile open = current;
        current = null;
        if (open != null) {
            open.close();
        }
    }

    /** One file; what is wrong with it alone is a reading, so that the others are read. */
    private final class OpenFile {
        private final String entry;
        private final FileKind kind;
        private @Nullable JsonRecords records;
        private boolean ended;
        private long number;

        OpenFile(String entry, FileKind kind) {
            this.entry = entry;
            this.kind = kind;
        }

        @Nullable Reading read() throws IOException {
            if (ended) {
                return null;
            }
            try {
                if (records == null) {
                    records = FileRecords.open(export, entry);
                }
                JsonRecord record = records.next();
                if (record != null) {
                    number++;
                    return reading(record.place(), record);
                }
                ended = true;
                // A workspace without private channels has lists of none.
                return number == 0 && kind.listsUsers()
                        ? new Reading.Rejection(Place.of(entry), "the file holds no users")
                        : null;
            } catch (UnreadableRecord e) {
                number++;
                return new Reading.Rejection(new Place(entry, number), e.reason());
            } catch (ExportException e) {
                ended = true;
                String fault =
                        "the file cannot be read: " + e.withRemedy("export the workspace again");
                return number == 0
                        ? new Reading.Rejection(Place.of(entry), fault, true)
                        : new Reading.Rejection(
                                new Place(entry, number + 1), "from here on, " + fault, true);
            }
        }

        private Reading reading(Place place, JsonRecord record) {
            return switch (kind) {
                case USERS, ORGANIZATION_USERS -> users.read(place, record);
                case CHANNELS -> channel(place, record);
                case PRIVATE_CHANNELS, GROUP_MESSAGES, DIRECT_MESSAGES ->
                        new Reading.Withheld(place, "private conversation");
                case DAY -> messages.read(place, record, workspace.conversation(entry));
            };
        }

        void close() throws IOException {
            if (records != null) {
                records.close();
            }
        }
    }

    /** Who belongs to a channel is interested in what it is called. */
    private Reading channel(Place place, JsonRecord record) {
        String name = record.text("name");
        if (name == null) {
            return new Reading.Rejection(
                    place, "the channel has no 'name': export the workspace again");
        }
        if (record.isTrue("is_general") || record.isTrue("is_private")) {
            return new Reading.Withheld(
                    place, record.isTrue("is_general") ? "everybody's channel" : "private channel");
        }
        List<String> members = record.texts("members");
        if (members.size() > LARGE) {
            return new Reading.Withheld(place, "channel of many members");
        }
        List<Fact> facts = new ArrayList<>();
        for (String member : members) {
            AccountId account = users.person(member);
            if (account != null) {
                facts.add(new Fact.Interest(account, Fact.Topic.GROUP, '#' + name, null));
            }
        }
        return facts.isEmpty()
                ? new Reading.Withheld(place, "no members")
                : new Reading.Statement(place, facts);
    }
}
