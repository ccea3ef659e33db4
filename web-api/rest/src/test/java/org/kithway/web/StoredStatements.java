package org.kithway.web;

import org.jspecify.annotations.Nullable;
import org.kithway.model.AccountId;
import org.kithway.model.ImportId;
import org.kithway.model.OrganizationId;
import org.kithway.search.Generation;
import org.kithway.search.StatementDocument;
import org.kithway.search.Statements;
import org.kithway.search.Viewer;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Statements in memory. */
final class StoredStatements implements Statements {
    private final Map<OrganizationId, List<StatementDocument>> all = new ConcurrentHashMap<>();

    void put(OrganizationId organization, StatementDocument statement) {
        all.computeIfAbsent(organization, o -> new CopyOnWriteArrayList<>()).add(statement);
    }

    @Override
    public List<StatementDocument> about(
            Viewer viewer,
            Set<AccountId> accounts,
            @Nullable Map<ImportId, Set<String>> active,
            int limit) {
        return all.getOrDefault(viewer.organization(), List.of()).stream()
                .filter(s -> !Collections.disjoint(s.accounts(), accounts))
                .filter(s ->
                        active == null
                                || active.getOrDefault(s.imported(), Set.of()).contains(s.part()))
                .limit(limit)
                .toList();
    }

    @Override
    public void keys(Generation generation, ImportId imported, Consumer<String> keys) {
        all.getOrDefault(generation.organization(), List.of()).stream()
                .filter(s -> s.imported().equals(imported))
                .map(StatementDocument::id)
                .sorted()
                .forEach(keys);
    }
}
