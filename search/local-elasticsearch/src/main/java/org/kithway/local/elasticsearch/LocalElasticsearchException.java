package org.kithway.local.elasticsearch;

import org.jspecify.annotations.Nullable;

/** The local node cannot be had; the message says what to do about it. */
public final class LocalElasticsearchException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    LocalElasticsearchException(String message) {
        super(message);
    }

    LocalElasticsearchException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
