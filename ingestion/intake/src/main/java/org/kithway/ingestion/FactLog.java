package org.kithway.ingestion;

import java.util.List;
import java.util.Map;

/** Where assertions go. */
public interface FactLog {
    /**
     * Appends the assertions and waits until every one is acknowledged.
     *
     * @return for each partition that got any, the offset after the last of them
     * @throws LogUnavailableException if not all were acknowledged; all may be sent again
     */
    Map<Integer, Long> append(List<Assertion> assertions);

    /** The log does not take what it is given. */
    final class LogUnavailableException extends RuntimeException {
        private static final long serialVersionUID = 1;

        public LogUnavailableException(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
