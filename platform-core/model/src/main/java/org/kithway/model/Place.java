package org.kithway.model;

/**
 * Where in an export something stands.
 *
 * @param entry the path of the file in the export
 * @param record the record's number in that file, from 1; 0 means the file as a whole
 */
public record Place(String entry, long record) {
    public Place {
        if (record < 0) {
            throw new IllegalArgumentException("record < 0");
        }
    }

    /** The file as a whole. */
    public static Place of(String entry) {
        return new Place(entry, 0);
    }

    /** {@code entry:record}, or the entry alone for the whole file. */
    @Override
    public String toString() {
        return record == 0 ? entry : entry + ":" + record;
    }
}
