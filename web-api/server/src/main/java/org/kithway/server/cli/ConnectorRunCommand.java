package org.kithway.server.cli;

import org.kithway.connector.Connector;
import org.kithway.connector.Export;
import org.kithway.connector.ExportLimits;
import org.kithway.connector.Exports;
import org.kithway.connector.Reading;
import org.kithway.connector.Settings;
import org.kithway.connector.host.ConnectorHost;
import org.kithway.connector.host.LoadedConnector;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

@Command(
        name = "run",
        description = {
            "Read an export with a plugin and print what it says, and the ledger. Nothing is kept.",
            "With --json: a line for the manifest, a line for each reading, as in expected.jsonl of"
                    + " a connector's samples, then a line for the ledger. Exit code 3 if anything"
                    + " was rejected."
        })
final class ConnectorRunCommand extends JsonCommand {
    private static final int MILESTONE = 10_000;

    @Parameters(index = "0", paramLabel = "PLUGIN.jar", description = "The plugin.")
    private Path jar = Path.of("");

    @Parameters(index = "1", paramLabel = "SAMPLE", description = "An archive, a folder or a file.")
    private Path sample = Path.of("");

    @Option(
            names = "--set",
            paramLabel = "NAME=VALUE",
            description = "A setting of the connector; may be repeated.")
    private Map<String, String> settings = Map.of();

    ConnectorRunCommand(Console console) {
        super(console);
    }

    @Override
    int run() {
        for (Path file : List.of(jar, sample)) {
            if (!Files.isReadable(file)) {
                throw Failure.usage(
                        "There is nothing to read at "
                                + file
                                + ": give the path of a plugin's jar, then of an export.");
            }
        }
        try (ConnectorHost host = ConnectorHost.loadJars(List.of(jar))) {
            if (!host.refused().isEmpty()) {
                throw finding(host.refused().getFirst());
            }
            try (Exports.OpenExport export = Exports.open(sample, ExportLimits.DEFAULT)) {
                return read(recognizing(host, export), export);
            }
        } catch (IOException e) {
            throw finding(
                    "the export cannot be read: "
                            + (e.getMessage() == null
                                    ? e.getClass().getSimpleName()
                                    : e.getMessage()));
        }
    }

    private Connector recognizing(ConnectorHost host, Export export) throws IOException {
        for (LoadedConnector loaded : host.connectors()) {
            boolean recognized;
            try {
                recognized = loaded.connector().recognizes(export);
            } catch (RuntimeException | LinkageError e) {
                throw broken(e);
            }
            if (recognized) {
                console()
                        .err()
                        .println(
                                Text.clean(
                                        "plugin "
                                                + loaded.plugin()
                                                + " "
                                                + loaded.version()
                                                + " recognizes "
                                                + export.name()));
                return loaded.connector();
            }
        }
        throw finding(
                "plugin "
                        + host.connectors().getFirst().plugin()
                        + " does not recognize "
                        + export.name()
                        + ": see what recognizes() asks for");
    }

    private int read(Connector connector, Export export) throws IOException {
        Settings checked;
        try {
            checked = Settings.check(connector.descriptor().settings(), settings);
        } catch (IllegalArgumentException e) {
            throw Failure.usage(String.valueOf(e.getMessage()));
        }
        Progress progress = new Progress(console());
        try (Connector.Reader reader = connector.open(export, checked)) {
            ReadingLedger ledger = new ReadingLedger(export.entries(), reader.manifest());
            tell(ReadingFields.of(reader.manifest()), ReadingFields.inWords(reader.manifest()));
            for (Reading reading = reader.read(); reading != null; reading = reader.read()) {
                ledger.count(reading);
                tell(ReadingFields.of(reading), ReadingFields.inWords(reading));
                if (ledger.readings() % MILESTONE == 0) {
                    String far = Text.count(ledger.readings()) + " readings";
                    progress.show(far, far);
                }
            }
            progress.end();
            tell(ledger.fields(), List.of("", ledger.table()));
            return ledger.hasRejections() ? Failures.FINDING : Failures.OK;
        } catch (Failure e) {
            throw e;
        } catch (RuntimeException | LinkageError e) {
            throw broken(e);
        }
    }

    private void tell(ObjectNode fields, List<String> inWords) {
        if (wantsJson()) {
            say(Text.jsonLine(fields));
        } else {
            inWords.forEach(this::say);
        }
    }

    /** Its message may quote people: its class and place tell an author enough. */
    private static Failure broken(Throwable e) {
        StackTraceElement[] trace = e.getStackTrace();
        return finding(
                "the connector threw "
                        + e.getClass().getName()
                        + (trace.length == 0 ? "" : " at " + trace[0])
                        + (e instanceof LinkageError
                                ? ": does its jar hold all the libraries that it uses?"
                                : ": what is wrong with a record is a reading, never an"
                                        + " exception"));
    }

    private static Failure finding(String sentence) {
        return Failure.of(Failures.FINDING, "Not Read", 422, sentence);
    }
}
