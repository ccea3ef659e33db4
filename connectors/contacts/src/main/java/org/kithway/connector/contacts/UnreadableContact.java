package org.kithway.connector.contacts;

/** A contact that cannot be read. The message quotes nothing of it. */
final class UnreadableContact extends Exception {
    private static final long serialVersionUID = 1;

    private final boolean endsFile;

    UnreadableContact(String reason) {
        this(reason, false);
    }

    /**
     * @param endsFile whether nothing can be read after it
     */
    UnreadableContact(String reason, boolean endsFile) {
        super(reason, null, false, false);
        this.endsFile = endsFile;
    }

    boolean endsFile() {
        return endsFile;
    }
}
