package org.kithway.connector.twitter;

import org.jspecify.annotations.Nullable;
import org.kithway.connector.Export;
import org.kithway.connector.JsonLayout;
import org.kithway.connector.JsonRecord;
import org.kithway.connector.JsonRecords;
import org.kithway.connector.Records;
import org.kithway.connector.UnreadableRecord;

import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The messages and events of a file of conversations. Each is a record, for one conversation may be
 * larger than memory.
 *
 * <p>Who belongs to a group is told at its end, for the newest stands first. So a scout goes
 * through the same file one conversation ahead, and every event is given the {@link #PARTICIPANTS}.
 */
final class Conversations implements Records {
    static final Set<String> WANTED =
            Set.of(
                    "messageCreate",
                    "welcomeMessageCreate",
                    "senderId",
                    "recipientId",
                    "createdAt",
                    "joinConversation",
                    "participantsJoin",
                    "participantsSnapshot",
                    "initiatingUserId",
                    "userIds");

    /** The numbers of all who took part in the group, and of those who wrote in it. */
    static final String PARTICIPANTS = "participants";

    static final String WRITERS = "writers";

    /** Groups hold at most a few hundred. */
    private static final int MOST_PARTICIPANTS = 1000;

    private static final JsonLayout EVENTS =
            JsonLayout.LIST
                    .lists("messages"::equals)
                    .through("dmConversation")
                    .throughItems()
                    .keeping(WANTED::contains);

    private final JsonRecords events;
    private final @Nullable Scout scout;
    private long numbered;
    private List<String> participants = List.of();
    private List<String> writers = List.of();

    private Conversations(JsonRecords events, @Nullable Scout scout) {
        this.events = events;
        this.scout = scout;
    }

    static Conversations open(Export export, String entry, boolean groups) throws IOException {
        JsonRecords events = Script.open(export, entry, EVENTS);
        try {
            return new Conversations(
                    events, groups ? new Scout(Script.open(export, entry, EVENTS)) : null);
        } catch (IOException | RuntimeException e) {
            events.close();
            throw e;
        }
    }

    @Override
    public @Nullable JsonRecord next() throws IOException, UnreadableRecord {
        JsonRecord event = events.next();
        if (event == null || scout == null) {
            return event;
        }
        if (events.list() != numbered) {
            numbered = events.list();
            scout.explore(numbered);
            participants = List.copyOf(scout.participants);
            writers = List.copyOf(scout.writers);
        }
        Map<String, Object> told = new HashMap<>(event.values());
        told.put(PARTICIPANTS, participants);
        told.put(WRITERS, writers);
        return new JsonRecord(event.place(), told);
    }

    @Override
    public long number() {
        return events.number();
    }

    @Override
    public JsonRecord head() {
        return events.head();
    }

    @Override
    public void close() throws IOException {
        try {
            events.close();
        } finally {
            if (scout != null) {
                scout.events.close();
            }
        }
    }

    /** Reads one conversation as a whole and holds only who is in it. */
    private static final class Scout {
        private final JsonRecords events;
        private final Set<String> participants = new LinkedHashSet<>();
        private final Set<String> writers = new LinkedHashSet<>();
        private @Nullable JsonRecord ahead;
        private boolean ended;

        Scout(JsonRecords events) {
            this.events = events;
        }

        void explore(long conversation) {
            participants.clear();
            writers.clear();
            while (!ended && events.list() <= conversation) {
                if (ahead != null) {
                    note(ahead);
                    ahead = null;
                }
                advance();
            }
        }

        /** What cannot be read here is met again, and told of, by the walk behind. */
        private void advance() {
            try {
                ahead = events.next();
                ended = ahead == null;
            } catch (UnreadableRecord e) {
                ahead = null;
            } catch (IOException e) {
                ended = true;
            }
        }

        private void note(JsonRecord event) {
            JsonRecord message = event.object("messageCreate");
            add(message.text("senderId"), writers);
            add(message.text("senderId"), participants);
            for (String kind : List.of("joinConversation", "participantsJoin")) {
                JsonRecord joined = event.object(kind);
                add(joined.text("initiatingUserId"), participants);
                joined.texts("participantsSnapshot").forEach(id -> add(id, participants));
                joined.texts("userIds").forEach(id -> add(id, participants));
            }
        }

        private static void add(@Nullable String id, Set<String> to) {
            if (Who.numbered(id) != null && to.size() < MOST_PARTICIPANTS && id != null) {
                to.add(id);
            }
        }
    }
}
