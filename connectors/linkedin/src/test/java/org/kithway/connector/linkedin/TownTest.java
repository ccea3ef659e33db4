package org.kithway.connector.linkedin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kithway.connector.Connector;
import org.kithway.connector.ExportLimits;
import org.kithway.connector.Exports;
import org.kithway.connector.Reading;
import org.kithway.connector.Settings;
import org.kithway.demo.DemoTown;
import org.kithway.demo.LinkedInArchive;
import org.kithway.model.FactFields;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The invented town writes whole archives and knows how many records it wrote. */
class TownTest {
    private static final String CANARY = "canary-in-every-private-text";

    @Test
    void everyRecordOfTheTownsArchivesIsReadAndNoPrivateTextIsKept(@TempDir Path folder)
            throws IOException {
        List<DemoTown.Archive> archives =
                DemoTown.create()
                        .writeArchives(folder, LinkedInArchive.Options.COMPLETE.withCanary(CANARY));
        for (DemoTown.Archive archive : archives) {
            Map<String, Long> read = new TreeMap<>();
            for (Reading reading : readings(archive.file())) {
                read.merge(reading.place().entry(), 1L, Long::sum);
                switch (reading) {
                    case Reading.Statement kept ->
                            assertThat(kept.facts())
                                    .noneMatch(f -> FactFields.canonical(f).contains(CANARY));
                    case Reading.Withheld _, Reading.Notice _ -> {}
                    case Reading.Rejection rejected ->
                            assertThat(archive.records())
                                    .as(rejected.toString())
                                    .containsEntry(rejected.place().entry(), 0L);
                }
            }
            assertThat(read).containsKeys("Connections.csv", "messages.csv", "Profile.csv");
            read.forEach((entry, count) ->
                    assertThat(count)
                            .as(entry)
                            .isEqualTo(Math.max(1, archive.records().getOrDefault(entry, 0L))));
        }
    }

    private static List<Reading> readings(Path file) throws IOException {
        LinkedInConnector connector = new LinkedInConnector();
        List<Reading> readings = new ArrayList<>();
        try (Exports.OpenExport export = Exports.open(file, ExportLimits.DEFAULT)) {
            assertThat(connector.recognizes(export)).isTrue();
            try (Connector.Reader reader =
                    connector.open(export, Settings.check(List.of(), Map.of()))) {
                for (Reading reading = reader.read(); reading != null; reading = reader.read()) {
                    readings.add(reading);
                }
            }
        }
        return readings;
    }
}
