package org.kithway.web;

import org.jspecify.annotations.Nullable;
import org.kithway.ingestion.Projections;
import org.kithway.model.ImportId;
import org.kithway.model.OrganizationId;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Says what a check and a rebuild would. */
final class TestProjections implements Projections {
    static final ImportId IMPORT = new ImportId("imp_checked");

    private final Map<OrganizationId, RebuildState> states = new ConcurrentHashMap<>();

    @Override
    public List<Check> verify(OrganizationId organization) {
        return List.of(
                new Check(IMPORT, "ledger adds up", null),
                new Check(null, "people", "3 in the index, 4 derived"));
    }

    @Override
    public boolean rebuild(OrganizationId organization) {
        return states.putIfAbsent(organization, new RebuildState(true, 0.25, null)) == null;
    }

    @Override
    public @Nullable RebuildState rebuildState(OrganizationId organization) {
        return states.get(organization);
    }

    @Override
    public int replayDeadLetters(OrganizationId organization) {
        return 2;
    }
}
