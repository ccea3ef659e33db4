package org.kithway.connector.instagram;

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
        try (JsonParser parser = JsonRecords.parser(new ByteArrayInputStream(head))) {
            glance.at(parser);
        } catch (JacksonException | IOException e) {
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

        void at(JsonParser parser) {
            JsonToken first = parser.nextToken();
            boolean listed = first == JsonToken.START_ARRAY;
            if (listed
                    ? parser.nextToken() == JsonToken.START_OBJECT
                    : first == JsonToken.START_OBJECT) {
                while (kind == null && parser.nextToken() == JsonToken.PROPERTY_NAME) {
                    String name = parser.currentName();
                    JsonToken value = parser.nextToken();
                    if (listed) {
                        fields.add(name);
                        parser.skipChildren();
                    } else {
                        field(name, value, parser);
                    }
                }
            }
        }

        private void field(String name, JsonToken value, JsonParser parser) {
            FileKind list = FileKind.ofList(name);
            fields.add(name);
            if (list != null) {
                kind = list;
            } else if (name.equals("participants") && value == JsonToken.START_ARRAY) {
                thread = true;
                names(parser);
            } else if (thread && name.equals("messages") && value == JsonToken.START_ARRAY) {
                kind = FileKind.MESSAGES;
            } else {
                parser.skipChildren();
            }
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
    }
}
