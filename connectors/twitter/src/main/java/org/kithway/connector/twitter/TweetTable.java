package org.kithway.connector.twitter;

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
import org.kithway.connector.UnreadableRecord;
import org.kithway.model.Place;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** {@code tweets.csv} of the archives before August 2018, its rows under the names of JSON. */
final class TweetTable implements Records {
    private static final int LONGEST_RECORD = 1 << 20;

    /** What the columns are called in JSON. */
    private static final Map<String, String> NAMES =
            Map.of(
                    "tweet_id", "id_str",
                    "timestamp", "created_at",
                    "text", "full_text",
                    "in_reply_to_status_id", "in_reply_to_status_id_str",
                    "in_reply_to_user_id", "in_reply_to_user_id_str",
                    "retweeted_status_user_id", "retweeted_status_user_id");

    private static final List<String> PASSED_OVER =
            List.of("source", "retweeted_status_id", "retweeted_status_timestamp", "expanded_urls");

    private final String entry;
    private final CloseableIterator<CsvRecord> records;
    private final List<String> columns;
    private long number;

    private TweetTable(String entry, CloseableIterator<CsvRecord> records, List<String> columns) {
        this.entry = entry;
        this.records = records;
        this.columns = columns;
    }

    /** Whether a file that begins so is such a table. */
    static boolean begins(String beginning) {
        String header = beginning.lines().findFirst().orElse("").replace("\"", "");
        List<String> columns = List.of(header.replace("\ufeff", "").split(",", -1));
        return columns.contains("tweet_id")
                && columns.contains("timestamp")
                && columns.contains("text");
    }

    static TweetTable open(Export export, String entry) throws IOException {
        InputStream bytes = export.open(entry);
        try {
            CloseableIterator<CsvRecord> records =
                    CsvReader.builder()
                            .skipEmptyLines(true)
                            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                            .maxBufferSize(LONGEST_RECORD)
                            .ofCsvRecord(new InputStreamReader(bytes, StandardCharsets.UTF_8))
                            .iterator();
            return new TweetTable(
                    entry, records, records.hasNext() ? header(records.next()) : List.of());
        } catch (UncheckedIOException e) {
            bytes.close();
            throw e.getCause();
        } catch (RuntimeException e) {
            bytes.close();
            throw e;
        }
    }

    private static List<String> header(CsvRecord first) {
        return first.getFields().stream().map(name -> name.replace("\ufeff", "")).toList();
    }

    @Override
    public @Nullable JsonRecord next() throws IOException, UnreadableRecord {
        List<String> cells;
        try {
            if (!records.hasNext()) {
                return null;
            }
            cells = records.next().getFields();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } catch (CsvParseException e) {
            throw new ExportException(
                    "the table cannot be told apart into rows; perhaps a quote is"
                            + " not closed: download the archive again");
        }
        number++;
        if (cells.size() != columns.size()) {
            throw new UnreadableRecord(
                    "the row has "
                            + cells.size()
                            + " cells, the header names "
                            + columns.size()
                            + " columns");
        }
        Map<String, Object> fields = new HashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            String name = NAMES.get(columns.get(i));
            if (name != null && !cells.get(i).isBlank()) {
                fields.put(name, cells.get(i));
            }
        }
        return new JsonRecord(new Place(entry, number), fields);
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
    public int unknownFields() {
        return (int)
                columns.stream()
                        .filter(name -> !NAMES.containsKey(name) && !PASSED_OVER.contains(name))
                        .count();
    }

    @Override
    public void close() throws IOException {
        records.close();
    }
}
