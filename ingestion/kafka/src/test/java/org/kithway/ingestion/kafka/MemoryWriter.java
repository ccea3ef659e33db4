package org.kithway.ingestion.kafka;

import org.jspecify.annotations.Nullable;
import org.kithway.model.AccountId;
import org.kithway.model.ImportId;
import org.kithway.search.Change;
import org.kithway.search.DocumentWriter;
import org.kithway.search.EvidenceDocument;
import org.kithway.search.Generation;
import org.kithway.search.Inventory;
import org.kithway.search.PersonDocument;
import org.kithway.search.StatementDocument;
import org.kithway.search.Statements;
import org.kithway.search.StoreBusyException;
import org.kithway.search.Viewer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Keeps documents by the rules of the port, remembers what was asked, is busy or refuses at will.
 */
final class MemoryWriter implements DocumentWriter, Statements, Inventory {
    private final Map<Generation, Map<String, Stored>> generations = new HashMap<>();
    private int busyFor;
    private int answeredBusy;
    private Predicate<Change> refused = change -> false;
    private @Nullable Generation promoted;

    private record Stored(long version, @Nullable Change put) {}

    synchronized void beBusyFor(int requests) {
        busyFor = requests;
    }

    synchronized int answeredBusy() {
        return answeredBusy;
    }

    synchronized void refuse(Predicate<Change> changes) {
        refused = changes;
    }

    @Override
    public synchronized void prepare(Generation generation) {
        generations.computeIfAbsent(generation, key -> new TreeMap<>());
    }

    @Override
    public synchronized List<Refusal> write(
            Generation generation, List<Change> changes, long version) {
        Map<String, Stored> documents = generations.get(generation);
        if (documents == null) {
            throw new IllegalStateException("not prepared: " + generation);
        }
        List<Refusal> refusals = new ArrayList<>();
        boolean busy = busyFor > 0;
        for (Change change : busy ? changes.subList(0, changes.size() / 2) : changes) {
            if (refused.test(change)) {
                refusals.add(new Refusal(change, "it is not wanted"));
                continue;
            }
            Stored stored = documents.get(id(change));
            if (stored == null || stored.version() <= version) {
                documents.put(id(change), new Stored(version, isPut(change) ? change : null));
            }
        }
        if (busy) {
            busyFor--;
            answeredBusy++;
            throw new StoreBusyException("come back later");
        }
        return refusals;
    }

    @Override
    public synchronized void promote(Generation generation) {
        prepare(generation);
        promoted = generation;
        generations.keySet().removeIf(other -> !other.equals(generation));
    }

    @Override
    public void refresh(Generation generation) {}

    synchronized @Nullable Generation promoted() {
        return promoted;
    }

    /** All that a generation holds, by id. */
    synchronized Map<String, Change> documents(Generation generation) {
        Map<String, Change> documents = new TreeMap<>();
        generations
                .getOrDefault(generation, Map.of())
                .forEach((id, stored) -> {
                    if (stored.put() != null) {
                        documents.put(id, stored.put());
                    }
                });
        return documents;
    }

    List<String> statements(Generation generation) {
        return documents(generation).keySet().stream()
                .filter(id -> id.startsWith("statement/"))
                .map(id -> id.substring("statement/".length()))
                .toList();
    }

    @Override
    public List<StatementDocument> about(
            Viewer viewer,
            Set<AccountId> accounts,
            @Nullable Map<ImportId, Set<String>> active,
            int limit) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void keys(Generation generation, ImportId imported, Consumer<String> keys) {
        statements(generation).stream()
                .filter(key -> key.contains(":" + imported + ":"))
                .forEach(keys);
    }

    @Override
    public void people(Generation generation, Consumer<PersonDocument> action) {
        documents(generation)
                .values()
                .forEach(change -> {
                    if (change instanceof Change.PutPerson put) {
                        action.accept(put.person());
                    }
                });
    }

    @Override
    public void evidence(Generation generation, Consumer<EvidenceDocument> action) {
        documents(generation)
                .values()
                .forEach(change -> {
                    if (change instanceof Change.PutEvidence put) {
                        action.accept(put.evidence());
                    }
                });
    }

    private static boolean isPut(Change change) {
        return switch (change) {
            case Change.PutPerson put -> true;
            case Change.PutEvidence put -> true;
            case Change.PutStatement put -> true;
            case Change.Override override -> true;
            case Change.RemovePerson remove -> false;
            case Change.RemoveEvidence remove -> false;
            case Change.RemoveStatement remove -> false;
        };
    }

    private static String id(Change change) {
        return switch (change) {
            case Change.PutPerson put -> "person/" + put.person().layer() + "/" + put.person().id();
            case Change.RemovePerson remove -> "person/" + remove.layer() + "/" + remove.person();
            case Change.PutEvidence put ->
                    "evidence/" + put.evidence().layer() + "/" + put.evidence().id();
            case Change.RemoveEvidence remove -> "evidence/" + remove.layer() + "/" + remove.id();
            case Change.PutStatement put -> "statement/" + put.statement().id();
            case Change.RemoveStatement remove -> "statement/" + remove.id();
            case Change.Override override -> "override/" + override.member();
        };
    }
}
