package org.kithway.benchmarks;

import org.kithway.connector.Connector;
import org.kithway.connector.host.ConnectorHost;
import org.kithway.connector.host.LoadedConnector;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;

/** Facts per second through each stage and end to end, beside the raw {@code _bulk} rate. */
@Command(
        name = "pipeline",
        mixinStandardHelpOptions = true,
        description = "Facts per second through each stage and end to end, beside raw _bulk.")
final class PipelineBenchmark implements Callable<Integer> {
    private static final String STAGES = "stages";
    private static final String WHOLE = "whole";
    private static final String RAW = "raw";
    private static final double FLOOR = 0.5;

    private final PrintWriter out;

    @Option(
            names = "--facts",
            defaultValue = "1000000",
            description = "About how many the archive has (default: ${DEFAULT-VALUE}).")
    private long facts;

    @Option(
            names = "--seed",
            defaultValue = "1",
            description = "Decides what is in the archive (default: ${DEFAULT-VALUE}).")
    private long seed;

    PipelineBenchmark(PrintWriter out) {
        this.out = out;
    }

    @Override
    public Integer call() throws IOException {
        try (ConnectorHost host = ConnectorHost.load(LocalEngines.plugins());
                LocalEngines engines = LocalEngines.start()) {
            run(
                    engines,
                    GeneratedArchive.write(
                            engines.folder().resolve("archive.zip"), linkedIn(host), facts, seed));
        }
        return 0;
    }

    private static Connector linkedIn(ConnectorHost host) {
        return host.connectors().stream()
                .map(LoadedConnector::connector)
                .filter(connector -> connector.descriptor().site().name().equals("linkedin"))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalStateException(
                                "no connector for LinkedIn in " + LocalEngines.plugins()));
    }

    private void run(LocalEngines engines, GeneratedArchive archive) throws IOException {
        Table table =
                new Table(
                        "stage",
                        "facts/s",
                        "seconds",
                        "CPU s, Kithway and Kafka",
                        "CPU s, Elasticsearch");
        try {
            RecordedDocuments documents = stages(engines, archive, table);
            EndToEnd whole = EndToEnd.run(engines, WHOLE, archive);
            row(table, "end to end: upload until all can be found", archive, whole.effort());
            long found = engines.count(indices(WHOLE));
            engines.delete(indices(WHOLE));
            Effort raw = new RawBulk(engines).write(documents, RAW, Stages.ORGANIZATION);
            row(table, "raw _bulk: the same documents alone", archive, raw);
            long written = engines.count(indices(RAW));
            if (found != written) {
                throw new IllegalStateException(
                        "%d documents end to end, %d raw".formatted(found, written));
            }
            conclude(archive, whole, raw, written);
        } finally {
            table.print(out);
        }
    }

    private static RecordedDocuments stages(
            LocalEngines engines, GeneratedArchive archive, Table table) throws IOException {
        RecordedDocuments documents =
                new RecordedDocuments(engines.folder().resolve("documents"), STAGES, RAW);
        try (Stages stages = new Stages(engines, STAGES, archive, engines.client(documents::see))) {
            row(table, "read: the connector alone", archive, stages.read());
            row(table, "take in: check, fingerprint, Kafka", archive, stages.takeIn());
            row(table, "index: Kafka to statements in Elasticsearch", archive, stages.index());
            row(
                    table,
                    "derive: Kafka to people, evidence, ties; Elasticsearch",
                    archive,
                    stages.derive());
        }
        engines.delete(indices(STAGES));
        return documents;
    }

    private void conclude(GeneratedArchive archive, EndToEnd whole, Effort raw, long documents) {
        double ratio = raw.seconds() / whole.effort().seconds();
        out.printf(
                "%s facts (seed %d) in one archive, %s documents; the server had read it after %s s.%n",
                Table.number(archive.facts(), 0),
                seed,
                Table.number(documents, 0),
                Table.number(whole.readAfter(), 1));
        out.printf(
                "raw: %s documents/s. End to end is %s of the raw rate (floor %s: %s), by processor time %s.%n%n",
                Table.number(documents / raw.seconds(), 0),
                Table.number(ratio, 2),
                Table.number(FLOOR, 2),
                ratio >= FLOOR ? "met" : "missed",
                Table.number(raw.processorSeconds() / whole.effort().processorSeconds(), 2));
    }

    private static String indices(String prefix) {
        String generation = prefix + "-" + Stages.ORGANIZATION + ".g1.";
        return "%1$sstatements,%1$speople,%1$sevidence".formatted(generation);
    }

    private static void row(Table table, String name, GeneratedArchive archive, Effort effort) {
        table.row(
                name,
                Table.number(archive.facts() / effort.seconds(), 0),
                Table.number(effort.seconds(), 1),
                Table.number(effort.ownSeconds(), 1),
                Table.number(effort.searchSeconds(), 1));
    }
}
