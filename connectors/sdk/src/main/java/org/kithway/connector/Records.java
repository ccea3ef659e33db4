package org.kithway.connector;

import org.jspecify.annotations.Nullable;

import java.io.Closeable;
import java.io.IOException;

/** Goes through the records of one file, one at a time. */
public interface Records extends Closeable {
    /**
     * The next record, or null at the end.
     *
     * @throws UnreadableRecord if it cannot be read; the next call goes on after it
     * @throws ExportException if nothing of the file can be read from there on
     */
    @Nullable JsonRecord next() throws IOException, UnreadableRecord;

    /** The number of the record that was met last, read or not, from 1; 0 before the first. */
    long number();

    /** What the file said of itself so far, beside its records. */
    JsonRecord head();

    /** How many fields the first record has that are neither read nor known. */
    default int unknownFields() {
        return 0;
    }
}
