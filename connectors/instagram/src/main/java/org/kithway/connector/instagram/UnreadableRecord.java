package org.kithway.connector.instagram;

/** A record that cannot be read. The message names the field and quotes nothing. */
final class UnreadableRecord extends Exception {
    private static final long serialVersionUID = 1;

    UnreadableRecord(String reason) {
        super(reason, null, false, false);
    }
}
