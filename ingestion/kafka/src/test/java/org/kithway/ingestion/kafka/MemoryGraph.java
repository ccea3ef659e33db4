package org.kithway.ingestion.kafka;

import org.jspecify.annotations.Nullable;
import org.kithway.search.Generation;
import org.kithway.search.TieChange;
import org.kithway.search.TieUpdates;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Keeps ties by the rules of the port, and remembers what it was told. */
final class MemoryGraph implements TieUpdates {
    private final Map<Generation, Map<String, TieChange>> ties = new HashMap<>();
    private final Map<Generation, Long> offsets = new HashMap<>();
    private final List<TieChange> told = new ArrayList<>();
    private @Nullable Generation promoted;

    @Override
    public synchronized void apply(Generation generation, List<TieChange> changes, long offset) {
        Map<String, TieChange> known = ties.computeIfAbsent(generation, key -> new TreeMap<>());
        for (TieChange change : changes) {
            String pair = change.layer() + "/" + change.a() + "/" + change.b();
            if (change.state() instanceof TieChange.State.Silent) {
                known.remove(pair);
            } else {
                known.put(pair, change);
            }
        }
        told.addAll(changes);
        offsets.put(generation, offset);
    }

    @Override
    public synchronized long offset(Generation generation) {
        return offsets.getOrDefault(generation, 0L);
    }

    @Override
    public synchronized void promote(Generation generation) {
        promoted = generation;
        ties.keySet().removeIf(other -> other.number() < generation.number());
    }

    @Override
    public synchronized void each(Generation generation, Consumer<TieChange> action) {
        ties.getOrDefault(generation, Map.of()).values().forEach(action);
    }

    synchronized Map<String, TieChange> ties(Generation generation) {
        return new TreeMap<>(ties.getOrDefault(generation, Map.of()));
    }

    synchronized int told() {
        return told.size();
    }

    synchronized @Nullable Generation promoted() {
        return promoted;
    }
}
