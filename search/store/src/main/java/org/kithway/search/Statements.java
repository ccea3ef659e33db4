package org.kithway.search;

import org.jspecify.annotations.Nullable;
import org.kithway.model.AccountId;
import org.kithway.model.ImportId;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** What the imports say, statement by statement. */
public interface Statements {
    /**
     * The statements about any of the accounts that the viewer may see, ordered by id, at most the
     * limit.
     *
     * @param active the imports that count, with their kinds of file that do; null for all
     * @throws StoreBusyException if the store cannot answer now
     */
    List<StatementDocument> about(
            Viewer viewer,
            Set<AccountId> accounts,
            @Nullable Map<ImportId, Set<String>> active,
            int limit);

    /**
     * Hands on the ids of all statements of an import, in ascending order, each once, without
     * holding them all in memory. Only statements that were visible to searches before the call are
     * sure to be among them.
     *
     * @throws StoreBusyException if the store cannot answer now
     */
    void keys(Generation generation, ImportId imported, Consumer<String> keys);
}
