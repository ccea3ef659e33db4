package org.kithway.ingestion.kafka;

/** A record is not what its topic holds; the message says why and quotes nothing of it. */
final class UndecodableException extends Exception {
    private static final long serialVersionUID = 1;

    UndecodableException(String message) {
        super(message);
    }
}
