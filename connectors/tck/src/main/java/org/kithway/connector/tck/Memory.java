package org.kithway.connector.tck;

import org.kithway.connector.Connector;
import org.kithway.connector.Export;
import org.kithway.connector.Reading;
import org.kithway.connector.Settings;

import java.io.IOException;
import java.lang.management.ManagementFactory;

/** How much memory a reader holds on to while it reads. */
final class Memory {
    private static final int LOOKS = 2;
    private static final int TRIES = 3;

    private Memory() {}

    /**
     * The most bytes that were held more than before the export was opened, looked at halfway and
     * at the end. What is thrown away meanwhile does not count.
     *
     * @param bytes how long the export is
     * @param enough above this much it looks again, for a collection may come late
     */
    static long heldWhileReading(
            Connector connector, Export export, Settings settings, long bytes, long enough)
            throws IOException {
        WatchedExport watched = new WatchedExport(export);
        long before = used();
        long most = 0;
        int looks = 1;
        try (Connector.Reader reader = connector.open(watched, settings)) {
            for (Reading r = reader.read(); r != null; r = reader.read()) {
                if (watched.bytes() >= bytes * looks / LOOKS) {
                    most = Math.max(most, held(before, enough));
                    looks = (int) (watched.bytes() * LOOKS / bytes) + 1;
                }
            }
            return Math.max(most, held(before, enough));
        }
    }

    private static long held(long before, long enough) {
        long held = used() - before;
        for (int i = 1; i < TRIES && held > enough; i++) {
            held = Math.min(held, used() - before);
        }
        return held;
    }

    private static long used() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
