package org.kithway.benchmarks;

import org.kithway.connector.Connector;
import org.kithway.connector.ExportLimits;
import org.kithway.connector.Exports;
import org.kithway.connector.Reading;
import org.kithway.connector.Settings;
import org.kithway.demo.LargeExport;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * A LinkedIn archive of one member, half connections and half messages, of about so many facts.
 *
 * @param facts as the connector reads them
 */
record GeneratedArchive(Path file, Connector connector, long facts) {
    private static final long SAMPLE_BYTES = 500_000;

    /**
     * @param wanted facts; met within a few hundredths, at least some thousands
     */
    static GeneratedArchive write(Path file, Connector connector, long wanted, long seed)
            throws IOException {
        write(file, seed, SAMPLE_BYTES);
        double bytesPerFact = (double) SAMPLE_BYTES / count(file, connector);
        write(file, seed, Math.max(100_000, Math.round(wanted * bytesPerFact)));
        return new GeneratedArchive(file, connector, count(file, connector));
    }

    private static void write(Path file, long seed, long bytes) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            LargeExport.write(out, seed, bytes);
        }
    }

    private static long count(Path file, Connector connector) throws IOException {
        long[] facts = {0};
        read(
                file,
                connector,
                (manifest, reading) -> {
                    if (reading instanceof Reading.Statement statement) {
                        facts[0] += statement.facts().size();
                    }
                });
        return facts[0];
    }

    /** What becomes of a reading. */
    interface Action {
        void accept(Connector.Manifest manifest, Reading reading);
    }

    /** Reads it once, as an import does. */
    Connector.Manifest read(Action action) throws IOException {
        return read(file, connector, action);
    }

    private static Connector.Manifest read(Path file, Connector connector, Action action)
            throws IOException {
        Settings settings = Settings.check(connector.descriptor().settings(), Map.of());
        try (Exports.OpenExport export = Exports.open(file, ExportLimits.DEFAULT);
                Connector.Reader reader = connector.open(export, settings)) {
            Connector.Manifest manifest = reader.manifest();
            for (Reading reading = reader.read(); reading != null; reading = reader.read()) {
                action.accept(manifest, reading);
            }
            return manifest;
        }
    }
}
