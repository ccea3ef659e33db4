package org.kithway.connector.linkedin;

import org.kithway.connector.Reading;

/** Reads the records of one kind of file. */
interface RowReader {
    /**
     * What the record says.
     *
     * @throws UnreadableCell if it cannot be read
     */
    Reading read(Row row) throws UnreadableCell;
}
