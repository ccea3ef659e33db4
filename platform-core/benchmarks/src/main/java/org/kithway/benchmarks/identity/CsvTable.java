package org.kithway.benchmarks.identity;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A table in comma-separated values with a heading line.
 *
 * @param headings in lower case
 */
record CsvTable(String name, List<String> headings, List<List<String>> rows) {
    /** A file that is no table in this form is one without columns. */
    static CsvTable read(Path file) throws IOException {
        String name = String.valueOf(file.getFileName());
        try {
            return read(name, text(file));
        } catch (CsvParseException e) {
            return new CsvTable(name, List.of(), List.of());
        }
    }

    private static CsvTable read(String name, String text) throws IOException {
        List<List<String>> rows = new ArrayList<>();
        try (CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(text)) {
            for (CsvRecord row : reader) {
                rows.add(row.getFields().stream().map(CsvTable::plain).toList());
            }
        }
        List<String> headings =
                rows.isEmpty()
                        ? List.of()
                        : rows.removeFirst().stream()
                                .map(heading -> heading.toLowerCase(Locale.ROOT))
                                .toList();
        rows.removeIf(row -> row.size() != headings.size());
        return new CsvTable(name, headings, rows);
    }

    /** NA is how R writes that there is no value. */
    private static String plain(String field) {
        String stripped = field.strip();
        return stripped.equals("NA") ? "" : stripped;
    }

    /** UTF-8, or else Latin-1, in which older sets are written. */
    static String text(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            return new String(bytes, StandardCharsets.ISO_8859_1);
        }
    }

    List<String> column(int index) {
        return rows.stream().map(row -> row.get(index)).toList();
    }
}
