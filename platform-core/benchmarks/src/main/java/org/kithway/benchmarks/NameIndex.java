package org.kithway.benchmarks;

import org.kithway.identity.name.NameComparison;
import org.kithway.identity.name.PersonName;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds names by their blocking keys, the likeliest first. */
final class NameIndex {
    private final List<PersonName> names;
    private final Map<String, List<Integer>> byKey = new HashMap<>();

    NameIndex(List<String> names) {
        this.names = names.stream().map(PersonName::of).toList();
        for (int i = 0; i < names.size(); i++) {
            for (String key : this.names.get(i).blockingKeys()) {
                byKey.computeIfAbsent(key, _ -> new ArrayList<>()).add(i);
            }
        }
    }

    /** The places of the names that share a key with it. */
    List<Integer> ranked(String query) {
        PersonName name = PersonName.of(query);
        Set<Integer> candidates = new HashSet<>();
        name.blockingKeys().forEach(key -> candidates.addAll(byKey.getOrDefault(key, List.of())));
        Map<Integer, Double> scores = new HashMap<>();
        candidates.forEach(c -> scores.put(c, NameComparison.of(name, names.get(c)).score()));
        return candidates.stream()
                .sorted(
                        Comparator.comparing((Integer c) -> scores.getOrDefault(c, 0.0))
                                .reversed()
                                .thenComparing(Comparator.naturalOrder()))
                .toList();
    }
}
