package org.kithway.connector.twitter;

import org.jspecify.annotations.Nullable;
import org.kithway.connector.Export;

import tools.jackson.core.JsonToken;

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
final class Conversations implements Source {
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

    private final Walk walk;
    private final @Nullable Scout scout;
    private long numbered;
    private List<String> participants = List.of();
    private List<String> writers = List.of();

    private Conversations(Walk walk, @Nullable Scout scout) {
        this.walk = walk;
        this.scout = scout;
    }

    static Conversations open(Export export, String entry, boolean groups) throws IOException {
        Walk walk = Walk.open(export, entry);
        try {
            return new Conversations(walk, groups ? new Scout(Walk.open(export, entry)) : null);
        } catch (IOException | RuntimeException e) {
            walk.close();
            throw e;
        }
    }

    @Override
    public @Nullable Fields next() throws IOException, Unreadable, BrokenOff {
        Fields event = walk.next();
        if (event == null || scout == null) {
            return event;
        }
        if (walk.conversation() != numbered) {
            numbered = walk.conversation();
            scout.explore(numbered);
            participants = List.copyOf(scout.participants);
            writers = List.copyOf(scout.writers);
        }
        Map<String, Object> told = new HashMap<>(event.values());
        told.put(PARTICIPANTS, participants);
        told.put(WRITERS, writers);
        return new Fields(told);
    }

    @Override
    public void close() throws IOException {
        try {
            walk.close();
        } finally {
            if (scout != null) {
                scout.walk.close();
            }
        }
    }

    /** Goes from event to event and counts the conversations that they stand in, from 1. */
    private static final class Walk implements AutoCloseable {
        private final Script script;
        private long conversation;
        private boolean begun;
        private boolean inside;
        private boolean ended;

        private Walk(Script script) {
            this.script = script;
        }

        static Walk open(Export export, String entry) throws IOException {
            return new Walk(
                    Script.open(export, entry, WANTED, new Script.Known("dmConversation", WANTED)));
        }

        long conversation() {
            return conversation;
        }

        @Nullable Fields next() throws IOException, Unreadable, BrokenOff {
            while (!ended) {
                JsonToken token = script.token();
                if (!begun && token != JsonToken.START_ARRAY) {
                    ended = true;
                    throw new BrokenOff(
                            "the file holds no list of conversations: download the archive again");
                }
                begun = true;
                if (token == null) {
                    ended = true;
                } else if (inside && token == JsonToken.START_OBJECT) {
                    return script.object();
                } else if (inside && token == JsonToken.END_ARRAY) {
                    inside = false;
                } else if (inside) {
                    script.skip();
                    throw new Unreadable("the record is not a JSON object");
                } else if (token == JsonToken.PROPERTY_NAME) {
                    enter(script.name());
                }
            }
            return null;
        }

        private void enter(String field) throws IOException, BrokenOff {
            JsonToken value = script.token();
            if (field.equals("messages") && value == JsonToken.START_ARRAY) {
                inside = true;
                conversation++;
            } else if (!field.equals("dmConversation")) {
                script.skip();
            }
        }

        @Override
        public void close() throws IOException {
            script.close();
        }
    }

    /** Reads one conversation as a whole and holds only who is in it. */
    private static final class Scout {
        private final Walk walk;
        private final Set<String> participants = new LinkedHashSet<>();
        private final Set<String> writers = new LinkedHashSet<>();
        private @Nullable Fields ahead;
        private boolean ended;

        Scout(Walk walk) {
            this.walk = walk;
        }

        void explore(long conversation) {
            participants.clear();
            writers.clear();
            while (!ended && walk.conversation() <= conversation) {
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
                ahead = walk.next();
                ended = ahead == null;
            } catch (Unreadable e) {
                ahead = null;
            } catch (BrokenOff | IOException e) {
                ended = true;
            }
        }

        private void note(Fields event) {
            Fields message = event.object("messageCreate");
            add(message.text("senderId"), writers);
            add(message.text("senderId"), participants);
            for (String kind : List.of("joinConversation", "participantsJoin")) {
                Fields joined = event.object(kind);
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
