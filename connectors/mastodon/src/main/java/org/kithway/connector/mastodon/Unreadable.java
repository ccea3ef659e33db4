package org.kithway.connector.mastodon;

/** A record that cannot be read; the message says why and quotes nothing of it. */
final class Unreadable extends Exception {
    private static final long serialVersionUID = 1;

    Unreadable(String reason) {
        super(reason);
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
