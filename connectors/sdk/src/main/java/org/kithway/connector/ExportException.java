package org.kithway.connector;

import java.io.IOException;

/**
 * An export that cannot be read, or not be read safely. The message says what is wrong and what to
 * do, and quotes nothing from inside.
 */
public final class ExportException extends IOException {
    private static final long serialVersionUID = 1;

    public ExportException(String message) {
        super(message);
    }

    public ExportException(String message, Throwable cause) {
        super(message, cause);
    }

    /**
     * The message, with what to do if it does not say so itself, behind a colon.
     *
     * @param remedy such as {@code download the archive again}
     */
    public String withRemedy(String remedy) {
        String message = String.valueOf(getMessage());
        return message.contains(": ") ? message : message + ": " + remedy;
    }
}
