package org.kithway.identity.name;

import java.util.List;
import java.util.stream.Stream;

/** The rows of a table beside the tests. */
final class GoldenRows {
    private GoldenRows() {}

    /** Rows of so many columns; empty ones are added to those that have fewer. */
    static Stream<String[]> of(String file, int columns) {
        return Vocabulary.rows(file).stream().map(row -> padded(row, columns));
    }

    private static String[] padded(List<String> row, int columns) {
        String[] padded = new String[columns];
        for (int i = 0; i < columns; i++) {
            padded[i] = i < row.size() ? row.get(i) : "";
        }
        return padded;
    }
}
