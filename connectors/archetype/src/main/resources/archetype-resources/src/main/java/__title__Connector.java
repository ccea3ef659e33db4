package ${package};

import static de.siegmar.fastcsv.reader.FieldMismatchStrategy.IGNORE;
import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.reader.*;
import java.io.*;
import java.util.*;
import org.jspecify.annotations.Nullable;
import org.kithway.connector.*;
import org.kithway.model.*;

/** Reads the export of ${title}: a CSV file of the people whom a member knows there. */
public final class ${title}Connector implements Connector {
    private static final Site SITE = new Site("${site}");
    private static final String HEADER = "Name,Account,Since,Note";

    @Override public Descriptor descriptor() {
        return new Descriptor(SITE, "${title}", Set.of(SITE), List.of("Ask ${title} for your data"),
                List.of("Names, accounts, since when"), List.of("Notes"), Set.of(), List.of());
    }

    @Override public boolean recognizes(Export export) throws IOException { return !file(export).isEmpty(); }

    /** The file with our header, whatever it is called; empty if there is none. */
    private static String file(Export export) throws IOException {
        for (String entry : export.entries().subList(0, Math.min(16, export.entries().size()))) {
            try (InputStream in = export.open(entry)) {
                if (new String(in.readNBytes(HEADER.length()), UTF_8).equals(HEADER)) return entry;
            }
        }
        return "";
    }

    @Override public Reader open(Export export, Settings settings) throws IOException {
        String file = file(export);
        InputStream in = file.isEmpty() ? InputStream.nullInputStream() : export.open(file);
        return new Rows(file, CsvReader.builder().missingFieldStrategy(IGNORE)
                .extraFieldStrategy(IGNORE).ofCsvRecord(in).iterator());
    }

    private record Rows(String file, CloseableIterator<CsvRecord> rows) implements Reader {
        @Override public Manifest manifest() {
            return new Manifest(null, null, file.isEmpty() ? Map.of() : Map.of(file, "contacts"));
        }

        @Override public @Nullable Reading read() throws IOException {
            try {
                CsvRecord row = rows.hasNext() ? rows.next() : null;
                if (row != null && row.getStartingLineNumber() == 1) return read(); // the header
                return row == null ? null : reading(new Place(file, row.getStartingLineNumber()), row);
            } catch (UncheckedIOException e) {
                throw e.getCause();
            }
        }

        private static Reading reading(Place place, CsvRecord row) {
            try {
                AccountId contact = AccountId.of(SITE, row.getField(1));
                return new Reading.Statement(place, List.of(
                        new Fact.Described(contact, Fact.Trait.NAME, row.getField(0)),
                        new Fact.Connected(AccountId.OWNER, contact, PartialDate.parse(row.getField(2)))));
            } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
                return new Reading.Rejection(place, "needs a name, an account and a date like 2024-06-18");
            }
        }

        @Override public void close() throws IOException { rows.close(); }
    }
}
