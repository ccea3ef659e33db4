package org.kithway.connector.facts;

import org.kithway.connector.Connector;
import org.kithway.connector.Descriptor;
import org.kithway.connector.Export;
import org.kithway.connector.ExportException;
import org.kithway.connector.Settings;
import org.kithway.model.Site;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Reads the open interchange format: UTF-8 text, one JSON object per line, each exactly one fact as
 * {@link org.kithway.model.FactFields} writes it. The first line may be a header instead:
 *
 * <pre>{"export": {"source": "crm", "exportedAt": "2026-01-01T00:00:00Z"}}</pre>
 *
 * <p>Files are known by the ending {@code .jsonl} or {@code .ndjson}; a file that is handed in
 * alone may have any name. A record's number is the number of its line.
 */
public final class FactsConnector implements Connector {
    private static final int MOST_OPENED = 16;
    private static final int MOST_READ = 64 << 10;

    private static final Descriptor DESCRIPTOR =
            new Descriptor(
                    new Site("facts"),
                    "Facts file",
                    Set.of(),
                    List.of(
                            "Write one fact per line, as the schema of this connector says",
                            "Name the file so that it ends in .jsonl",
                            "Hand in the file, or a folder or zip of several"),
                    List.of("Every line of the files that end in .jsonl or .ndjson"),
                    List.of("Files of any other kind that lie beside them"),
                    Set.of(),
                    List.of());

    @Override
    public Descriptor descriptor() {
        return DESCRIPTOR;
    }

    @Override
    public boolean recognizes(Export export) throws IOException {
        List<String> files = files(export);
        int opened = Math.min(files.size(), MOST_OPENED);
        for (String file : files.subList(0, opened)) {
            try (InputStream in = export.open(file)) {
                if (JsonLine.beginsFacts(in.readNBytes(MOST_READ / opened))) {
                    return true;
                }
            } catch (ExportException e) {
                continue; // told when it is read
            }
        }
        return false;
    }

    @Override
    public Reader open(Export export, Settings settings) throws IOException {
        return FactsReader.open(export, files(export));
    }

    private static List<String> files(Export export) {
        List<String> all = export.entries();
        return all.size() == 1 ? all : all.stream().filter(FactsConnector::isNamedSo).toList();
    }

    private static boolean isNamedSo(String entry) {
        String name = entry.toLowerCase(Locale.ROOT);
        return name.endsWith(".jsonl") || name.endsWith(".ndjson");
    }
}
