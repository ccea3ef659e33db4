package org.kithway.connector.twitter;

import org.jspecify.annotations.Nullable;
import org.kithway.connector.Export;
import org.kithway.connector.ExportException;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A file that is read.
 *
 * @param form how it is written
 * @param fault what keeps it from being read, or null
 */
record Part(String entry, FileKind kind, Form form, @Nullable String fault) {
    static final int HEAD_BYTES = 2 << 10;

    /** How a file is written. */
    enum Form {
        SCRIPT,
        /** Messages without their texts. */
        HEADERS,
        /** Tweets of a month, before August 2018. */
        MONTH,
        /** Tweets as a table, before August 2018. */
        TABLE
    }

    /**
     * The files to read, in their order. Lists of nothing are left out. What two files tell alike
     * is read from the one that tells it better: messages from the file without texts, tweets from
     * the months, which name who is mentioned.
     */
    static List<Part> of(Export export) throws IOException {
        List<Part> parts = new ArrayList<>();
        for (String entry : export.entries()) {
            Part part = isLookedInto(export, entry) ? of(export, entry) : null;
            if (part != null) {
                parts.add(part);
            }
        }
        drop(parts, FileKind.MESSAGES, Form.HEADERS, Form.SCRIPT);
        drop(parts, FileKind.GROUP_MESSAGES, Form.HEADERS, Form.SCRIPT);
        drop(parts, FileKind.TWEETS, Form.MONTH, Form.TABLE);
        parts.sort(Comparator.comparing(Part::kind).thenComparing(Part::entry));
        return parts;
    }

    /** A file that is handed in alone may have any name. */
    static boolean isLookedInto(Export export, String entry) {
        return export.entries().size() == 1 || FileKind.named(entry) != null;
    }

    private static void drop(List<Part> parts, FileKind kind, Form better, Form worse) {
        if (parts.stream().anyMatch(part -> part.kind == kind && part.form == better)) {
            parts.removeIf(part -> part.kind == kind && part.form == worse);
        }
    }

    private static @Nullable Part of(Export export, String entry) throws IOException {
        FileKind named = FileKind.named(entry);
        String head;
        try {
            head = head(export, entry, HEAD_BYTES);
        } catch (ExportException e) {
            return faulty(entry, named, TwitterReader.unreadable(e));
        }
        if (TweetTable.begins(head)) {
            return new Part(entry, FileKind.TWEETS, Form.TABLE, null);
        }
        Script.Head script = Script.Head.of(head);
        if (script == null) {
            return faulty(
                    entry,
                    named,
                    "the file does not begin as a file of this name does: download the archive"
                            + " again and hand it in as it is");
        }
        FileKind kind = FileKind.assigned(script.variable());
        return kind == null || script.isEmpty()
                ? null
                : new Part(entry, kind, form(script.variable()), null);
    }

    private static Form form(String variable) {
        if (variable.startsWith("Grailbird.")) {
            return Form.MONTH;
        }
        return variable.contains("_headers.") ? Form.HEADERS : Form.SCRIPT;
    }

    private static @Nullable Part faulty(String entry, @Nullable FileKind named, String fault) {
        return named == null ? null : new Part(entry, named, Form.SCRIPT, fault);
    }

    /** Whether the file is one of Twitter's, as far as its beginning tells. */
    static boolean isTwitters(String head) {
        Script.Head script = Script.Head.of(head);
        return script == null
                ? TweetTable.begins(head)
                : FileKind.assigned(script.variable()) != null;
    }

    static String head(Export export, String entry, int bytes) throws IOException {
        try (InputStream in = export.open(entry)) {
            return new String(in.readNBytes(bytes), StandardCharsets.UTF_8);
        }
    }
}
