package org.kithway.connector.tck;

import org.jspecify.annotations.Nullable;
import org.kithway.connector.Export;
import org.kithway.connector.ExportException;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.time.Instant;
import java.util.List;

/** An export of which one entry is damaged. */
record Unreadable(MemoryExport export, String entry) implements Export {
    static final String REASON = "the entry is damaged: download the archive again";

    @Override
    public String name() {
        return export.name();
    }

    @Override
    public List<String> entries() {
        return export.entries();
    }

    @Override
    public @Nullable Instant writtenAt() {
        return export.writtenAt();
    }

    @Override
    public InputStream open(String path) throws IOException {
        if (!path.equals(entry)) {
            return export.open(path);
        }
        byte[] content = export.content(path);
        return new SequenceInputStream(
                new ByteArrayInputStream(content, 0, content.length / 2),
                new InputStream() {
                    @Override
                    public int read() throws IOException {
                        throw new ExportException(REASON);
                    }

                    @Override
                    public int read(byte[] into, int offset, int length) throws IOException {
                        throw new ExportException(REASON);
                    }
                });
    }
}
