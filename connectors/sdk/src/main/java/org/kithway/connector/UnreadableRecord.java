package org.kithway.connector;

/**
 * A record that cannot be read, while those after it can. The message says what is wrong with it,
 * names the field and quotes nothing.
 */
public final class UnreadableRecord extends Exception {
    private static final long serialVersionUID = 1;

    public UnreadableRecord(String reason) {
        super(reason, null, false, false);
    }

    /** What is wrong, and how to mend it where something can be done. */
    public String reason() {
        return String.valueOf(getMessage());
    }
}
