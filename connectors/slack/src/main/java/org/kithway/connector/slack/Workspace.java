package org.kithway.connector.slack;

import org.jspecify.annotations.Nullable;
import org.kithway.connector.Export;
import org.kithway.connector.ExportException;
import org.kithway.connector.JsonRecord;
import org.kithway.connector.JsonRecords;
import org.kithway.connector.UnreadableRecord;

import java.io.IOException;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/**
 * The files of an export and the conversations in it. An organization's export holds a folder for
 * each workspace; lists hold for the folders beside them.
 */
final class Workspace {
    private final Map<String, FileKind> files = new TreeMap<>();
    private final Map<String, Conversation> conversations = new HashMap<>();
    private final Set<FileKind> lists = EnumSet.noneOf(FileKind.class);

    private Workspace() {}

    static Workspace of(Export export) throws IOException {
        Workspace workspace = new Workspace();
        for (String entry : export.entries()) {
            FileKind kind = FileKind.of(entry);
            if (kind != null) {
                workspace.files.put(entry, kind);
                workspace.lists.add(kind);
            }
        }
        for (Map.Entry<String, FileKind> file : workspace.files.entrySet()) {
            if (file.getValue().listsConversations()) {
                workspace.addConversations(export, file.getKey(), file.getValue());
            }
        }
        return workspace;
    }

    private void addConversations(Export export, String entry, FileKind list) throws IOException {
        try (JsonRecords records = FileRecords.open(export, entry)) {
            boolean more = true;
            while (more) {
                more = addConversation(records, entry, list);
            }
        } catch (ExportException e) {
            // said where the file is read
        }
    }

    private boolean addConversation(JsonRecords records, String entry, FileKind list)
            throws IOException {
        JsonRecord record;
        try {
            record = records.next();
        } catch (UnreadableRecord e) {
            return true; // said where the file is read
        }
        String folder = record == null ? null : Conversation.folder(record);
        if (record != null && folder != null) {
            Conversation conversation = Conversation.of(record, list);
            conversations.putIfAbsent(base(entry) + folder, conversation);
            conversations.putIfAbsent(base(entry) + conversation.id(), conversation);
        }
        return record != null;
    }

    /** The entries of that kind, in order. */
    List<String> entries(FileKind kind) {
        return files.entrySet().stream()
                .filter(file -> file.getValue() == kind)
                .map(Map.Entry::getKey)
                .toList();
    }

    boolean isEmpty() {
        return files.isEmpty();
    }

    /**
     * The conversation that a day's file belongs to. What no list has is public where there are no
     * private ones: a standard export holds public channels alone.
     */
    Conversation conversation(String day) {
        String folder = base(day).substring(0, base(day).length() - 1);
        Conversation conversation = conversations.get(folder);
        if (conversation != null) {
            return conversation;
        }
        boolean standard = lists.stream().noneMatch(FileKind::isPrivate);
        String name = folder.substring(folder.lastIndexOf('/') + 1);
        return new Conversation(
                name, standard ? Conversation.Kind.PUBLIC : Conversation.Kind.UNKNOWN, List.of());
    }

    /** The kind of file, alike in every export, also of a channel that has a new name since. */
    String label(String entry) {
        FileKind kind = Objects.requireNonNull(files.get(entry));
        if (kind == FileKind.DAY) {
            String day = entry.substring(entry.lastIndexOf('/') + 1).replace(".json", "");
            return conversation(entry).id() + ' ' + day;
        }
        String workspace = workspace(entry);
        return workspace == null ? kind.label() : kind.label() + " of " + workspace;
    }

    /** The workspace's folder within an organization's export, or null outside of one. */
    private static @Nullable String workspace(String entry) {
        String[] folders = entry.split("/");
        return folders.length >= 3 && folders[folders.length - 3].equals("teams")
                ? folders[folders.length - 2]
                : null;
    }

    private static String base(String entry) {
        return entry.substring(0, entry.lastIndexOf('/') + 1);
    }
}
