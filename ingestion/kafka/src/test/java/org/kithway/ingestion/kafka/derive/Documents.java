package org.kithway.ingestion.kafka.derive;

import org.jspecify.annotations.Nullable;
import org.kithway.model.Layer;
import org.kithway.model.MemberId;
import org.kithway.model.PersonId;
import org.kithway.search.Change;
import org.kithway.search.EvidenceDocument;
import org.kithway.search.PersonDocument;
import org.kithway.search.TieChange;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** What stores hold once they applied all changes; notes the changes that changed nothing. */
record Documents(
        Map<String, PersonDocument> people,
        Map<String, EvidenceDocument> evidence,
        Map<String, TieChange.State> ties,
        Map<MemberId, List<PersonId>> overridden,
        List<String> idle) {
    Documents() {
        this(new TreeMap<>(), new TreeMap<>(), new TreeMap<>(), new TreeMap<>(), new ArrayList<>());
    }

    static String key(Layer layer, Object id) {
        return layer + " " + id;
    }

    static String pair(Layer layer, PersonId a, PersonId b) {
        return layer + " " + a + " " + b;
    }

    void apply(Step step) {
        step.changes().forEach(this::apply);
        step.ties().forEach(this::apply);
    }

    private void apply(Change change) {
        Object before =
                switch (change) {
                    case Change.PutPerson put ->
                            same(
                                    put.person(),
                                    people.put(
                                            key(put.person().layer(), put.person().id()),
                                            put.person()));
                    case Change.RemovePerson remove ->
                            same(null, people.remove(key(remove.layer(), remove.person())));
                    case Change.PutEvidence put ->
                            same(
                                    put.evidence(),
                                    evidence.put(
                                            key(put.evidence().layer(), put.evidence().id()),
                                            put.evidence()));
                    case Change.RemoveEvidence remove ->
                            same(null, evidence.remove(key(remove.layer(), remove.id())));
                    case Change.Override override ->
                            override.people().isEmpty()
                                    ? same(null, overridden.remove(override.member()))
                                    : same(
                                            override.people(),
                                            overridden.put(override.member(), override.people()));
                    case Change.PutStatement put -> throw new AssertionError(put);
                    case Change.RemoveStatement remove -> throw new AssertionError(remove);
                };
        if (before.equals(true)) {
            idle.add(change.toString());
        }
    }

    private void apply(TieChange change) {
        String key = pair(change.layer(), change.a(), change.b());
        boolean same =
                change.state() instanceof TieChange.State.Silent
                        ? same(null, ties.remove(key))
                        : same(change.state(), ties.put(key, change.state()));
        if (same) {
            idle.add(change.toString());
        }
    }

    private static boolean same(@Nullable Object now, @Nullable Object before) {
        return Objects.equals(now, before);
    }

    Documents inLayer(Layer layer) {
        Documents part = new Documents();
        String prefix = layer + " ";
        people.forEach((key, value) -> {
            if (key.startsWith(prefix)) {
                part.people.put(key, value);
            }
        });
        evidence.forEach((key, value) -> {
            if (key.startsWith(prefix)) {
                part.evidence.put(key, value);
            }
        });
        ties.forEach((key, value) -> {
            if (key.startsWith(prefix)) {
                part.ties.put(key, value);
            }
        });
        MemberId member = layer.member();
        if (member != null && overridden.containsKey(member)) {
            part.overridden.put(member, overridden.get(member));
        }
        return part;
    }

    /** What is said of pairs, as though it was said just now. */
    List<TieChange> tieChanges() {
        List<TieChange> changes = new ArrayList<>();
        ties.forEach((key, state) -> {
            String[] parts = key.split(" ", 3);
            changes.add(
                    new TieChange(
                            Layer.parse(parts[0]),
                            new PersonId(parts[1]),
                            new PersonId(parts[2]),
                            state));
        });
        return changes;
    }
}
