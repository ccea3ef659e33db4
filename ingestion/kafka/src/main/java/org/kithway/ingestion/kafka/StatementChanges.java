package org.kithway.ingestion.kafka;

import org.jspecify.annotations.Nullable;
import org.kithway.ingestion.Assertion;
import org.kithway.model.AccountId;
import org.kithway.search.Change;
import org.kithway.search.DocumentWriter;
import org.kithway.search.DocumentWriter.Refusal;
import org.kithway.search.Generation;
import org.kithway.search.StatementDocument;
import org.kithway.search.StoreBusyException;

import java.util.ArrayList;
import java.util.List;

/**
 * Statements to write and to remove. A key is put once and then removed at most once, so that fixed
 * versions order both: a removal wins, and replays change nothing.
 */
final class StatementChanges {
    private static final long PUT = 1;
    private static final long REMOVE = 2;

    private final List<Change> puts = new ArrayList<>();
    private final List<Change> removals = new ArrayList<>();

    void put(Assertion assertion) {
        AccountId subject = assertion.fact().subject();
        AccountId object = assertion.fact().object();
        puts.add(
                new Change.PutStatement(
                        new StatementDocument(
                                assertion.key(),
                                assertion.layer(),
                                assertion.imported(),
                                assertion.part(),
                                assertion.place(),
                                object == null ? List.of(subject) : List.of(subject, object),
                                assertion.fact())));
    }

    void remove(String key) {
        removals.add(new Change.RemoveStatement(key));
    }

    int size() {
        return puts.size() + removals.size();
    }

    void clear() {
        puts.clear();
        removals.clear();
    }

    /**
     * @throws StoreBusyException if not all were applied; all may be written again
     */
    List<Refusal> write(DocumentWriter writer, Generation generation) {
        List<Refusal> refusals = new ArrayList<>();
        if (!puts.isEmpty()) {
            refusals.addAll(writer.write(generation, puts, PUT));
        }
        if (!removals.isEmpty()) {
            refusals.addAll(writer.write(generation, removals, REMOVE));
        }
        return refusals;
    }

    /** The statement's id, or null if the change is about no statement. */
    static @Nullable String id(Change change) {
        return switch (change) {
            case Change.PutStatement put -> put.statement().id();
            case Change.RemoveStatement remove -> remove.id();
            case Change.PutPerson other -> null;
            case Change.RemovePerson other -> null;
            case Change.PutEvidence other -> null;
            case Change.RemoveEvidence other -> null;
            case Change.Override other -> null;
        };
    }
}
