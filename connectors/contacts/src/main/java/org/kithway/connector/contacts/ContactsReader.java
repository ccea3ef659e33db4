package org.kithway.connector.contacts;

import org.jspecify.annotations.Nullable;
import org.kithway.connector.Connector;
import org.kithway.connector.Export;
import org.kithway.connector.ExportException;
import org.kithway.connector.ExportText;
import org.kithway.connector.Reading;
import org.kithway.model.Place;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Collectors;

/** Reads the files of an export one after the other. */
final class ContactsReader implements Connector.Reader {
    private final Export export;
    private final Iterator<Part> parts;
    private final boolean phones;
    private final Connector.Manifest manifest;
    private @Nullable Open current;

    /** One file's contacts. */
    interface Contacts extends Closeable {
        /**
         * The next contact, or null at the end.
         *
         * @throws UnreadableContact if it cannot be told; the next call goes on after it
         */
        @Nullable Contact next() throws IOException, UnreadableContact;
    }

    /** The file that is being read. */
    private static final class Open {
        private final String entry;
        private final Contacts contacts;
        private long read;

        Open(String entry, Contacts contacts) {
            this.entry = entry;
            this.contacts = contacts;
        }
    }

    ContactsReader(Export export, List<Part> parts, boolean phones) {
        this.export = export;
        this.parts = parts.iterator();
        this.phones = phones;
        this.manifest =
                new Connector.Manifest(
                        export.writtenAt(),
                        null,
                        parts.stream().collect(Collectors.toMap(Part::entry, Part::kind)));
    }

    @Override
    public Connector.Manifest manifest() {
        return manifest;
    }

    @Override
    public @Nullable Reading read() throws IOException {
        while (current != null || parts.hasNext()) {
            Reading reading = current == null ? begin(parts.next()) : next(current);
            if (reading != null) {
                return reading;
            }
        }
        return null;
    }

    private @Nullable Reading begin(Part part) throws IOException {
        try {
            return switch (part) {
                case Part.Faulty faulty ->
                        new Reading.Rejection(Place.of(faulty.entry()), faulty.fault(), true);
                case Part.VCards cards -> {
                    open(cards, in -> new VCardFile(ExportText.decode(in), phones));
                    yield null;
                }
                case Part.Table table -> {
                    open(table, in -> new CsvFile(ExportText.decode(in), table, phones));
                    yield table.columns().notice(table.entry());
                }
            };
        } catch (ExportException e) {
            return new Reading.Rejection(Place.of(part.entry()), unreadable(e), true);
        }
    }

    /** How a file's bytes become contacts. */
    private interface Format {
        Contacts of(InputStream in) throws IOException;
    }

    private void open(Part part, Format format) throws IOException {
        InputStream in = export.open(part.entry());
        try {
            current = new Open(part.entry(), format.of(in));
        } catch (IOException | RuntimeException e) {
            in.close();
            throw e;
        }
    }

    private @Nullable Reading next(Open open) throws IOException {
        try {
            Contact contact = open.contacts.next();
            if (contact != null) {
                open.read++;
                return contact.reading(new Place(open.entry, open.read));
            }
            close();
            return open.read == 0
                    ? new Reading.Rejection(
                            Place.of(open.entry), "the file holds no contacts: export it again")
                    : null;
        } catch (UnreadableContact e) {
            open.read++;
            if (e.endsFile()) {
                close();
            }
            return new Reading.Rejection(
                    new Place(open.entry, open.read), String.valueOf(e.getMessage()), e.endsFile());
        } catch (ExportException e) {
            close();
            return new Reading.Rejection(
                    new Place(open.entry, open.read + 1), "from here on, " + unreadable(e), true);
        }
    }

    static String unreadable(ExportException e) {
        return "the file cannot be read: " + e.getMessage();
    }

    @Override
    public void close() throws IOException {
        Open open = current;
        current = null;
        if (open != null) {
            open.contacts.close();
        }
    }
}
