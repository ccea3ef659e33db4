package org.kithway.connector.mastodon;

import org.kithway.connector.Reading;
import org.kithway.model.Place;

/** Reads the records of one kind of file. */
interface RecordReader {
    /**
     * What the record says.
     *
     * @throws Unreadable if it cannot be read
     */
    Reading read(Place place, Fields record) throws Unreadable;
}
