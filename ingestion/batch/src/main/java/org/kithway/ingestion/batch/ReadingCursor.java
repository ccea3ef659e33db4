package org.kithway.ingestion.batch;

import org.jspecify.annotations.Nullable;
import org.kithway.connector.Connector;
import org.kithway.connector.Export;
import org.kithway.connector.Reading;
import org.kithway.connector.Settings;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.item.ItemStreamException;
import org.springframework.batch.infrastructure.item.ItemStreamReader;

import java.io.IOException;

/**
 * A connector's readings as a step reads them. Begun again, it passes over what an earlier run had
 * done with: reading the same export again gives the same readings.
 */
final class ReadingCursor implements ItemStreamReader<Reading> {
    private static final String COUNT = "readings";

    private final Connector connector;
    private final Export export;
    private final Settings settings;
    private Connector.@Nullable Reader reader;
    private long count;

    ReadingCursor(Connector connector, Export export, Settings settings) {
        this.connector = connector;
        this.export = export;
        this.settings = settings;
    }

    @Override
    public void open(ExecutionContext context) {
        try {
            reader = connector.open(export, settings);
            for (long done = context.getLong(COUNT, 0); count < done; count++) {
                if (reader.read() == null) {
                    throw new ItemStreamException(
                            "the archive holds fewer records than were read of it before");
                }
            }
        } catch (IOException e) {
            throw new UnreadableExportException(e);
        }
    }

    @Override
    public @Nullable Reading read() {
        if (reader == null) {
            throw new IllegalStateException("not open");
        }
        try {
            Reading reading = reader.read();
            if (reading != null) {
                count++;
            }
            return reading;
        } catch (IOException e) {
            throw new UnreadableExportException(e);
        }
    }

    @Override
    public void update(ExecutionContext context) {
        context.putLong(COUNT, count);
    }

    @Override
    public void close() {
        if (reader == null) {
            return;
        }
        try {
            reader.close();
        } catch (IOException e) {
            throw new ItemStreamException("the archive could not be closed", e);
        } finally {
            reader = null;
        }
    }
}
