package org.kithway.connector.tck;

import org.kithway.connector.Connector;
import org.kithway.connector.Export;
import org.kithway.connector.Reading;
import org.kithway.connector.Settings;
import org.kithway.model.AccountId;
import org.kithway.model.Fact;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All that a connector said of one export. */
record ReadExport(Connector.Manifest manifest, List<Reading> readings) {
    /** No export of the contract holds as many records; a reader that goes on never ends. */
    private static final int MOST = 1_000_000;

    static ReadExport of(Connector connector, Export export, Settings settings) throws IOException {
        try (Connector.Reader reader = connector.open(export, settings)) {
            List<Reading> readings = new ArrayList<>();
            Connector.Manifest manifest = reader.manifest();
            for (Reading r = reader.read(); r != null; r = reader.read()) {
                readings.add(r);
                if (readings.size() > MOST) {
                    throw new AssertionError("the reader gave over " + MOST + " readings");
                }
            }
            return new ReadExport(manifest, readings);
        }
    }

    /** The accounts of which something is said, the export's owner among them. */
    Set<AccountId> stated() {
        Set<AccountId> stated = new HashSet<>();
        stated.add(AccountId.OWNER);
        if (manifest.owner() != null) {
            stated.add(manifest.owner());
        }
        facts().filter(f -> f.object() == null).forEach(f -> stated.add(f.subject()));
        return stated;
    }

    /** The accounts at the ends of ties; that two accounts are one person's is no tie. */
    Set<AccountId> ends() {
        Set<AccountId> ends = new HashSet<>();
        facts().forEach(fact -> {
            AccountId object = fact.object();
            if (object != null && !(fact instanceof Fact.SameAs)) {
                ends.add(fact.subject());
                ends.add(object);
            }
        });
        return ends;
    }

    private Stream<Fact> facts() {
        return readings.stream()
                .filter(Reading.Statement.class::isInstance)
                .flatMap(r -> ((Reading.Statement) r).facts().stream());
    }

    /** The files that could not be read to their end. */
    Set<String> ended() {
        return readings.stream()
                .filter(reading -> reading instanceof Reading.Rejection r && r.endsFile())
                .map(reading -> reading.place().entry())
                .collect(Collectors.toSet());
    }

    /** Why records were rejected or withheld, and what is said of files. */
    List<String> reasons() {
        List<String> reasons = new ArrayList<>();
        for (Reading reading : readings) {
            switch (reading) {
                case Reading.Statement _ -> {}
                case Reading.Rejection r -> reasons.add(r.reason());
                case Reading.Withheld w -> reasons.add(w.rule());
                case Reading.Notice n -> reasons.add(n.text());
            }
        }
        return reasons;
    }
}
