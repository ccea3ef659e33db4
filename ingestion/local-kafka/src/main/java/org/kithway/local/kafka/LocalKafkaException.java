package org.kithway.local.kafka;

import org.jspecify.annotations.Nullable;

/** The local broker cannot be had; the message says what to do about it. */
public final class LocalKafkaException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    LocalKafkaException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
