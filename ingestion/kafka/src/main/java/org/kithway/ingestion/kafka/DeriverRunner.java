package org.kithway.ingestion.kafka;

import org.jspecify.annotations.Nullable;
import org.kithway.ingestion.Settlement;
import org.kithway.ingestion.kafka.derive.DerivedState;
import org.kithway.model.OrganizationId;
import org.kithway.registry.Organization;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Derives, of all organizations, those that no other node derives; any number of nodes. What an
 * import comes to is settled when all that it says can be found.
 */
public final class DeriverRunner implements AutoCloseable {
    private static final Duration LOOK_FOR_ORGANIZATIONS = Duration.ofSeconds(1);

    private final Pipeline pipeline;
    private final Settlement settlement;
    private final StateFiles files;
    private final Map<OrganizationId, OrganizationDeriver> derivers = new ConcurrentHashMap<>();
    private final Loop loop;

    private DeriverRunner(Pipeline pipeline, Settlement settlement, Path folder) {
        this.pipeline = pipeline;
        this.settlement = settlement;
        this.files = new StateFiles(folder);
        this.loop = Loop.start("derivers", this::turn, () -> {});
    }

    /**
     * @param folder this node's own, for what can be built again from the logs
     */
    public static DeriverRunner start(Pipeline pipeline, Settlement settlement, Path folder) {
        return new DeriverRunner(pipeline, settlement, folder);
    }

    private void turn(Loop turning) {
        for (Organization organization : pipeline.registry().organizations().all()) {
            derivers.computeIfAbsent(
                    organization.id(),
                    id -> new OrganizationDeriver(pipeline, settlement, files, id));
        }
        turning.sleep(LOOK_FOR_ORGANIZATIONS);
    }

    /** What this node remembers of the organization, or null if it does not derive it. */
    @Nullable DerivedState state(OrganizationId organization) {
        OrganizationDeriver deriver = derivers.get(organization);
        return deriver == null ? null : deriver.state();
    }

    /** Why deriving is held up, or null if it is not. */
    public @Nullable String failure() {
        String own = loop.failure();
        return own != null
                ? own
                : derivers.values().stream()
                        .map(OrganizationDeriver::failure)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null);
    }

    @Override
    public void close() {
        loop.close();
        derivers.values().forEach(OrganizationDeriver::close);
    }
}
