package org.kithway.connector.facebook;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kithway.connector.Connector;
import org.kithway.connector.ExportLimits;
import org.kithway.connector.Exports;
import org.kithway.connector.Reading;
import org.kithway.connector.Settings;
import org.kithway.demo.DemoTown;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The invented town writes whole archives and knows how many records it wrote. */
class TownTest {
    @Test
    void everyRecordOfTheTownsArchivesIsRead(@TempDir Path folder) throws IOException {
        List<DemoTown.Archive> archives =
                DemoTown.create().writeAllArchives(folder).stream()
                        .filter(archive -> archive.site().equals("facebook"))
                        .toList();
        assertThat(archives).isNotEmpty();
        for (DemoTown.Archive archive : archives) {
            Map<String, Long> read = new TreeMap<>();
            FacebookConnector connector = new FacebookConnector();
            Settings settings = Settings.check(connector.descriptor().settings(), Map.of());
            try (Exports.OpenExport export = Exports.open(archive.file(), ExportLimits.DEFAULT)) {
                assertThat(connector.recognizes(export)).isTrue();
                try (Connector.Reader reader = connector.open(export, settings)) {
                    for (Reading r = reader.read(); r != null; r = reader.read()) {
                        assertThat(r).isNotInstanceOf(Reading.Rejection.class);
                        read.merge(r.place().entry(), 1L, Long::sum);
                    }
                }
            }
            assertThat(read).isEqualTo(new TreeMap<>(archive.records()));
        }
    }
}
