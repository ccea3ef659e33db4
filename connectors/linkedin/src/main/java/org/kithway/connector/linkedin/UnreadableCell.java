package org.kithway.connector.linkedin;

/** A record that cannot be read. The message names the column and quotes nothing. */
final class UnreadableCell extends Exception {
    private static final long serialVersionUID = 1;

    UnreadableCell(String reason) {
        super(reason, null, false, false);
    }
}
