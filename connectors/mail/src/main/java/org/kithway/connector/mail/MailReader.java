package org.kithway.connector.mail;

import org.jspecify.annotations.Nullable;
import org.kithway.connector.Connector;
import org.kithway.connector.Export;
import org.kithway.connector.ExportException;
import org.kithway.connector.Reading;
import org.kithway.model.AccountId;
import org.kithway.model.Place;

import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads the mailboxes and mails of an export one after the other. */
final class MailReader implements Connector.Reader {
    private final Export export;
    private final Iterator<MailPart> parts;
    private final Connector.Manifest manifest;
    private final Correspondence correspondence;
    private @Nullable Open current;

    /** The file that is being read. */
    private static final class Open {
        private final MailPart part;
        private final MailFile file;
        private long read;

        Open(MailPart part, MailFile file) {
            this.part = part;
            this.file = file;
        }
    }

    /**
     * @param owners the owner's own addresses, the surest first
     */
    MailReader(Export export, List<MailPart> parts, Set<AccountId> owners) {
        this.export = export;
        this.parts = parts.iterator();
        this.manifest =
                new Connector.Manifest(
                        export.writtenAt(),
                        owners.stream().findFirst().orElse(null),
                        parts.stream().collect(Collectors.toMap(MailPart::entry, MailPart::kind)));
        this.correspondence = new Correspondence(export.writtenAt(), owners);
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

    private @Nullable Reading begin(MailPart part) throws IOException {
        try {
            current = new Open(part, new MailFile(export.open(part.entry()), part.mailbox()));
            return null;
        } catch (ExportException e) {
            return new Reading.Rejection(Place.of(part.entry()), unreadable(e), true);
        }
    }

    private @Nullable Reading next(Open open) throws IOException {
        String entry = open.part.entry();
        try {
            Headers headers = open.part.mailbox() || open.read == 0 ? open.file.next() : null;
            if (headers == null) {
                close();
                return open.read == 0
                        ? new Reading.Rejection(
                                Place.of(entry), "the file holds no mail: export it again")
                        : null;
            }
            open.read++;
            Place place = new Place(entry, open.read);
            return headers.values().isEmpty()
                    ? new Reading.Rejection(
                            place, "what stands here has none of the headers that are read")
                    : correspondence.read(place, Mail.of(headers, open.part.folder()));
        } catch (ExportException e) {
            close();
            return new Reading.Rejection(
                    new Place(entry, open.read + 1), "from here on, " + unreadable(e), true);
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
            open.file.close();
        }
    }
}
