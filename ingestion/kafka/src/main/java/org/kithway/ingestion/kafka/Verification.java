package org.kithway.ingestion.kafka;

import org.jspecify.annotations.Nullable;
import org.kithway.ingestion.Projections.Check;
import org.kithway.ingestion.kafka.derive.DerivedState;
import org.kithway.ingestion.kafka.derive.Digest;
import org.kithway.model.ImportId;
import org.kithway.model.OrganizationId;
import org.kithway.registry.FileLedger;
import org.kithway.registry.Import;
import org.kithway.search.EvidenceDocument;
import org.kithway.search.Generation;
import org.kithway.search.Inventory;
import org.kithway.search.PersonDocument;
import org.kithway.search.Statements;
import org.kithway.search.TieChange;
import org.kithway.search.TieUpdates;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;

/** Compares what an organization's stores hold with one another. */
final class Verification {
    private static final String DERIVED_ELSEWHERE =
            "not compared: another node derives this organization, or is about to; ask there";
    private static final int ATTEMPTS = 5;

    /** How often a moment is waited for a deriver to begin. */
    private static final int PATIENCE = 30;

    private final Pipeline pipeline;
    private final FactFold fold;
    private final DeriverRunner derivers;
    private final Statements statements;
    private final Inventory inventory;
    private final TieUpdates graph;
    private final Runnable pause;

    /**
     * @param pause waits for a moment before what differs is looked at again
     */
    Verification(
            Pipeline pipeline,
            FactFold fold,
            DeriverRunner derivers,
            Statements statements,
            Inventory inventory,
            TieUpdates graph,
            Runnable pause) {
        this.pipeline = pipeline;
        this.fold = fold;
        this.derivers = derivers;
        this.statements = statements;
        this.inventory = inventory;
        this.graph = graph;
        this.pause = pause;
    }

    List<Check> run(OrganizationId organization) {
        awaitDeriver(organization);
        // First the imports, then the topic: it then holds all that a finished import said.
        List<Import> imports = pipeline.registry().imports().all(organization);
        Generation generation =
                new Generation(
                        organization, pipeline.registry().organizations().generation(organization));
        pipeline.writer().refresh(generation);
        Map<ImportId, Digest> topic = fold.read(organization);
        List<Check> checks = new ArrayList<>();
        for (Import each : imports) {
            List<Check> found = checks(each, generation, topic);
            if (isStill(each)) {
                checks.addAll(found);
            }
        }
        checks.addAll(whole(generation));
        return checks;
    }

    /**
     * After a rebuild, and when a node takes another's place, the lease for deriving is free for a
     * while or being taken up: that is no finding.
     */
    private void awaitDeriver(OrganizationId organization) {
        for (int i = 0; i < PATIENCE && derivers.state(organization) == null; i++) {
            pause.run();
        }
    }

    /** An import that moved on meanwhile was compared with what it no longer is. */
    private boolean isStill(Import compared) {
        return pipeline.registry()
                .imports()
                .find(compared.organization(), compared.id())
                .filter(now -> now.state() == compared.state())
                .isPresent();
    }

    private List<Check> checks(Import one, Generation generation, Map<ImportId, Digest> topic) {
        ImportId id = one.id();
        List<Check> checks = new ArrayList<>();
        List<FileLedger> files = pipeline.registry().ledger().files(id);
        checks.add(new Check(id, "the ledger adds up", ledger(files)));
        Digest said = topic.getOrDefault(id, Digest.EMPTY);
        DerivedState state = derivers.state(one.organization());
        Supplier<@Nullable Digest> derived = () -> state == null ? null : state.digestOfImport(id);
        switch (one.state()) {
            case COMPLETED, NEEDS_ATTENTION -> {
                checks.add(new Check(id, "the topic holds what was kept", topic(one, files, said)));
                checks.add(
                        new Check(
                                id,
                                "the deriver holds what the topic holds",
                                difference("topic", said, "deriver", derived.get())));
                checks.add(
                        new Check(
                                id,
                                "the index holds what the topic holds",
                                difference("topic", said, "index", indexed(generation, id))));
            }
            case FAILED, UNDONE -> {
                checks.add(
                        new Check(
                                id,
                                "the topic holds nothing of it",
                                difference("due", Digest.EMPTY, "topic", said)));
                checks.add(
                        new Check(
                                id,
                                "the deriver holds nothing of it",
                                difference("due", Digest.EMPTY, "deriver", derived.get())));
                checks.add(
                        new Check(
                                id,
                                "the index holds nothing of it",
                                difference("due", Digest.EMPTY, "index", indexed(generation, id))));
            }
            case QUEUED, RUNNING, SETTLING, UNDOING, DUPLICATE -> {}
        }
        return checks;
    }

