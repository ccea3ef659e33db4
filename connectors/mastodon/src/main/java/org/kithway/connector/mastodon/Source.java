package org.kithway.connector.mastodon;

import org.jspecify.annotations.Nullable;

import java.io.Closeable;
import java.io.IOException;

/** The records of one file, one after the other. */
interface Source extends Closeable {
    /**
     * The next record, or null at the end.
     *
     * @throws Unreadable if the record cannot be read; the next call goes on after it
     * @throws BrokenOff if nothing after this can be read
     */
    @Nullable Fields next() throws IOException, Unreadable, BrokenOff;
}
