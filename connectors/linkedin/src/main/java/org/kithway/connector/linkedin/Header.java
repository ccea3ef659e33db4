package org.kithway.connector.linkedin;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The names of a file's columns. {@code Share Link}, {@code ShareLink} and {@code SHARE LINK} are
 * the same name, for generations differ in no more; so is {@code Creation Date.1}, as spreadsheet
 * tools rename a column. Of two columns with one name the first counts.
 */
final class Header {
    private static final Pattern NUMBERED = Pattern.compile("\\.\\d+$");
    private static final Pattern DECORATION = Pattern.compile("[^a-z0-9/]");

    private final Map<String, Integer> indexes = new HashMap<>();
    private final Map<String, Integer> asked = new HashMap<>();
    private final int size;
    private final int width;

    Header(List<String> cells) {
        int last = 0;
        for (int i = 0; i < cells.size(); i++) {
            String name = plain(cells.get(i));
            if (!name.isEmpty()) {
                indexes.putIfAbsent(name, i);
                last = i + 1;
            }
        }
        this.size = cells.size();
        this.width = last;
    }

    /** How many cells the header has. */
    int size() {
        return size;
    }

    /** How many cells a record needs: up to the last column with a name. */
    int width() {
        return width;
    }

    /** Where the column stands, or -1. */
    int index(String column) {
        return asked.computeIfAbsent(column, name -> indexes.getOrDefault(plain(name), -1));
    }

    boolean has(String column) {
        return index(column) >= 0;
    }

    boolean hasAll(Set<String> columns) {
        return columns.stream().allMatch(this::has);
    }

    /** Where columns stand that have another name than these, counted from 1. */
    List<Integer> withoutNamesOf(Set<String> known) {
        Set<String> plain = known.stream().map(Header::plain).collect(Collectors.toSet());
        return indexes.entrySet().stream()
                .filter(column -> !plain.contains(column.getKey()))
                .map(column -> column.getValue() + 1)
                .sorted()
                .toList();
    }

    private static String plain(String name) {
        String lower = NUMBERED.matcher(name.strip()).replaceFirst("").toLowerCase(Locale.ROOT);
        return DECORATION.matcher(lower).replaceAll("");
    }
}
