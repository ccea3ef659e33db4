package org.kithway.connector.facebook;

import org.jspecify.annotations.Nullable;
import org.kithway.connector.ExportText;
import org.kithway.connector.JsonStream;
import org.kithway.connector.JsonStream.Step;

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
        try (JsonStream json =
                JsonStream.open(
                        new ByteArrayInputStream(head), field -> true, ExportText::repaired)) {
            glance.at(json);
        } catch (IOException e) {
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

        void at(JsonStream json) throws IOException {
            Step first = json.next();
            if (first == Step.LIST) {
                if (json.next() == Step.OBJECT) {
                    record(json);
                }
            } else if (first == Step.OBJECT) {
                while (kind == null && senders == null && json.next() == Step.FIELD) {
                    field(json.name(), json);
                }
            }
        }

        private void field(String name, JsonStream json) throws IOException {
            FileKind listed = FileKind.ofList(name);
            Step value = json.next();
            boolean structured = value == Step.LIST || value == Step.OBJECT;
            if (listed != null && structured) {
                kind = listed;
                certain = FileKind.isVersioned(name);
                recordFields(value, json);
            } else if (name.equals("participants") && value == Step.LIST) {
                thread = true;
                names(json);
            } else if (thread && name.equals("messages") && value == Step.LIST) {
                if (json.next() == Step.OBJECT) {
                    sender(json);
                }
            } else {
                fields.add(name);
                json.skip();
            }
        }

        private void recordFields(@Nullable Step value, JsonStream json) throws IOException {
            if (value == Step.OBJECT || json.next() == Step.OBJECT) {
                while (json.next() == Step.FIELD) {
                    recordFields.add(json.name());
                    json.next();
                    json.skip();
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

        private void names(JsonStream json) throws IOException {
            int around = json.depth();
            for (Step step = json.next();
                    step != null && json.depth() >= around;
                    step = json.next()) {
                if (step == Step.VALUE
                        && participants.size() < MOST_PARTICIPANTS
                        && json.value() instanceof String name) {
                    participants.add(name);
                }
            }
        }

        private void sender(JsonStream json) throws IOException {
            while (senders == null && json.next() == Step.FIELD) {
                senders =
                        switch (json.name()) {
                            case "sender_name" -> FileKind.MESSAGES;
                            case "senderName" -> FileKind.ENCRYPTED_MESSAGES;
                            default -> null;
                        };
                json.next();
                json.skip();
            }
        }

        /** The first record of a list without a name. */
        private void record(JsonStream json) throws IOException {
            while (json.next() == Step.FIELD) {
                String name = json.name();
                fields.add(name);
                Step value = json.next();
                if (name.equals("data") && value == Step.LIST) {
                    if (json.next() == Step.OBJECT
                            && json.next() == Step.FIELD
                            && json.name().equals("reaction")) {
                        kind = FileKind.REACTIONS;
                        certain = true;
                    }
                    return;
                }
                json.skip();
            }
        }
    }
}
