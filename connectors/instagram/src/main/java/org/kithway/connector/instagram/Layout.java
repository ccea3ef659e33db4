package org.kithway.connector.instagram;

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
 * @param isTelling whether only this site has such a file
 * @param participants who takes part in a conversation, as far as the beginning says
 */
record Layout(FileKind kind, boolean isTelling, List<String> participants) {
    /** The names that the style sheets of the site's pages give. */
    private static final Pattern PAGE = Pattern.compile("_a6-g|_a6-p|_a72d|uiBoxWhite");

    private static final int MOST_PARTICIPANTS = 1_000;

    private Layout(FileKind kind, boolean isTelling) {
        this(kind, isTelling, List.of());
    }

    /** What the entry is, or null if it is not among the files that are read. */
    static @Nullable Layout of(String entry, byte[] head) {
        FileKind named = FileKind.byName(entry);
        if (FileKind.isPage(entry)) {
            String text = new String(head, StandardCharsets.ISO_8859_1);
            return named != null && PAGE.matcher(text).find()
                    ? new Layout(named, text.contains("instagram.com/"))
                    : null;
        }
        return FileKind.isJson(entry) ? ofJson(named, head) : null;
    }

    private static @Nullable Layout ofJson(@Nullable FileKind named, byte[] head) {
        Glance glance = new Glance();
        try (JsonStream json =
                JsonStream.open(
                        new ByteArrayInputStream(head), field -> true, ExportText::repaired)) {
            glance.at(json);
        } catch (IOException e) {
            // The beginning ends anywhere; what it showed until there counts.
        }
        if (glance.kind != null) {
            boolean telling = glance.kind != FileKind.MESSAGES;
            return new Layout(glance.kind, telling, List.copyOf(glance.participants));
        }
        boolean telling =
                glance.fields.contains("string_list_data")
                        || glance.fields.contains("string_map_data");
        return named != null && isRecord(named, glance.fields) ? new Layout(named, telling) : null;
    }

    /** Whether a record of a list without a name may be of the kind that the file's name tells. */
    private static boolean isRecord(FileKind named, Set<String> fields) {
        return switch (named) {
            case POSTS -> fields.contains("media") && !fields.contains("label_values");
            case COMMENTS ->
                    fields.contains("string_map_data") || fields.contains("string_list_data");
            case MESSAGES, PROFILE -> false;
            default -> fields.contains("string_list_data") || fields.contains("label_values");
        };
    }

    /** What was seen on the way through a file's beginning. */
    private static final class Glance {
        private final Set<String> fields = new HashSet<>();
        private final List<String> participants = new ArrayList<>();
        private boolean thread;
        private @Nullable FileKind kind;

        void at(JsonStream json) throws IOException {
            Step first = json.next();
            boolean listed = first == Step.LIST;
            if (listed ? json.next() == Step.OBJECT : first == Step.OBJECT) {
                while (kind == null && json.next() == Step.FIELD) {
                    String name = json.name();
                    Step value = json.next();
                    if (listed) {
                        fields.add(name);
                        json.skip();
                    } else {
                        field(name, value, json);
                    }
                }
            }
        }

        private void field(String name, @Nullable Step value, JsonStream json) throws IOException {
            FileKind list = FileKind.ofList(name);
            fields.add(name);
            if (list != null) {
                kind = list;
            } else if (name.equals("participants") && value == Step.LIST) {
                thread = true;
                names(json);
            } else if (thread && name.equals("messages") && value == Step.LIST) {
                kind = FileKind.MESSAGES;
            } else {
                json.skip();
            }
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
    }
}
