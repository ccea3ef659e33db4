package org.kithway.server;

import org.jspecify.annotations.Nullable;
import org.kithway.local.elasticsearch.LocalElasticsearchException;
import org.kithway.local.kafka.LocalKafkaException;
import org.springframework.boot.web.server.PortInUseException;

/** An instance cannot start; the message says why, and what to do about it. */
public final class StartException extends RuntimeException {
    private static final long serialVersionUID = 1;

    StartException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /** The reason in words if it is one that its user can mend, else the failure as it is. */
    static RuntimeException of(RuntimeException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            switch (cause) {
                case LocalElasticsearchException e -> {
                    return new StartException(String.valueOf(e.getMessage()), failure);
                }
                case LocalKafkaException e -> {
                    return new StartException(String.valueOf(e.getMessage()), failure);
                }
                case PortInUseException e -> {
                    return new StartException(
                            "Port "
                                    + e.getPort()
                                    + " is taken: stop what listens there, or set KITHWAY_PORT to"
                                    + " another port.",
                            failure);
                }
                default -> {}
            }
        }
        return failure;
    }
}