    private static @Nullable String ledger(List<FileLedger> files) {
        long odd =
                files.stream()
                        .filter(f -> f.read() != f.kept() + f.withheld() + f.rejected())
                        .count();
        return odd == 0 ? null : odd + " files: read is not kept + withheld + rejected";
    }

    private static @Nullable String topic(Import one, List<FileLedger> files, Digest said) {
        long kept = files.stream().mapToLong(FileLedger::kept).sum();
        if (said.count() > one.facts()) {
            return "topic: %d facts, handed on: %d".formatted(said.count(), one.facts());
        }
        return said.count() == 0 && kept > 0
                ? "topic: no facts, ledger: %d records kept".formatted(kept)
                : null;
    }

    private Digest indexed(Generation generation, ImportId id) {
        return digest(Digest::ofKey, add -> statements.keys(generation, id, add));
    }

    private List<Check> whole(Generation generation) {
        return List.of(
                compared(
                        "the people store holds the people that were derived",
                        generation,
                        DerivedState::digestOfPeople,
                        () ->
                                digest(
                                        (PersonDocument p) -> Digest.of(p),
                                        add -> inventory.people(generation, add))),
                compared(
                        "the people store holds the evidence that was derived",
                        generation,
                        DerivedState::digestOfEvidence,
                        () ->
                                digest(
                                        (EvidenceDocument e) -> Digest.of(e),
                                        add -> inventory.evidence(generation, add))),
                compared(
                        "the graph holds the ties that were derived",
                        generation,
                        DerivedState::digestOfTies,
                        () ->
                                digest(
                                        (TieChange t) -> Digest.of(t),
                                        add -> graph.each(generation, add))));
    }

    /** What is still on its way is given some time to arrive. */
    private Check compared(
            String subject,
            Generation generation,
            Function<DerivedState, Digest> due,
            Supplier<Digest> held) {
        String finding = DERIVED_ELSEWHERE;
        for (int attempt = 0; finding != null && attempt < ATTEMPTS; attempt++) {
            if (attempt > 0) {
                pause.run();
                pipeline.writer().refresh(generation);
            }
            DerivedState state = derivers.state(generation.organization());
            finding =
                    state == null
                            ? DERIVED_ELSEWHERE
                            : difference("derived", due.apply(state), "stored", held.get());
        }
        return new Check(null, subject, finding);
    }

    private static @Nullable String difference(
            String oneName, Digest one, String otherName, @Nullable Digest other) {
        if (other == null) {
            return DERIVED_ELSEWHERE;
        }
        if (Objects.equals(one, other)) {
            return null;
        }
        return one.count() == other.count()
                ? "%s and %s: %d each, but not the same ones"
                        .formatted(oneName, otherName, one.count())
                : "%s: %d, %s: %d".formatted(oneName, one.count(), otherName, other.count());
    }

    private static <T> Digest digest(ToLongFunction<T> hash, Consumer<Consumer<T>> source) {
        Digest[] digest = {Digest.EMPTY};
        source.accept(each -> digest[0] = digest[0].plus(hash.applyAsLong(each)));
        return digest[0];
    }
}
