package org.kithway.connector.myspace;

import org.jspecify.annotations.Nullable;
import org.kithway.connector.Connector;
import org.kithway.connector.Export;
import org.kithway.connector.ExportException;
import org.kithway.connector.Reading;
import org.kithway.model.Place;

import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Collectors;

/** A cursor over the records of all captures of one export. */
final class MySpaceReader implements Connector.Reader {
    private final Export export;
    private final Connector.Manifest manifest;
    private final Iterator<Capture> captures;
    private final Facts facts;
    private @Nullable OpenCapture current;

    MySpaceReader(Export export, Owner owner, List<Capture> captures) {
        this.export = export;
        this.captures = captures.iterator();
        this.facts = new Facts(owner);
        this.manifest =
                new Connector.Manifest(
                        export.writtenAt(),
                        owner.account(),
                        captures.stream()
                                .collect(
                                        Collectors.toMap(
                                                Capture::entry,
                                                capture -> capture.label(owner.subject(capture)))));
    }

    @Override
    public Connector.Manifest manifest() {
        return manifest;
    }

    @Override
    public @Nullable Reading read() throws IOException {
        while (current != null || captures.hasNext()) {
            if (current == null) {
                current = new OpenCapture(captures.next());
            }
            Reading reading = current.read();
            if (reading != null) {
                return reading;
            }
            close();
        }
        return null;
    }

    @Override
    public void close() throws IOException {
        OpenCapture open = current;
        current = null;
        if (open != null) {
            open.close();
        }
    }

    /** One capture; what is wrong with it alone is a reading, so that the others are read. */
    private final class OpenCapture {
        private final Capture capture;
        private @Nullable Records records;
        private boolean ended;
        private long number;

        OpenCapture(Capture capture) {
            this.capture = capture;
        }

        @Nullable Reading read() throws IOException {
            if (ended) {
                return null;
            }
            if (capture.damaged()) {
                ended = true;
                return new Reading.Rejection(
                        Place.of(capture.entry()),
                        "the file is no answer of MySpace, OpenSocial or Portable Contacts that is"
                                + " known: look for another copy of it",
                        true);
            }
            try {
                if (records == null) {
                    records = capture.open(export);
                }
                Node record = records.next();
                if (record != null) {
                    number++;
                    return facts.reading(new Place(capture.entry(), number), capture, record);
                }
                ended = true;
                return number == 0
                        ? new Reading.Rejection(
                                Place.of(capture.entry()), "the file holds no records")
                        : null;
            } catch (ExportException e) {
                ended = true;
                return number == 0
                        ? new Reading.Rejection(Place.of(capture.entry()), unreadable(e), true)
                        : new Reading.Rejection(
                                new Place(capture.entry(), number + 1),
                                "from here on, " + unreadable(e),
                                true);
            }
        }

        void close() throws IOException {
            if (records != null) {
                records.close();
            }
        }
    }

    private static String unreadable(ExportException e) {
        return "the file cannot be read: " + e.withRemedy("look for another copy of it");
    }
}
