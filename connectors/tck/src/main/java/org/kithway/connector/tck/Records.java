package org.kithway.connector.tck;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where the records of a file stand, so that they can be repeated.
 *
 * @param from the first record's first byte
 * @param to the byte after the last record
 * @param between what separates two records
 */
public record Records(int from, int to, String between) {
    private static final Pattern TAG = Pattern.compile("<(/?)([A-Za-z][\\w:.-]*)[^>]*?(/?)>");

    public Records {
        if (from < 0 || to <= from) {
            throw new IllegalArgumentException("no records");
        }
    }

    /** Where they may stand: the longest array of JSON, the root's elements of XML, all of it. */
    static List<Records> guesses(byte[] content) {
        // One character for each byte, so that places in the text are places in the file.
        String text = new String(content, StandardCharsets.ISO_8859_1);
        List<Records> guesses = new ArrayList<>();
        Records array = longestArray(text);
        if (array != null) {
            guesses.add(array);
        }
        Records elements = elementsOfTheRoot(text);
        if (elements != null) {
            guesses.add(elements);
        }
        if (content.length > 0) {
            guesses.add(new Records(0, content.length, text.endsWith("\n") ? "" : "\n"));
        }
        return guesses;
    }

    private static @Nullable Records longestArray(String text) {
        Records longest = null;
        List<Integer> open = new ArrayList<>();
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quoted) {
                if (c == '\\') {
                    i++;
                } else if (c == '"') {
                    quoted = false;
                }
            } else if (c == '"') {
                quoted = true;
            } else if (c == '[') {
                open.add(i + 1);
            } else if (c == ']' && !open.isEmpty()) {
                int from = open.removeLast();
                boolean holds = !text.substring(from, i).isBlank();
                if (holds && (longest == null || i - from > longest.to - longest.from)) {
                    longest = new Records(from, i, ",");
                }
            }
        }
        return longest;
    }

    private static @Nullable Records elementsOfTheRoot(String text) {
        Map<String, Records> spans = new HashMap<>();
        Map<String, Integer> counts = new HashMap<>();
        List<Integer> open = new ArrayList<>();
        Matcher tag = TAG.matcher(text);
        while (tag.find()) {
            String name = tag.group(2);
            if (!tag.group(1).isEmpty()) {
                if (open.isEmpty()) {
                    return null;
                }
                int start = open.removeLast();
                if (open.size() == 1) {
                    Records before = spans.get(name);
                    spans.put(
                            name, new Records(before == null ? start : before.from, tag.end(), ""));
                    counts.merge(name, 1, Integer::sum);
                }
            } else if (tag.group(3).isEmpty()) {
                open.add(tag.start());
            }
        }
        return counts.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(most -> spans.get(most.getKey()))
                .orElse(null);
    }
}
