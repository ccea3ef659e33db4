package org.kithway.connector.mastodon;

import org.jspecify.annotations.Nullable;
import org.kithway.connector.Export;
import org.kithway.connector.ExportException;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A file that is read.
 *
 * @param fault what keeps it from being read, or null
 */
record Part(String entry, FileKind kind, @Nullable String fault) {
    static final int HEAD_BYTES = 4 << 10;

    private static final String CONTEXT = "https://www.w3.org/ns/activitystreams";
    private static final Set<String> ACTORS =
            Set.of("Person", "Service", "Group", "Organization", "Application");
    private static final Pattern FOLLOWING =
            Pattern.compile("following(?:_accounts)?(?:[ -]?\\(?\\d*\\)?)?\\.csv");

    /** The files to read, in their order. Collections of nothing are left out. */
    static List<Part> of(Export export) throws IOException {
        List<Part> parts = new ArrayList<>();
        for (String entry : export.entries()) {
            Part part = isLookedInto(entry) ? of(export, entry) : null;
            if (part != null) {
                parts.add(part);
            }
        }
        parts.sort(Comparator.comparing(Part::kind).thenComparing(Part::entry));
        return parts;
    }

    /** Pictures and films are not looked into. */
    static boolean isLookedInto(String entry) {
        String name = entry.toLowerCase(Locale.ROOT);
        return name.endsWith(".json") || name.endsWith(".csv") || name.endsWith(".txt");
    }

    private static @Nullable Part of(Export export, String entry) throws IOException {
        FileKind named = named(entry);
        String head;
        try {
            head = head(export, entry, HEAD_BYTES);
        } catch (ExportException e) {
            return named == null ? null : new Part(entry, named, MastodonReader.unreadable(e));
        }
        FileKind kind = kindBy(entry, head);
        if (kind != null) {
            return isEmpty(head) ? null : new Part(entry, kind, null);
        }
        return named == null || isEmpty(head)
                ? null
                : new Part(
                        entry,
                        named,
                        "the file does not begin as a file of this name does: download it again"
                                + " and hand it in as it is");
    }

    private static boolean isEmpty(String head) {
        return "none".equals(Json.head(head).get("orderedItems"));
    }

    /** What the file is by its beginning, or null if it is none that is read. */
    static @Nullable FileKind kindBy(String entry, String head) {
        if (Table.begins(head)) {
            return FileKind.FOLLOWING;
        }
        if (named(entry) == FileKind.FOLLOWING) {
            return Table.mayBegin(head) ? FileKind.FOLLOWING : null;
        }
        Map<String, String> fields = Json.head(head);
        String id = fields.getOrDefault("id", "");
        if (!CONTEXT.equals(fields.get("@context"))) {
            return null;
        }
        if (ACTORS.contains(fields.getOrDefault("type", ""))) {
            return FileKind.ACTOR;
        }
        if (!"OrderedCollection".equals(fields.get("type"))) {
            return null;
        }
        return id.endsWith("outbox.json")
                ? FileKind.OUTBOX
                : id.endsWith("likes.json") ? FileKind.LIKES : null;
    }

    private static @Nullable FileKind named(String entry) {
        String name = entry.substring(entry.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
        return switch (name) {
            case "actor.json" -> FileKind.ACTOR;
            case "outbox.json" -> FileKind.OUTBOX;
            case "likes.json" -> FileKind.LIKES;
            default -> FOLLOWING.matcher(name).matches() ? FileKind.FOLLOWING : null;
        };
    }

    /** Of many files those that are named as Mastodon names them are looked at first. */
    static List<String> likeliestFirst(Export export) {
        return export.entries().stream()
                .filter(Part::isLookedInto)
                .sorted(Comparator.comparing(entry -> named(entry) == null))
                .toList();
    }

    static String head(Export export, String entry, int bytes) throws IOException {
        try (InputStream in = export.open(entry)) {
            return new String(in.readNBytes(bytes), StandardCharsets.UTF_8);
        }
    }
}
