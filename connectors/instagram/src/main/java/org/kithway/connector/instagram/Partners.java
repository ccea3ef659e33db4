package org.kithway.connector.instagram;

import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Counts who takes part in conversations between two: only the owner does in nearly all. */
final class Partners {
    private static final int MOST_NAMES = 20_000;
    private static final int ENOUGH = 2;

    private final Map<String, Integer> counts = new HashMap<>();
    private int conversations;

    void note(Layout layout) {
        List<String> two = layout.participants().stream().distinct().toList();
        if (two.size() == 2 && counts.size() < MOST_NAMES) {
            conversations++;
            two.forEach(name -> counts.merge(name, 1, Integer::sum));
        }
    }

    /** The owner's name, or null if none stands out. */
    @Nullable String likelyOwner() {
        int most = counts.values().stream().mapToInt(Integer::intValue).max().orElse(0);
        List<String> first =
                counts.entrySet().stream()
                        .filter(count -> count.getValue() == most)
                        .map(Map.Entry::getKey)
                        .toList();
        boolean standsOut = first.size() == 1 && most >= ENOUGH && 10L * most >= 9L * conversations;
        return standsOut ? first.getFirst() : null;
    }
}
