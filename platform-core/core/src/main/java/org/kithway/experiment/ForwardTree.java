package org.kithway.experiment;

import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Who had an ask from whom, rebuilt from the codes that were used.
 *
 * @param seen the codes that somebody used, sorted
 * @param gaps those of people in between of whom nothing else was seen, sorted
 * @param breadth how many codes there are at each depth, gaps among them
 */
public record ForwardTree(SortedSet<String> seen, SortedSet<String> gaps, List<Integer> breadth) {
    public ForwardTree {
        seen = java.util.Collections.unmodifiableSortedSet(new TreeSet<>(seen));
        gaps = java.util.Collections.unmodifiableSortedSet(new TreeSet<>(gaps));
        breadth = List.copyOf(breadth);
    }

    /** O(codes depth). */
    public static ForwardTree of(Collection<Code> used) {
        SortedSet<String> seen = new TreeSet<>();
        used.forEach(code -> seen.add(code.text()));
        SortedSet<String> all = new TreeSet<>();
        SortedMap<Integer, Integer> counts = new TreeMap<>();
        for (Code code : used) {
            for (Code one : code.line()) {
                if (all.add(one.text())) {
                    counts.merge(one.depth(), 1, Integer::sum);
                }
            }
        }
        SortedSet<String> gaps = new TreeSet<>(all);
        gaps.removeAll(seen);
        return new ForwardTree(seen, gaps, List.copyOf(counts.values()));
    }

    /** How often an ask was passed on at most, one after the other. */
    public int depth() {
        return Math.max(0, breadth.size() - 1);
    }

    /** How many new readers each reader led to, on average; 0 of none. */
    public double reproduction() {
        int all = breadth.stream().mapToInt(Integer::intValue).sum();
        return all == 0 ? 0 : (double) (all - breadth.getFirst()) / all;
    }
}
