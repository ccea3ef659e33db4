package org.kithway.search;

/** The store cannot answer now; the same request may succeed later. */
public final class StoreBusyException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public StoreBusyException(String message, Throwable cause) {
        super(message, cause);
    }

    public StoreBusyException(String message) {
        super(message);
    }
}
