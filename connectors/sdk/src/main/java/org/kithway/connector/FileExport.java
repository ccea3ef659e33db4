package org.kithway.connector;

import org.jspecify.annotations.Nullable;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;

/** A single file; its one entry bears its name. */
final class FileExport implements Exports.OpenExport {
    private final String name;
    private final SharedChannel channel;
    private final Meter.Share share;

    FileExport(String name, SharedChannel channel, ExportLimits limits) {
        this.name = name;
        this.channel = channel;
        this.share = new Meter(name, limits).plain(name);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public List<String> entries() {
        return List.of(name);
    }

    @Override
    public @Nullable Instant writtenAt() {
        return null;
    }

    @Override
    public InputStream open(String entry) throws IOException {
        if (!entry.equals(name)) {
            throw new FileNotFoundException("no such entry in " + name);
        }
        return new EntryStream(name, channel.from(0, channel.size()), share, null);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
