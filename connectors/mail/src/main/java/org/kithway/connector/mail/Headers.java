package org.kithway.connector.mail;

import org.jspecify.annotations.Nullable;
import org.kithway.connector.ExportText;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The headers of a mail that are read, unfolded.
 *
 * @param values by name in lower case, in the order of the mail
 */
record Headers(Map<String, List<String>> values) {
    /** Of what is no mail. */
    static final Headers NONE = new Headers(Map.of());

    /**
     * @param lines a line for each header, in UTF-8 or Windows-1252, as mail programs write that
     *     leave them unencoded
     */
    static Headers of(byte[] lines) {
        Map<String, List<String>> values = new HashMap<>();
        for (String line : text(lines).split("\n", -1)) {
            int colon = line.indexOf(':');
            if (colon > 0) {
                String name = line.substring(0, colon).strip().toLowerCase(Locale.ROOT);
                String value = line.substring(colon + 1).replace('\r', ' ').strip();
                values.computeIfAbsent(name, key -> new ArrayList<>(1)).add(value);
            }
        }
        return new Headers(values);
    }

    private static String text(byte[] bytes) {
        for (byte b : bytes) {
            if (b < 0) {
                return ExportText.decode(bytes);
            }
        }
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    /** The header's first value, or null if the mail has no such header. */
    @Nullable String first(String name) {
        List<String> all = values.get(name);
        return all == null ? null : all.getFirst();
    }

    /** The addresses in all headers of the name. */
    List<Mailbox> addresses(String name) {
        List<Mailbox> addresses = new ArrayList<>();
        for (String value : values.getOrDefault(name, List.of())) {
            addresses.addAll(Mailbox.list(value));
        }
        return addresses;
    }

    /** Whether the header's value is the word, or begins with it before a parameter. */
    boolean is(String name, String word) {
        String value = first(name);
        return value != null
                && (value.equalsIgnoreCase(word)
                        || value.toLowerCase(Locale.ROOT).startsWith(word + ";"));
    }
}
