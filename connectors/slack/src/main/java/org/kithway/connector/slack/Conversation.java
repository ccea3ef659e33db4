package org.kithway.connector.slack;

import org.jspecify.annotations.Nullable;
import org.kithway.connector.JsonRecord;

import java.util.List;

/**
 * A channel or a private conversation.
 *
 * @param id Slack's, or the folder's name where no list has it
 * @param members the users' ids of a private one; empty if these are not known or too many
 */
record Conversation(String id, Kind kind, List<String> members) {
    /** A message among more ties nobody to anybody. */
    static final int MOST_MEMBERS = 25;

    /** Who can read what is written in it. */
    enum Kind {
        /** Everybody in the workspace. */
        PUBLIC,
        /** Its members. */
        PRIVATE,
        /** That is not known. */
        UNKNOWN
    }

    /** The name of its folder: the channel's name, or the id of a direct conversation. */
    static @Nullable String folder(JsonRecord record) {
        String name = record.text("name");
        return name == null ? record.text("id") : name;
    }

    static Conversation of(JsonRecord record, FileKind list) {
        boolean isPrivate = list.isPrivate() || record.isTrue("is_private");
        List<String> members =
                isPrivate ? record.texts("members").stream().distinct().toList() : List.of();
        return new Conversation(
                String.valueOf(record.text("id")),
                isPrivate ? Kind.PRIVATE : Kind.PUBLIC,
                members.size() <= MOST_MEMBERS ? members : List.of());
    }
}
