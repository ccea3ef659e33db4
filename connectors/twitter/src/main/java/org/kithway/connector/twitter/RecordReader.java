package org.kithway.connector.twitter;

import org.kithway.connector.JsonRecord;
import org.kithway.connector.Reading;
import org.kithway.connector.UnreadableRecord;
import org.kithway.model.Place;

/** Reads the records of one kind of file. */
interface RecordReader {
    /**
     * What the record says.
     *
     * @throws UnreadableRecord if it cannot be read
     */
    Reading read(Place place, JsonRecord record) throws UnreadableRecord;
}
