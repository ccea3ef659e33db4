package org.kithway.ingestion.batch;

import org.kithway.connector.ExportException;

import java.io.IOException;

/** The archive cannot be read on; reading it again would not help. */
final class UnreadableExportException extends RuntimeException {
    private static final long serialVersionUID = 1;

    UnreadableExportException(IOException cause) {
        super(remedy(cause), cause);
    }

    private static String remedy(IOException cause) {
        return cause instanceof ExportException && cause.getMessage() != null
                ? cause.getMessage()
                : "the archive cannot be read to its end: download it again and import it anew";
    }
}
