package org.kithway.connector.mastodon;

import org.kithway.connector.Export;
import org.kithway.connector.JsonLayout;
import org.kithway.connector.JsonRecords;
import org.kithway.connector.JsonStream;
import org.kithway.connector.JsonStream.Step;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The files of ActivityStreams: collections of items, or one object. */
final class Json {
    private static final String ITEMS = "orderedItems";

    private Json() {}

    /** The file's one object as the only record. */
    static JsonRecords object(Export export, String entry, FileKind kind) throws IOException {
        return JsonLayout.OUTERMOST
                .keeping(kind.wanted()::contains)
                .open(entry, export.open(entry));
    }

    /** The items of a collection; likes are addresses alone. */
    static JsonRecords items(Export export, String entry, FileKind kind) throws IOException {
        JsonLayout items = JsonLayout.LIST.lists(ITEMS::equals).keeping(kind.wanted()::contains);
        return (kind == FileKind.LIKES ? items.orTexts() : items).open(entry, export.open(entry));
    }

    /**
     * The texts in the first fields of the file's object, as far as its beginning goes, and whether
     * it holds a collection of items ({@code "some"}) or of none ({@code "none"}).
     *
     * @param beginning may end anywhere
     */
    static Map<String, String> head(String beginning) {
        Map<String, String> head = new HashMap<>();
        byte[] bytes = beginning.getBytes(StandardCharsets.UTF_8);
        try (JsonStream json = JsonStream.open(new ByteArrayInputStream(bytes))) {
            if (json.next() != Step.OBJECT) {
                return head;
            }
            while (json.next() == Step.FIELD) {
                String name = json.name();
                Step value = json.next();
                if (name.equals(ITEMS) && value == Step.LIST) {
                    head.put(ITEMS, json.next() == Step.END ? "none" : "some");
                    return head;
                }
                Object read = json.value();
                Object first =
                        read instanceof List<?> list && !list.isEmpty() ? list.getFirst() : read;
                if (first instanceof String text && (read == first || name.equals("@context"))) {
                    head.put(name, text);
                }
            }
            return head;
        } catch (IOException e) {
            return head;
        }
    }
}
