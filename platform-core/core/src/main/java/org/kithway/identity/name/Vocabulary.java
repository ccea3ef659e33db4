package org.kithway.identity.name;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** Reads the word lists beside this package: UTF-8, one entry a line, columns split by tabs. */
final class Vocabulary {
    private Vocabulary() {}

    /** The rows of a list, without empty lines and those that begin with {@code #}. */
    static List<List<String>> rows(String file) {
        List<List<String>> rows = new ArrayList<>();
        try (InputStream in =
                        Objects.requireNonNull(Vocabulary.class.getResourceAsStream(file), file);
                BufferedReader reader =
                        new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    rows.add(Arrays.stream(line.split("\t", -1)).map(String::strip).toList());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
        return rows;
    }

    /** The words of a column, split at spaces; none if the row has no such column. */
    static List<String> words(List<String> row, int column) {
        return column >= row.size() || row.get(column).isEmpty()
                ? List.of()
                : List.of(row.get(column).split(" +"));
    }

    /** The phrases of a column, split at commas; none if the row has no such column. */
    static List<String> phrases(List<String> row, int column) {
        return column >= row.size() || row.get(column).isEmpty()
                ? List.of()
                : List.of(row.get(column).split(" *, *"));
    }
}
