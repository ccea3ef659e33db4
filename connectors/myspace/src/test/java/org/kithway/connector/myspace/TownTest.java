package org.kithway.connector.myspace;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kithway.connector.Connector;
import org.kithway.connector.ExportLimits;
import org.kithway.connector.Exports;
import org.kithway.connector.Reading;
import org.kithway.connector.Settings;
import org.kithway.demo.DemoTown;
import org.kithway.model.AccountId;
import org.kithway.model.Fact;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads the archives of the demo town's members. */
class TownTest {
    @TempDir Path folder;

    @Test
    void everyRecordOfTheTownIsKeptAndTheMembersAreTheOwners() throws IOException {
        MySpaceConnector connector = new MySpaceConnector();
        int read = 0;
        for (DemoTown.Archive archive : DemoTown.create().writeAllArchives(folder)) {
            boolean own = archive.site().equals("myspace");
            try (Exports.OpenExport export = Exports.open(archive.file(), ExportLimits.DEFAULT)) {
                assertThat(connector.recognizes(export))
                        .as(archive.file().toString())
                        .isEqualTo(own);
                if (!own) {
                    continue;
                }
                List<Reading> readings = readings(connector, export);
                assertThat(readings)
                        .as(archive.file().toString())
                        .hasSize(
                                Math.toIntExact(
                                        archive.records().values().stream()
                                                .mapToLong(Long::longValue)
                                                .sum()))
                        .allMatch(Reading.Statement.class::isInstance);
                assertThat(readings)
                        .flatExtracting(reading -> ((Reading.Statement) reading).facts())
                        .filteredOn(Fact.SameAs.class::isInstance)
                        .flatExtracting(fact ->
                                List.of(((Fact) fact).subject(), ((Fact.SameAs) fact).object()))
                        .contains(AccountId.OWNER)
                        .filteredOn(account -> !AccountId.OWNER.equals(account))
                        .extracting(account -> ((AccountId) account).site().name())
                        .containsOnly("myspace");
                read++;
            }
        }
        assertThat(read).isPositive();
    }

    private static List<Reading> readings(Connector connector, Exports.OpenExport export)
            throws IOException {
        List<Reading> readings = new ArrayList<>();
        try (Connector.Reader reader =
                connector.open(export, Settings.check(List.of(), Map.of()))) {
            for (Reading reading = reader.read(); reading != null; reading = reader.read()) {
                readings.add(reading);
            }
        }
        return readings;
    }
}
