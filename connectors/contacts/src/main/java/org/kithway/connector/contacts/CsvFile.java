package org.kithway.connector.contacts;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;

import org.jspecify.annotations.Nullable;
import org.kithway.connector.contacts.Columns.Phone;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** A table of contacts, Google's or Outlook's. */
final class CsvFile implements ContactsReader.Contacts {
    /** Longest record in characters. */
    static final int LONGEST = 1 << 20;

    /** What Google writes between several values in one cell. */
    private static final Pattern BETWEEN_VALUES = Pattern.compile("\\s*:::\\s*");

    /** How labels call mobile telephones, in the languages of Google's pages. */
    private static final Pattern MOBILE =
            Pattern.compile(
                    ".*(?:mobi|mobe|movil|cell?ul|cell|handy|telemovel|iphone|komor|gsm).*");

    private final Columns columns;
    private final boolean phones;
    private final CloseableIterator<CsvRecord> records;
    private boolean pastHeader;

    /**
     * @param phones whether telephone numbers are read
     */
    CsvFile(Reader text, Part.Table table, boolean phones) {
        this.columns = table.columns();
        this.phones = phones;
        this.records = records(text, table.separator());
    }

    /** The cells of the first record of a text; none if there is no such record. */
    static List<String> firstRecord(String text, char separator) {
        try (CloseableIterator<CsvRecord> records = records(new StringReader(text), separator)) {
            return records.hasNext() ? records.next().getFields() : List.of();
        } catch (CsvParseException e) {
            return List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static CloseableIterator<CsvRecord> records(Reader text, char separator) {
        return CsvReader.builder()
                .fieldSeparator(separator)
                .skipEmptyLines(true)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .allowExtraCharsAfterClosingQuote(true)
                .maxBufferSize(LONGEST)
                .ofCsvRecord(text)
                .iterator();
    }

    @Override
    public @Nullable Contact next() throws IOException, UnreadableContact {
        List<String> cells;
        try {
            if (!pastHeader && records.hasNext()) {
                records.next();
            }
            pastHeader = true;
            if (!records.hasNext()) {
                return null;
            }
            cells = records.next().getFields();
        } catch (CsvParseException e) {
            throw new UnreadableContact(
                    "the record is longer than "
                            + LONGEST
                            + " characters, perhaps because a quote is not closed; nothing is read"
                            + " after it: export the file again",
                    true);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        boolean more = cells.stream().skip(columns.size()).anyMatch(cell -> !cell.isBlank());
        if (cells.size() < columns.size() || more) {
            throw new UnreadableContact(
                    "the record has "
                            + cells.size()
                            + " cells, the header names "
                            + columns.size()
                            + " columns; perhaps a quote is not closed");
        }
        return contact(cells);
    }

    private Contact contact(List<String> cells) {
        Contact contact = new Contact();
        if (columns.name() >= 0) {
            contact.name(cells.get(columns.name()));
        }
        contact.name(columns.names().stream().map(cells::get).toArray(String[]::new));
        if (columns.organization() >= 0) {
            contact.organization(values(cells.get(columns.organization())).getFirst());
        }
        if (columns.title() >= 0) {
            contact.title(values(cells.get(columns.title())).getFirst());
        }
        for (int column : columns.emails()) {
            values(cells.get(column)).forEach(contact::email);
        }
        for (int column : columns.websites()) {
            values(cells.get(column)).forEach(contact::profile);
        }
        for (Phone column : phones ? columns.phones() : List.<Phone>of()) {
            if (column.label() < 0 || isMobile(cells.get(column.label()))) {
                values(cells.get(column.value())).forEach(contact::phone);
            }
        }
        return contact;
    }

    private static List<String> values(String cell) {
        return List.of(BETWEEN_VALUES.split(cell, -1));
    }

    private static boolean isMobile(String label) {
        return MOBILE.matcher(Columns.plain(label).toLowerCase(Locale.ROOT)).matches();
    }

    @Override
    public void close() throws IOException {
        records.close();
    }
}
