package org.kithway.benchmarks;

import org.kithway.connector.Connector;
import org.kithway.connector.ExportLimits;
import org.kithway.connector.Exports;
import org.kithway.connector.Reading;
import org.kithway.connector.Settings;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;

/**
 * Measures how fast each connector reads a generated archive, beside its format's library alone,
 * which hands out every value of the same bytes from the same archive. Rates are by processor time
 * of the reading thread, so that other work on the machine does not count.
 */
@Command(
        name = "connectors",
        mixinStandardHelpOptions = true,
        description = "Megabytes and records a second of each connector, beside plain parsing.")
final class ConnectorBenchmark implements Callable<Integer> {
    private static final double MEGABYTE = 1 << 20;
    private static final long WARM_UP = 16 << 20;

    private final PrintWriter out;

    @Option(
            names = "--megabytes",
            defaultValue = "64",
            description = "Of each format, unpacked (default: ${DEFAULT-VALUE}).")
    private int megabytes;

    @Option(
            names = "--rounds",
            defaultValue = "3",
            description = "The median is taken (default: ${DEFAULT-VALUE}).")
    private int rounds;

    @Option(names = "--only", defaultValue = "", description = "Formats whose names begin so.")
    private String only = "";

    ConnectorBenchmark(PrintWriter out) {
        this.out = out;
    }

    @Override
    public Integer call() throws IOException {
        out.printf(
                Locale.ROOT,
                "%d MB of each format, heap of at most %,d MB, processor time.%n%n",
                megabytes,
                Runtime.getRuntime().maxMemory() >> 20);
        Table table =
                new Table(
                        "format",
                        "records",
                        "kept",
                        "MB/s",
                        "records/s",
                        "plain MB/s",
                        "of plain",
                        "live MB");
        Path folder = Files.createTempDirectory("kithway-connectors");
        try {
            for (SiteArchive archive : SiteArchive.ALL) {
                if (archive.name().toLowerCase(Locale.ROOT).startsWith(only)) {
                    measure(archive, folder.resolve("archive.zip"), table);
                }
            }
        } finally {
            Files.deleteIfExists(folder.resolve("archive.zip"));
            Files.delete(folder);
        }
        table.print(out);
        return 0;
    }

    private void measure(SiteArchive archive, Path file, Table table) throws IOException {
        long bytes = (long) megabytes << 20;
        archive.write(file, Math.min(bytes, WARM_UP));
        for (int i = 0; i < 3; i++) {
            read(archive, file, false);
            plain(archive, file);
        }
        archive.write(file, bytes);
        double[] ours = new double[rounds];
        double[] plain = new double[rounds];
        Counts counts = read(archive, file, true);
        for (int i = 0; i < rounds; i++) {
            long begun = processorTime();
            read(archive, file, false);
            long between = processorTime();
            plain(archive, file);
            ours[i] = (between - begun) / 1e9;
            plain[i] = (processorTime() - between) / 1e9;
        }
        double ourTime = median(ours);
        double plainTime = median(plain);
        double size = bytes / MEGABYTE;
        table.row(
                archive.name(),
                Table.number(counts.records, 0),
                Table.number(counts.kept, 0),
                Table.number(size / ourTime, 0),
                Table.number(counts.records / ourTime, 0),
                Table.number(size / plainTime, 0),
                Table.number(plainTime / ourTime, 2),
                Table.number(counts.live / MEGABYTE, 0));
    }

    private record Counts(long records, long kept, long live) {}

    /**
     * Reads it as an import does.
     *
     * @param watched whether to see what is live in the heap after half of the records
     */
    private static Counts read(SiteArchive archive, Path file, boolean watched) throws IOException {
        Connector connector = archive.connector().get();
        Settings settings = Settings.check(connector.descriptor().settings(), Map.of());
        long records = 0;
        long kept = 0;
        long live = 0;
        try (Exports.OpenExport export = Exports.open(file, ExportLimits.DEFAULT)) {
            if (!connector.recognizes(export)) {
                throw new IllegalStateException(archive.name() + " is not recognized");
            }
            try (Connector.Reader reader = connector.open(export, settings)) {
                for (Reading reading = reader.read(); reading != null; reading = reader.read()) {
                    records++;
                    kept += reading instanceof Reading.Statement ? 1 : 0;
                    if (watched && Long.bitCount(records) == 1 && records >= 1 << 12) {
                        live = Math.max(live, live());
                    }
                }
            }
        }
        if (kept < records / 2) {
            throw new IllegalStateException(
                    "of " + records + " records of " + archive.name() + " kept " + kept);
        }
        return new Counts(records, kept, live);
    }

    private static long live() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private static void plain(SiteArchive archive, Path file) throws IOException {
        try (Exports.OpenExport export = Exports.open(file, ExportLimits.DEFAULT);
                InputStream in = export.open(archive.entry())) {
            if (archive.plain().values(in) == 0) {
                throw new IllegalStateException("nothing was parsed");
            }
        }
    }

    private static long processorTime() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
