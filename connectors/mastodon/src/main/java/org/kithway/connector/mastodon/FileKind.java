package org.kithway.connector.mastodon;

import java.util.Set;

/** The files that are read, in the order in which they are read. */
enum FileKind {
    ACTOR(
            "profile",
            Set.of(
                    "id",
                    "preferredUsername",
                    "name",
                    "summary",
                    "alsoKnownAs",
                    "movedTo",
                    "attachment",
                    "value")),
    FOLLOWING("following", Set.of()),
    OUTBOX(
            "posts",
            Set.of(
                    "id",
                    "type",
                    "published",
                    "to",
                    "cc",
                    "object",
                    "summary",
                    "content",
                    "url",
                    "inReplyTo",
                    "tag",
                    "href",
                    "name",
                    "attributedTo")),
    LIKES("likes", Set.of());

    private final String label;
    private final Set<String> wanted;

    FileKind(String label, Set<String> wanted) {
        this.label = label;
        this.wanted = wanted;
    }

    /** The kind's name in a manifest. */
    String label() {
        return label;
    }

    /** The fields that are read. */
    Set<String> wanted() {
        return wanted;
    }
}
