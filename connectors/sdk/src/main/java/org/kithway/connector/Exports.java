package org.kithway.connector;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Path;

/** The one door through which archives, folders and single files are opened. */
public final class Exports {
    private Exports() {}

    /** Opens a zip file, a folder or a single file. */
    public static OpenExport open(Path path, ExportLimits limits) throws IOException {
        throw new ExportException("not yet: " + path.getFileName());
    }

    /** Opens a zip or a single file behind a channel, which the export closes. */
    public static OpenExport open(String name, SeekableByteChannel content, ExportLimits limits)
            throws IOException {
        throw new ExportException("not yet: " + name);
    }

    /** An export that holds a file open. */
    public interface OpenExport extends Export, AutoCloseable {
        @Override
        void close() throws IOException;
    }
}
