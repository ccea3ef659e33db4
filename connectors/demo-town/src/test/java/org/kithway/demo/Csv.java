package org.kithway.demo;

import java.util.ArrayList;
import java.util.List;

/**
 * A small CSV reader that shares nothing with the writer under test. Blank lines are no records.
 */
final class Csv {
    private Csv() {}

    /**
     * Records with the header first; a backslash before a quote makes it a literal one, as does
     * doubling.
     */
    static List<List<String>> parse(String text) {
        List<List<String>> records = new ArrayList<>();
        List<String> record = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            char next = i + 1 < text.length() ? text.charAt(i + 1) : '\n';
            if (quoted && (c == '\\' || c == '"') && next == '"') {
                cell.append('"');
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && (c == ',' || c == '\n')) {
                record.add(cell.toString());
                cell.setLength(0);
                if (c == '\n') {
                    if (record.size() > 1 || !record.getFirst().isEmpty()) {
                        records.add(record);
                    }
                    record = new ArrayList<>();
                }
            } else {
                cell.append(c);
            }
        }
        return records;
    }
}
