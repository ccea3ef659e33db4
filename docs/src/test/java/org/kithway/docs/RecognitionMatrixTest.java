package org.kithway.docs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.kithway.connector.Connector;
import org.kithway.connector.ExportException;
import org.kithway.connector.ExportLimits;
import org.kithway.connector.Exports;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Every connector over the real archives of every site: each is taken by its own site's alone. */
class RecognitionMatrixTest {
    /** Whose exports a folder of samples holds, where the two have different names. */
    private static final Map<String, String> SITE_OF =
            Map.of(
                    "google-contacts", "contacts",
                    "vcard", "contacts",
                    "mbox", "mail",
                    "opensocial", "myspace");

    /** A folder in which one donor put the exports of two sites. */
    private static final String MIXED = "NorseKode__Waultar-App";

    @Test
    void noArchiveIsTakenForAnotherSites() throws IOException {
        String folder = System.getenv("KITHWAY_SAMPLES");
        if (folder == null) {
            System.out.println("KITHWAY_SAMPLES is not set: no real archives were looked at");
            return;
        }
        List<Connector> connectors = ConnectorsPageTest.connectors().toList();
        Map<String, List<String>> wrong = new TreeMap<>();
        Map<String, Integer> right = new TreeMap<>();
        StringBuilder table = new StringBuilder("sample: recognized by\n");
        Path root = Path.of(folder);
        for (Path sample : samples(root)) {
            String folderName = root.relativize(sample).getName(0).toString();
            String site = SITE_OF.getOrDefault(folderName, folderName);
            List<String> takers = takers(connectors, sample);
            table.append("  %s: %s%n".formatted(root.relativize(sample), takers));
            if (takers.contains(site)) {
                right.merge(site, 1, Integer::sum);
            }
            if (!sample.endsWith(MIXED) && takers.stream().anyMatch(t -> !t.equals(site))) {
                wrong.put(root.relativize(sample).toString(), takers);
            }
        }
        System.out.println(table);
        assertThat(wrong).as("taken by another site's connector").isEmpty();
        assertThat(right.keySet())
                .as("sites of which no sample was recognized")
                .containsAll(
                        connectors.stream()
                                .map(connector -> connector.descriptor().site().name())
                                .filter(site -> !site.equals("facts"))
                                .toList());
    }

    private static List<String> takers(List<Connector> connectors, Path sample) throws IOException {
        List<String> takers = new ArrayList<>();
        try (Exports.OpenExport export = Exports.open(sample, ExportLimits.DEFAULT)) {
            for (Connector connector : connectors) {
                if (connector.recognizes(export)) {
                    takers.add(connector.descriptor().site().name());
                }
            }
        } catch (ExportException e) {
            takers.add("(" + e.getMessage() + ")");
        }
        return takers;
    }

    /** Each donor's folder, below the folder of the site, and each archive in one. */
    private static List<Path> samples(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> samples =
                    files.filter(file -> !file.startsWith(folder.resolve("_schemas")))
                            .filter(file ->
                                    folder.relativize(file).getNameCount() == 2
                                            ? Files.isDirectory(file)
                                            : file.toString().endsWith(".zip"))
                            .sorted()
                            .toList();
            assertThat(samples).isNotEmpty();
            return samples;
        }
    }
}
