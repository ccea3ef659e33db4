package org.kithway.ingestion.kafka;

import org.jspecify.annotations.Nullable;
import org.kithway.ingestion.Projections;
import org.kithway.ingestion.kafka.DeadLetters.Letter;
import org.kithway.model.OrganizationId;
import org.kithway.registry.Import;
import org.kithway.registry.Leases;
import org.kithway.search.Inventory;
import org.kithway.search.Statements;
import org.kithway.search.TieUpdates;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Checks and rebuilds what is derived from the topics. */
public final class KafkaProjections implements Projections, AutoCloseable {
    private static final Duration MOMENT = Duration.ofSeconds(1);

    private final Pipeline pipeline;
    private final Verification verification;
    private final Rebuild rebuild;
    private final Map<OrganizationId, RebuildState> states = new ConcurrentHashMap<>();
    private final Map<OrganizationId, Loop> rebuilds = new ConcurrentHashMap<>();

    /**
     * @param folder the same that the derivers of this node use
     */
    public KafkaProjections(
            Pipeline pipeline,
            DeriverRunner derivers,
            Statements statements,
            Inventory inventory,
            TieUpdates graph,
            Path folder) {
        this.pipeline = pipeline;
        this.rebuild = new Rebuild(pipeline, new StateFiles(folder));
        this.verification =
                new Verification(
                        pipeline,
                        new FactFold(pipeline, folder.resolve("tmp")),
                        derivers,
                        statements,
                        inventory,
                        graph,
                        KafkaProjections::pause);
    }

    private static void pause() {
        try {
            Thread.sleep(MOMENT);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public List<Check> verify(OrganizationId organization) {
        return verification.run(organization);
    }

    @Override
    public boolean rebuild(OrganizationId organization) {
        Hold rebuilding =
                Hold.take(pipeline.registry().leases(), Rebuild.lease(organization), rebuilder());
        RebuildState present = states.get(organization);
        if (rebuilding == null || (present != null && present.running())) {
            return false;
        }
        states.put(organization, new RebuildState(true, 0, null));
        Loop former =
                rebuilds.put(
                        organization,
                        Loop.start(
                                "rebuild-" + organization,
                                loop -> run(loop, organization, rebuilding),
                                rebuilding::close));
        if (former != null) {
            former.close();
        }
        return true;
    }

    /** Another holder than this node's deriver, which must step aside like all others. */
    private String rebuilder() {
        return pipeline.node() + "/rebuild";
    }

    private void run(Loop loop, OrganizationId organization, Hold rebuilding) {
        String failure = null;
        try (Hold deriving = deriving(loop, organization, rebuilding)) {
            rebuild.run(
                    organization,
                    List.of(deriving, rebuilding),
                    () -> goOn(loop),
                    loop::sleep,
                    share -> states.put(organization, new RebuildState(true, share, null)));
        } catch (RuntimeException e) {
            failure = e.getClass().getSimpleName() + ": " + e.getMessage();
        }
        rebuilding.close();
        states.put(organization, new RebuildState(false, failure == null ? 1 : 0, failure));
        loop.close();
    }

    private Hold deriving(Loop loop, OrganizationId organization, Hold rebuilding) {
        Leases leases = pipeline.registry().leases();
        while (true) {
            goOn(loop);
            rebuilding.keep();
            Hold deriving = Hold.take(leases, Rebuild.derivingLease(organization), rebuilder());
            if (deriving != null) {
                return deriving;
            }
            loop.sleep(Duration.ofMillis(200));
        }
    }

    private static void goOn(Loop loop) {
        if (!loop.isOpen()) {
            throw new IllegalStateException("the node was stopped");
        }
    }

    @Override
    public @Nullable RebuildState rebuildState(OrganizationId organization) {
        return states.get(organization);
    }

    /** Letters of imports that were taken back or failed are dropped. */
    @Override
    public int replayDeadLetters(OrganizationId organization) {
        return pipeline.deadLetters()
                .replay(organization, letter -> isWanted(organization, letter));
    }

    private boolean isWanted(OrganizationId organization, Letter letter) {
        return letter.imported() == null
                || pipeline.registry()
                        .imports()
                        .find(organization, letter.imported())
                        .map(Import::state)
                        .filter(Import.State::isActive)
                        .isPresent();
    }

    /** Ends rebuilds that are under way; what answers goes on answering. */
    @Override
    public void close() {
        rebuilds.values().forEach(Loop::close);
    }
}
