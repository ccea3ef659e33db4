package org.kithway.connector.facebook;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a file's beginning shows of it.
 *
 * @param participants who takes part in a thread, as far as the beginning says
 */
record Layout(FileKind kind, List<String> participants) {
    /** What only the site's pages have: the names that its style sheets give, old and new. */
    private static final Pattern PAGE =
            Pattern.compile(
                    "_a6-g|_a72d|\\b_2lek\\b|uiBoxWhite|Copyright 2004-present Facebook"
                            + "|class=\"thread\"|<div>Participants:");

    /** What tells the first generation's conversations, whatever their page is called. */
    private static final Pattern CONVERSATIONS = Pattern.compile("class=\"message_header\"");

    private static final Set<String> POST =
            Set.of("timestamp", "attachments", "data", "title", "tags");

    /** The fields of records in lists of the first JSON exports. */
    private static final Set<String> RECORD =
            Set.of("name", "timestamp", "contact_info", "title", "data", "attachments", "url");

    private static final int MOST_PARTICIPANTS = 1_000;

    private Layout(FileKind kind) {
        this(kind, List.of());
    }

    /** What the entry is, or null if it is not among the files that are read. */
    static @Nullable Layout of(String entry, byte[] head) {
        if (FileKind.isPage(entry)) {
            FileKind named = FileKind.byName(entry);
            String text = text(head);
            if (named == null) {
                return CONVERSATIONS.matcher(text).find() ? new Layout(FileKind.MESSAGES) : null;
            }
            return PAGE.matcher(text).find() ? new Layout(named) : null;
        }
        return FileKind.isJson(entry) ? ofJson(entry, head) : null;
    }

    private static String text(byte[] head) {
        return new String(head, StandardCharsets.ISO_8859_1);
    }

    private static @Nullable Layout ofJson(String entry, byte[] head) {
        Glance glance = new Glance();
        try (JsonParser parser = JsonRecords.parser(new ByteArrayInputStream(head))) {
            glance.at(parser);
        } catch (JacksonException | IOException e) {
            // The beginning ends anywhere; what it showed until there counts.
        }
        FileKind named = FileKind.byName(entry);
        if (glance.kind != null) {
            return glance.isOfThisSite(named) ? new Layout(glance.kind) : null;
        }
        if (glance.senders != null) {
            return new Layout(glance.senders, List.copyOf(glance.participants));
        }
        Set<String> fields = glance.fields;
        if (named == FileKind.POSTS && !fields.isEmpty() && POST.containsAll(fields)) {
            return new Layout(FileKind.POSTS);
        }
        boolean labels = fields.contains("label_values") || fields.contains("fbid");
        return named != null && labels && named.keeps("label_values") ? new Layout(named) : null;
    }

    /** What was seen on the way through a file's beginning. */
    private static final class Glance {
        private final Set<String> fields = new HashSet<>();
        private final List<String> participants = new ArrayList<>();
        private boolean thread;
        private final Set<String> recordFields = new HashSet<>();
        private boolean certain;
        private @Nullable FileKind kind;
        private @Nullable FileKind senders;

        void at(JsonParser parser) {
            JsonToken first = parser.nextToken();
            if (first == JsonToken.START_ARRAY) {
                if (parser.nextToken() == JsonToken.START_OBJECT) {
                    record(parser);
                }
            } else if (first == JsonToken.START_OBJECT) {
                while (kind == null
                        && senders == null
                        && parser.nextToken() == JsonToken.PROPERTY_NAME) {
                    field(parser.currentName(), parser);
                }
            }
        }

        private void field(String name, JsonParser parser) {
            FileKind listed = FileKind.ofList(name);
            JsonToken value = parser.nextToken();
            boolean structured = value == JsonToken.START_ARRAY || value == JsonToken.START_OBJECT;
            if (listed != null && structured) {
                kind = listed;
                certain = FileKind.isVersioned(name);
                recordFields(value, parser);
            } else if (name.equals("participants") && value == JsonToken.START_ARRAY) {
                thread = true;
                names(parser);
            } else if (thread && name.equals("messages") && value == JsonToken.START_ARRAY) {
                if (parser.nextToken() == JsonToken.START_OBJECT) {
                    sender(parser);
                }
            } else {
                fields.add(name);
                parser.skipChildren();
            }
        }

        private void recordFields(JsonToken value, JsonParser parser) {
            if (value == JsonToken.START_OBJECT || parser.nextToken() == JsonToken.START_OBJECT) {
                while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                    recordFields.add(parser.currentName());
                    parser.nextToken();
                    parser.skipChildren();
                }
            }
        }

        /** Until 2021 lists bore plain names, such as other sites use: their records tell. */
        boolean isOfThisSite(@Nullable FileKind named) {
            return certain
                    || (recordFields.isEmpty() && kind == named)
                    || (kind == FileKind.PROFILE
                            ? recordFields.contains("registration_timestamp")
                            : recordFields.contains("timestamp")
                                    && RECORD.containsAll(recordFields));
        }

        private void names(JsonParser parser) {
            for (JsonToken token = parser.nextToken();
                    token != null && token != JsonToken.END_ARRAY;
                    token = parser.nextToken()) {
                if (token == JsonToken.VALUE_STRING && participants.size() < MOST_PARTICIPANTS) {
                    participants.add(Mojibake.repaired(parser.getString()));
                }
            }
        }

        private void sender(JsonParser parser) {
            while (senders == null && parser.nextToken() == JsonToken.PROPERTY_NAME) {
                senders =
                        switch (parser.currentName()) {
                            case "sender_name" -> FileKind.MESSAGES;
                            case "senderName" -> FileKind.ENCRYPTED_MESSAGES;
                            default -> null;
                        };
                parser.nextToken();
                parser.skipChildren();
            }
        }

        /** The first record of a list without a name. */
        private void record(JsonParser parser) {
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = parser.currentName();
                fields.add(name);
                JsonToken value = parser.nextToken();
                if (name.equals("data") && value == JsonToken.START_ARRAY) {
                    if (parser.nextToken() == JsonToken.START_OBJECT
                            && parser.nextToken() == JsonToken.PROPERTY_NAME
                            && parser.currentName().equals("reaction")) {
                        kind = FileKind.REACTIONS;
                        certain = true;
                    }
                    return;
                }
                parser.skipChildren();
            }
        }
    }
}
