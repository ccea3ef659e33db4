package org.kithway.ingestion.kafka;

import org.jspecify.annotations.Nullable;
import org.kithway.ingestion.Settlement;
import org.kithway.ingestion.kafka.derive.DerivedState;
import org.kithway.ingestion.kafka.derive.Step;
import org.kithway.model.OrganizationId;
import org.kithway.registry.Registry;
import org.kithway.search.Generation;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * Derives one organization whenever this node holds its lease, and steps aside for a rebuild. Where
 * this node has no state of what answers, it cannot tell what was handed out before, and builds the
 * next generation.
 */
final class OrganizationDeriver implements AutoCloseable {
    private static final Duration REST = Duration.ofSeconds(1);

    private final Pipeline pipeline;
    private final Settlement settlement;
    private final StateFiles files;
    private final OrganizationId organization;
    private final Registry registry;
    private final Indexed indexed;
    private final Loop loop;

    private @Nullable Hold hold;
    private @Nullable Derivation derivation;
    private volatile @Nullable DerivedState state;

    OrganizationDeriver(
            Pipeline pipeline,
            Settlement settlement,
            StateFiles files,
            OrganizationId organization) {
        this.pipeline = pipeline;
        this.settlement = settlement;
        this.files = files;
        this.organization = organization;
        this.registry = pipeline.registry();
        this.indexed = new Indexed(pipeline);
        this.loop = Loop.start("deriver-" + organization, this::turn, this::leave);
    }

    /** What this node remembers of the organization, or null if another derives it. */
    @Nullable DerivedState state() {
        return state;
    }

    @Nullable String failure() {
        return loop.failure();
    }

    @Override
    public void close() {
        loop.close();
    }

    private void turn(Loop turning) {
        try {
            if (registry.leases().holder(Rebuild.lease(organization)).isPresent()) {
                leave();
                turning.sleep(REST);
                return;
            }
            Derivation running = derivation == null ? begin(turning) : derivation;
            if (running == null) {
                turning.sleep(REST);
            } else {
                keep(turning);
                running.turn();
            }
        } catch (StoppedException e) {
            leave();
        } catch (RuntimeException e) {
            leave();
            throw e;
        }
    }

    private @Nullable Derivation begin(Loop turning) {
        String node = pipeline.node();
        hold = Hold.take(registry.leases(), Rebuild.derivingLease(organization), node);
        if (hold == null) {
            return null;
        }
        Patience patience = new Patience(turning::sleep, () -> keep(turning));
        Generation generation =
                new Generation(organization, registry.organizations().generation(organization));
        DerivedState opened = files.open(generation);
        // At worst for nothing: when an organization's first import is there before its first
        // deriver.
        if (opened.isNew() && !registry.decisions().all(organization, 0, 1).isEmpty()) {
            opened.close();
            rebuild(turning, hold);
            return null;
        }
        state = opened;
        // Also ends what a rebuild that was cut off at its end had begun.
        patience.whileBusy(() -> {
            pipeline.writer().prepare(generation);
            pipeline.writer().promote(generation);
            return generation;
        });
        files.keepOnly(generation);
        Derivation begun =
                new Derivation(
                        pipeline,
                        generation,
                        opened,
                        patience,
                        outcome -> attend(outcome, generation, opened, patience));
        derivation = begun;
        return begun;
    }

    private void rebuild(Loop turning, Hold deriving) {
        try (Hold rebuilding =
                Hold.take(registry.leases(), Rebuild.lease(organization), pipeline.node())) {
            if (rebuilding != null) {
                new Rebuild(pipeline, files)
                        .run(
                                organization,
                                List.of(deriving, rebuilding),
                                () -> goOn(turning),
                                turning::sleep,
                                share -> {});
            }
        } finally {
            leave();
        }
    }

    private void attend(
            Step.Outcome outcome, Generation generation, DerivedState known, Patience patience) {
        switch (outcome) {
            case Step.Outcome.Derived derived -> {
                Map<Integer, Long> ends = registry.ledger().ends(derived.imported());
                patience.until(() -> indexed.reached(ends));
                refresh(generation, patience);
                settlement.settled(derived.imported());
            }
            case Step.Outcome.Judged judged -> refresh(generation, patience);
            case Step.Outcome.Withdrawn withdrawn -> {
                Map<Integer, Long> ends =
                        new Tombstones(pipeline.sender(), pipeline.topics())
                                .remove(organization, withdrawn.imported(), known);
                patience.until(() -> indexed.reached(ends));
                refresh(generation, patience);
                settlement.undone(withdrawn.imported());
            }
        }
    }

    private void refresh(Generation generation, Patience patience) {
        patience.whileBusy(() -> {
            pipeline.writer().refresh(generation);
            return generation;
        });
    }

    private void keep(Loop turning) {
        goOn(turning);
        if (hold != null) {
            hold.keep();
        }
    }

    private static void goOn(Loop turning) {
        if (!turning.isOpen()) {
            throw new StoppedException();
        }
    }

    private void leave() {
        if (derivation != null) {
            derivation.close();
            derivation = null;
        }
        DerivedState left = state;
        state = null;
        if (left != null) {
            left.close();
        }
        if (hold != null) {
            hold.close();
            hold = null;
        }
    }

    /** The node stops in the middle of a turn. */
    private static final class StoppedException extends RuntimeException {
        private static final long serialVersionUID = 1;
    }
}
