package org.kithway.connector.twitter;

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
    private static final String MESSAGES = "data/direct-messages.js";

    @Test
    void everyRecordOfTheTownsArchivesIsReadAndNoneIsRejected(@TempDir Path folder)
            throws IOException {
        TwitterConnector connector = new TwitterConnector();
        int recognized = 0;
        for (DemoTown.Archive archive : DemoTown.create().writeAllArchives(folder)) {
            try (Exports.OpenExport export = Exports.open(archive.file(), ExportLimits.DEFAULT)) {
                boolean own = archive.site().equals("twitter");
                assertThat(connector.recognizes(export)).as(archive.toString()).isEqualTo(own);
                if (own) {
                    recognized++;
                    Map<String, Long> counts = counts(connector, export);
                    Map<String, Long> written = new TreeMap<>(archive.records());
                    // The town counts conversations; here each message is a record.
                    assertThat(counts.remove(MESSAGES))
                            .isGreaterThanOrEqualTo(written.remove(MESSAGES));
                    assertThat(counts).isEqualTo(written);
                }
            }
        }
        assertThat(recognized).isPositive();
    }

    private static Map<String, Long> counts(Connector connector, Exports.OpenExport export)
            throws IOException {
        Map<String, Long> counts = new TreeMap<>();
        try (Connector.Reader reader =
                connector.open(export, Settings.check(List.of(), Map.of()))) {
            for (Reading reading = reader.read(); reading != null; reading = reader.read()) {
                assertThat(reading).isNotInstanceOf(Reading.Rejection.class);
                counts.merge(reading.place().entry(), 1L, Long::sum);
            }
        }
        return counts;
    }
}
