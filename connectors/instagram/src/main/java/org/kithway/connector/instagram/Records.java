package org.kithway.connector.instagram;

import org.jspecify.annotations.Nullable;

import java.io.Closeable;
import java.io.IOException;

/** Goes through the records of one file, one at a time. */
interface Records extends Closeable {
    /**
     * The next record, or null at the end.
     *
     * @throws UnreadableRecord if it cannot be read, but those after it can
     * @throws org.kithway.connector.ExportException if the file cannot be read on
     */
    @Nullable Item next() throws IOException, UnreadableRecord;

    /** The number of the record that was read last, from 1; 0 before the first. */
    long number();

    /** What the file says before its first record. */
    Item head();
}
