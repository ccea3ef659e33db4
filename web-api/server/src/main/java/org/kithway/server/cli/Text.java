package org.kithway.server.cli;

import tools.jackson.databind.JsonNode;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How answers are written to a terminal: aligned, and unable to steer it. */
final class Text {
    private static final String GAP = "  ";
    private static final int WIDEST = 60;

    private Text() {}

    /** Without control characters and without those that turn the direction of writing. */
    static String clean(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        text.codePoints()
                .map(c -> c == '\n' || c == '\t' ? ' ' : c)
                .forEach(c -> {
                    if (!steers(c)) {
                        clean.appendCodePoint(c);
                    }
                });
        return clean.toString();
    }

    private static boolean steers(int c) {
        return Character.isISOControl(c)
                || (c >= 0x2028 && c <= 0x202e)
                || (c >= 0x2066 && c <= 0x2069);
    }

    /** Indented JSON, in which control characters that JSON allows are escaped too. */
    static String json(JsonNode node) {
        return safe(node.toPrettyString());
    }

    /** JSON on one line. */
    static String jsonLine(JsonNode node) {
        return safe(node.toString());
    }

    private static String safe(String json) {
        StringBuilder safe = new StringBuilder(json.length());
        for (int i = 0; i < json.length(); i++) {
            char c = json.charAt(i);
            if (c >= 0x7f && steers(c)) {
                safe.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
            } else {
                safe.append(c);
            }
        }
        return safe.toString();
    }

    /** A field's text, clean; empty if the field is absent or null. */
    static String of(JsonNode node, String field) {
        JsonNode value = node.path(field);
        return value.isMissingNode() || value.isNull() ? "" : clean(value.asString(""));
    }

    static String count(JsonNode node, String field) {
        return count(node.path(field).asLong(0));
    }

    static String count(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    static String percent(double share) {
        return Math.round(share * 100) + " %";
    }

    /** Rows below their titles, each column as wide as its widest cell, at most 60 characters. */
    static String table(List<String> titles, List<List<String>> rows) {
        List<List<String>> cells =
                Stream.concat(Stream.of(titles), rows.stream())
                        .map(row -> row.stream().map(Text::cell).toList())
                        .toList();
        int[] widths = new int[titles.size()];
        for (List<String> row : cells) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], width(row.get(i)));
            }
        }
        return cells.stream().map(row -> line(row, widths)).collect(Collectors.joining("\n"));
    }

    private static String line(List<String> row, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            line.append(row.get(i)).repeat(" ", widths[i] - width(row.get(i))).append(GAP);
        }
        return line.toString().stripTrailing();
    }

    private static String cell(String text) {
        String clean = clean(text);
        return width(clean) <= WIDEST
                ? clean
                : clean.substring(0, clean.offsetByCodePoints(0, WIDEST - 3)) + "...";
    }

    private static int width(String text) {
        return text.codePointCount(0, text.length());
    }
}
