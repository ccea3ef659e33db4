package org.kithway.connector.linkedin;

import org.jspecify.annotations.Nullable;
import org.kithway.connector.Export;
import org.kithway.connector.ExportText;
import org.kithway.model.Place;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.util.List;

/** One CSV file of an export, from the record after its header on. */
final class CsvFile implements Closeable {
    private final String entry;
    private final Header header;
    private final CsvText records;
    private long read;

    private CsvFile(String entry, Header header, CsvText records) {
        this.entry = entry;
        this.header = header;
        this.records = records;
    }

    /**
     * What the head of a file tells of it.
     *
     * @param kind which file it is
     * @param dialect how its cells are told apart
     * @param header its columns
     * @param preamble how many records stand before the header: a note that LinkedIn puts there,
     *     rows of commas that spreadsheets add
     */
    record Layout(FileKind kind, CsvText.Dialect dialect, Header header, int preamble) {
        private static final char[] SEPARATORS = {',', '\t', ';'};
        private static final int LONGEST_PREAMBLE = 50;

        /** Looks for the header in the beginning of a file; null if it is none that is known. */
        static @Nullable Layout of(String entry, byte[] beginning) throws IOException {
            String text = ExportText.decode(beginning);
            for (char separator : SEPARATORS) {
                Layout layout = of(entry, text, separator);
                if (layout != null) {
                    return layout;
                }
            }
            return null;
        }

        private static @Nullable Layout of(String entry, String text, char separator)
                throws IOException {
            CsvText.Dialect plain = new CsvText.Dialect(separator, false);
            try (CsvText head = new CsvText(new StringReader(text), plain)) {
                for (int before = 0; before < LONGEST_PREAMBLE; before++) {
                    List<String> cells = head.next();
                    if (cells == null) {
                        return null;
                    }
                    FileKind kind = FileKind.of(entry, cells, before == 0);
                    if (kind != null) {
                        CsvText.Dialect dialect =
                                new CsvText.Dialect(separator, kind == FileKind.COMMENTS);
                        return new Layout(kind, dialect, new Header(cells), before);
                    }
                }
                return null;
            }
        }
    }

    static CsvFile open(Export export, String entry, Layout layout) throws IOException {
        InputStream bytes = export.open(entry);
        try {
            CsvText records = new CsvText(ExportText.decode(bytes), layout.dialect());
            for (int i = 0; i <= layout.preamble(); i++) {
                records.next();
            }
            return new CsvFile(entry, layout.header(), records);
        } catch (IOException | RuntimeException e) {
            bytes.close();
            throw e;
        }
    }

    /**
     * The next data record, or null at the end; blank lines are none.
     *
     * @throws UnreadableCell if the record cannot be told apart into the header's columns; the next
     *     call goes on after it
     */
    @Nullable Row next() throws IOException, UnreadableCell {
        List<String> cells = records.next();
        if (cells == null) {
            return null;
        }
        read++;
        if (cells.getLast().equals(RecordGuard.CUT)) {
            throw new UnreadableCell(
                    "the record is longer than "
                            + RecordGuard.LONGEST
                            + " characters or "
                            + RecordGuard.MOST_CELLS
                            + " cells; perhaps a quote is not closed");
        }
        if (cells.getLast().equals(RecordGuard.UNCLOSED)) {
            throw UnreadableCell.endingFile(
                    "a quote is not closed, so that all that follows belongs to this record:"
                            + " export the file again");
        }
        if (cells.size() < header.width()) {
            throw new UnreadableCell(
                    "the record has "
                            + cells.size()
                            + " cells, the header names "
                            + header.width()
                            + " columns");
        }
        boolean more = cells.stream().skip(header.size()).anyMatch(cell -> !cell.isBlank());
        if (more) {
            throw new UnreadableCell(
                    "the record has "
                            + cells.size()
                            + " cells, the header names "
                            + header.size()
                            + " columns; perhaps a cell with a comma lost its quotes");
        }
        return new Row(place(), header, cells);
    }

    /** Where the record that was read last stands; the file as a whole before the first. */
    Place place() {
        return new Place(entry, read);
    }

    /** Where the record stands that could not be reached. */
    Place placeOfNext() {
        return new Place(entry, read + 1);
    }

    boolean isUnread() {
        return read == 0;
    }

    @Override
    public void close() throws IOException {
        records.close();
    }
}
