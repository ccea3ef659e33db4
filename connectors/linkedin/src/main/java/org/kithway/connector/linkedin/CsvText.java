package org.kithway.connector.linkedin;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;

import org.jspecify.annotations.Nullable;

import java.io.Closeable;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.List;

/** The records of a CSV text, one after the other; blank lines are none. */
final class CsvText implements Closeable {
    private final CloseableIterator<CsvRecord> records;

    CsvText(Reader text, Dialect dialect) {
        RecordGuard guarded = new RecordGuard(text, dialect.separator, dialect.backslashes);
        this.records =
                CsvReader.builder()
                        .fieldSeparator(dialect.separator)
                        .skipEmptyLines(true)
                        .allowExtraFields(true)
                        .allowMissingFields(true)
                        .allowExtraCharsAfterClosingQuote(true)
                        .maxBufferSize(2 * RecordGuard.LONGEST)
                        .ofCsvRecord(guarded)
                        .iterator();
    }

    /**
     * How cells are told apart.
     *
     * @param separator what stands between cells
     * @param backslashes whether a quote inside of quotes is written as {@code \"}
     */
    record Dialect(char separator, boolean backslashes) {}

    /** The next record's cells, or null at the end. */
    @Nullable List<String> next() throws IOException {
        try {
            while (records.hasNext()) {
                List<String> cells = records.next().getFields();
                if (cells.size() > 1 || !cells.getFirst().isBlank()) {
                    return cells;
                }
            }
            return null;
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    @Override
    public void close() throws IOException {
        records.close();
    }
}
