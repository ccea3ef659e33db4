package org.kithway.ingestion.batch;

import org.kithway.connector.Reading;
import org.kithway.ingestion.ImportRun;
import org.kithway.ingestion.Intake;
import org.kithway.model.ImportId;
import org.kithway.model.Place;
import org.kithway.registry.Ledger;
import org.kithway.registry.LedgerDelta;
import org.kithway.registry.Outcome;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ItemWriter;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Hands a chunk of readings to intake and writes what became of each into the ledger, in the
 * chunk's own transaction: a chunk that is repeated is counted once.
 */
final class ReadingsToIntake implements ItemWriter<Reading> {
    private final Intake intake;
    private final Ledger ledger;
    private final ImportRun run;
    private final Map<String, String> parts;

    /**
     * @param parts the kind of each file that is read
     */
    ReadingsToIntake(Intake intake, Ledger ledger, ImportRun run, Map<String, String> parts) {
        this.intake = intake;
        this.ledger = ledger;
        this.run = run;
        this.parts = parts;
    }

    @Override
    public void write(Chunk<? extends Reading> chunk) {
        Map<String, Count> counts = new LinkedHashMap<>();
        List<Intake.Stated> stated = new ArrayList<>(chunk.size());
        for (Reading reading : chunk) {
            Count count = count(counts, reading.place());
            switch (reading) {
                case Reading.Statement s -> {
                    count.kept++;
                    count.facts += s.facts().size();
                    stated.add(new Intake.Stated(s.place(), part(s.place()), s.facts()));
                }
                case Reading.Withheld w -> count.withheld.merge(w.rule(), 1L, Long::sum);
                case Reading.Rejection r ->
                        count.rejected.add(new Outcome(r.place(), r.reason(), r.endsFile()));
                case Reading.Notice n -> count.notices.add(n.text());
            }
        }
        Intake.Outcome outcome = intake.accept(run, stated);
        for (Intake.Refused refused : outcome.refused()) {
            Count count = count(counts, refused.place());
            count.kept--;
            count.rejected.add(new Outcome(refused.place(), refused.reason()));
        }
        for (Place place : outcome.withheld()) {
            Count count = count(counts, place);
            count.kept--;
            count.withheld.merge(Intake.SUPPRESSED, 1L, Long::sum);
        }
        ImportId id = run.imported();
        counts.forEach((path, count) -> {
            ledger.record(id, count.delta(path, part(Place.of(path))));
            count.notices.forEach(notice -> ledger.noteFile(id, path, notice));
            count.rejected.stream()
                    .filter(r -> r.place().record() == 0 || r.endsFile())
                    .forEach(r -> ledger.noteFile(id, path, r.reason()));
        });
        ledger.noteEnds(id, outcome.ends());
    }

    private String part(Place place) {
        return parts.getOrDefault(place.entry(), "");
    }

    private static Count count(Map<String, Count> counts, Place place) {
        return counts.computeIfAbsent(place.entry(), entry -> new Count());
    }

    private static final class Count {
        private final Map<String, Long> withheld = new HashMap<>();
        private final List<Outcome> rejected = new ArrayList<>();
        private final List<String> notices = new ArrayList<>();
        private long kept;
        private long facts;

        LedgerDelta delta(String path, String part) {
            long read =
                    kept
                            + withheld.values().stream().mapToLong(Long::longValue).sum()
                            + rejected.stream().filter(r -> r.place().record() > 0).count();
            return new LedgerDelta(path, part, read, kept, withheld, rejected, facts);
        }
    }
}
