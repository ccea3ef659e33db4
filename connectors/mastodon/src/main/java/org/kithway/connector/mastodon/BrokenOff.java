package org.kithway.connector.mastodon;

/** The rest of a file cannot be told apart into records; the message quotes nothing of it. */
final class BrokenOff extends Exception {
    private static final long serialVersionUID = 1;

    BrokenOff(String reason) {
        super(reason);
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
