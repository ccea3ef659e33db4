package org.kithway.connector.blogger;

/** An entry that cannot be read; the message says why and how to mend it, and quotes nothing. */
final class UnreadableEntry extends Exception {
    private static final long serialVersionUID = 1;

    UnreadableEntry(String message) {
        super(message);
    }
}
