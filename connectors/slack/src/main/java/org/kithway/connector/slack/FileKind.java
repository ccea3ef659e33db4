package org.kithway.connector.slack;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.regex.Pattern;

/**
 * The files that are read, in the order in which they are read. Slack names them in English
 * whatever the workspace's language; what lies in them is checked besides. That a channel is
 * private only the name of the list that it stands in tells.
 */
enum FileKind {
    USERS("users.json"),
    /** The users of all workspaces of an organization (Enterprise Grid). */
    ORGANIZATION_USERS("org_users.json"),
    CHANNELS("channels.json"),
    PRIVATE_CHANNELS("groups.json"),
    GROUP_MESSAGES("mpims.json"),
    DIRECT_MESSAGES("dms.json"),
    DAY("");

    private static final Pattern DAY_FILE = Pattern.compile(".+/\\d{4}-\\d{2}-\\d{2}\\.json");

    private final String fileName;

    FileKind(String fileName) {
        this.fileName = fileName;
    }

    /** The kind of the entry, or null if it is not among the files that are read. */
    static @Nullable FileKind of(String entry) {
        if (DAY_FILE.matcher(entry).matches()) {
            return DAY;
        }
        String name = entry.substring(entry.lastIndexOf('/') + 1);
        return Arrays.stream(values())
                .filter(kind -> kind.fileName.equals(name))
                .findFirst()
                .orElse(null);
    }

    boolean listsUsers() {
        return this == USERS || this == ORGANIZATION_USERS;
    }

    boolean listsConversations() {
        return !listsUsers() && this != DAY;
    }

    /** Whether those who do not take part cannot read it. */
    boolean isPrivate() {
        return this == PRIVATE_CHANNELS || this == GROUP_MESSAGES || this == DIRECT_MESSAGES;
    }

    /** Names the kind of file in every export alike; days are told apart by what they are of. */
    String label() {
        return fileName.replace(".json", "");
    }
}
