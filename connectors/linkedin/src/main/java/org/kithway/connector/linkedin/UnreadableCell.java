package org.kithway.connector.linkedin;

/** A record that cannot be read. The message names the column and quotes nothing. */
final class UnreadableCell extends Exception {
    private static final long serialVersionUID = 1;

    private final boolean endsFile;

    UnreadableCell(String reason) {
        this(reason, false);
    }

    private UnreadableCell(String reason, boolean endsFile) {
        super(reason, null, false, false);
        this.endsFile = endsFile;
    }

    /** A record that has swallowed all that follows it. */
    static UnreadableCell endingFile(String reason) {
        return new UnreadableCell(reason, true);
    }

    boolean endsFile() {
        return endsFile;
    }
}
