package org.kithway.connector.mastodon;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;

import org.jspecify.annotations.Nullable;
import org.kithway.connector.Export;
import org.kithway.connector.ExportException;
import org.kithway.connector.JsonRecord;
import org.kithway.connector.Records;
import org.kithway.model.Place;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;

/** {@code following_accounts.csv}: an account in each row, under a header or, in old ones, none. */
final class Table implements Records {
    private static final String HEADER = "account address";
    private static final int LONGEST_ROW = 1 << 20;

    private final String entry;
    private final CloseableIterator<CsvRecord> rows;
    private boolean begun;
    private long number;

    private Table(String entry, CloseableIterator<CsvRecord> rows) {
        this.entry = entry;
        this.rows = rows;
    }

    /** Whether a file that begins so tells by its header that it is such a table. */
    static boolean begins(String beginning) {
        String header = firstLine(beginning).toLowerCase(Locale.ROOT);
        return header.startsWith(HEADER + ",show boosts");
    }

    /** Whether a file that begins so may be such a table, if its name says so as well. */
    static boolean mayBegin(String beginning) {
        String line = firstLine(beginning);
        String first = line.split(",", 2)[0];
        return first.toLowerCase(Locale.ROOT).equals(HEADER)
                ? line.length() == first.length()
                : Accounts.isAddress(first);
    }

    private static String firstLine(String beginning) {
        return beginning
                .replace("\ufeff", "")
                .lines()
                .filter(line -> !line.isBlank())
                .findFirst()
                .orElse("")
                .replace("\"", "")
                .strip();
    }

    static Table open(Export export, String entry) throws IOException {
        InputStream bytes = export.open(entry);
        try {
            return new Table(
                    entry,
                    CsvReader.builder()
                            .skipEmptyLines(true)
                            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                            .maxBufferSize(LONGEST_ROW)
                            .ofCsvRecord(new InputStreamReader(bytes, StandardCharsets.UTF_8))
                            .iterator());
        } catch (UncheckedIOException e) {
            bytes.close();
            throw e.getCause();
        } catch (RuntimeException e) {
            bytes.close();
            throw e;
        }
    }

    @Override
    public @Nullable JsonRecord next() throws IOException {
        try {
            while (rows.hasNext()) {
                String address = rows.next().getField(0).replace("\ufeff", "").strip();
                boolean header = !begun && address.toLowerCase(Locale.ROOT).equals(HEADER);
                begun = true;
                if (!header && !address.isEmpty()) {
                    return new JsonRecord(
                            new Place(entry, ++number), Map.of(JsonRecord.ITEM, address));
                }
            }
            return null;
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } catch (CsvParseException e) {
            throw new ExportException(
                    "the table cannot be told apart into rows; perhaps a quote is"
                            + " not closed: export it again");
        }
    }

    @Override
    public long number() {
        return number;
    }

    @Override
    public JsonRecord head() {
        return JsonRecord.empty(Place.of(entry));
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }
}
