package org.kithway.ingestion;

import org.jspecify.annotations.Nullable;
import org.kithway.model.ImportId;
import org.kithway.registry.FileLedger;
import org.kithway.registry.Import.State;
import org.kithway.registry.Registry;

import java.util.List;
import java.util.Set;

/** How an import comes to its end once everything that it says can be found, or is forgotten. */
public final class Settlement {
    private final Registry registry;

    public Settlement(Registry registry) {
        this.registry = registry;
    }

    /**
     * The stores hold what the import says: it is completed, or needs attention where a file could
     * not be read as it should.
     */
    public void settled(ImportId id) {
        String fault = attention(registry.ledger().files(id));
        State end = fault == null ? State.COMPLETED : State.NEEDS_ATTENTION;
        registry.imports().transition(id, Set.of(State.SETTLING), end, fault);
    }

    /** The stores hold nothing any more that only the import said. */
    public void undone(ImportId id) {
        registry.imports().transition(id, Set.of(State.UNDOING), State.UNDONE, null);
    }

    private static @Nullable String attention(List<FileLedger> files) {
        if (files.stream().mapToLong(FileLedger::kept).sum() == 0) {
            return "nothing could be kept of this archive: see what its files say";
        }
        long faulty = files.stream().filter(FileLedger::faulty).count();
        return faulty == 0
                ? null
                : faulty == 1 ? "one file needs attention" : faulty + " files need attention";
    }
}
