package org.kithway.connector.slack;

import org.kithway.connector.Export;
import org.kithway.connector.JsonLayout;
import org.kithway.connector.JsonRecords;

import java.io.IOException;
import java.util.Set;

/** The records of a file of Slack's, which is one list; of each record what is read. */
final class FileRecords {
    private static final Set<String> READ =
            Set.of(
                    "display_name",
                    "email",
                    "enterprise_id",
                    "enterprise_user",
                    "id",
                    "is_bot",
                    "is_general",
                    "is_private",
                    "is_workflow_bot",
                    "members",
                    "name",
                    "parent_user_id",
                    "profile",
                    "reactions",
                    "real_name",
                    "subtype",
                    "team",
                    "team_id",
                    "text",
                    "thread_ts",
                    "title",
                    "ts",
                    "type",
                    "user",
                    "user_profile",
                    "user_team",
                    "users");

    private static final JsonLayout LAYOUT = JsonLayout.LIST.keeping(READ::contains);

    private FileRecords() {}

    static JsonRecords open(Export export, String entry) throws IOException {
        return LAYOUT.open(entry, export.open(entry));
    }
}
