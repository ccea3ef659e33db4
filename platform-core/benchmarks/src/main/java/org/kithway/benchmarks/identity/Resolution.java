package org.kithway.benchmarks.identity;

import org.kithway.identity.Clustering;
import org.kithway.identity.IdentityModel;
import org.kithway.identity.Reference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Resolves references in memory: blocks, compares, groups; at first all, then new ones, which touch
 * only the groups of those whom they are compared with. A block that outgrows the cap as it grows
 * is no longer looked at for new references.
 */
public final class Resolution {
    /** How many references may share a blocking key that still makes them candidates. */
    private static final int MOST = 60;

    private static final int BITS = 24;
    private static final int NUMBER = (1 << BITS) - 1;

    private final IdentityModel model;
    private final List<Reference> references = new ArrayList<>();
    private final Map<Integer, List<Clustering.Edge>> edges = new TreeMap<>();
    private final Map<Long, List<Integer>> added = new TreeMap<>();
    private long[] blocks = {};
    private long compared;

    public Resolution(IdentityModel model) {
        this.model = model;
    }

    /** How many pairs have been compared. */
    public long compared() {
        return compared;
    }

    /** Resolves references among each other. */
    public void all(List<Reference> first) {
        references.addAll(first);
        blocks =
                IntStream.range(0, first.size())
                        .parallel()
                        .mapToObj(this::entries)
                        .flatMapToLong(Arrays::stream)
                        .toArray();
        Arrays.parallelSort(blocks);
        long[] pairs = pairs();
        compared += pairs.length;
        Arrays.stream(pairs)
                .parallel()
                .mapToObj(this::edge)
                .flatMap(Collection::stream)
                .toList()
                .forEach(this::put);
    }

    /** Resolves new references against those that are here. */
    public SortedSet<Integer> add(List<Reference> more) {
        SortedSet<Integer> touched = new TreeSet<>();
        for (Reference reference : more) {
            int number = references.size();
            references.add(reference);
            SortedSet<Integer> candidates = new TreeSet<>();
            for (long entry : entries(number)) {
                List<Integer> block = block(entry >>> BITS);
                if (block.size() < MOST) {
                    candidates.addAll(block);
                }
                added.computeIfAbsent(entry >>> BITS, key -> new ArrayList<>()).add(number);
            }
            compared += candidates.size();
            candidates.stream()
                    .flatMap(other -> edge((long) other << 32 | number).stream())
                    .forEach(this::put);
            touched.add(number);
        }
        return touched;
    }

    /** The groups of more than one, of all references or of those that some are connected with. */
    public List<SortedSet<Integer>> groups(Collection<Integer> from) {
        List<SortedSet<Integer>> groups = new ArrayList<>();
        boolean[] seen = new boolean[references.size()];
        for (int node : from) {
            if (seen[node] || !edges.containsKey(node)) {
                continue;
            }
            List<Integer> open = new ArrayList<>(List.of(node));
            List<Clustering.Edge> within = new ArrayList<>();
            seen[node] = true;
            for (int i = 0; i < open.size(); i++) {
                int one = open.get(i);
                for (Clustering.Edge edge : edges.getOrDefault(one, List.of())) {
                    int other = edge.one() == one ? edge.other() : edge.one();
                    if (edge.one() == one) {
                        within.add(edge);
                    }
                    if (!seen[other]) {
                        seen[other] = true;
                        open.add(other);
                    }
                }
            }
            Clustering.of(open, within, List.of(), List.of(), model.same(), model.doubtful())
                    .clusters()
                    .stream()
                    .filter(group -> group.size() > 1)
                    .forEach(groups::add);
        }
        return groups;
    }

    private long[] entries(int number) {
        return model.blockingKeys(references.get(number)).all().stream()
                .mapToLong(key -> hash(key) << BITS | number)
                .toArray();
    }

    private long[] pairs() {
        long[] found = new long[1 << 20];
        int size = 0;
        for (int start = 0; start < blocks.length; ) {
            int end = start + 1;
            while (end < blocks.length && blocks[end] >>> BITS == blocks[start] >>> BITS) {
                end++;
            }
            for (int i = start; i < end && end - start <= MOST; i++) {
                for (int j = i + 1; j < end; j++) {
                    if (size == found.length) {
                        found = Arrays.copyOf(found, size * 2);
                    }
                    found[size++] = (blocks[i] & NUMBER) << 32 | blocks[j] & NUMBER;
                }
            }
            start = end;
        }
        Arrays.parallelSort(found, 0, size);
        int kept = 0;
        for (int i = 0; i < size; i++) {
            if (i == 0 || found[i] != found[i - 1]) {
                found[kept++] = found[i];
            }
        }
        return Arrays.copyOf(found, kept);
    }

    private List<Integer> block(long key) {
        List<Integer> block = new ArrayList<>(added.getOrDefault(key, List.of()));
        int at = Arrays.binarySearch(blocks, key << BITS);
        for (int i = at < 0 ? -at - 1 : at;
                i < blocks.length && blocks[i] >>> BITS == key && block.size() < MOST;
                i++) {
            block.add((int) blocks[i] & NUMBER);
        }
        return block;
    }

    private List<Clustering.Edge> edge(long pair) {
        int one = (int) (pair >>> 32);
        int other = (int) pair;
        double bits = model.compare(references.get(one), references.get(other)).bits();
        return bits < model.doubtful() ? List.of() : List.of(new Clustering.Edge(one, other, bits));
    }

    private void put(Clustering.Edge edge) {
        Stream.of(edge.one(), edge.other())
                .forEach(node -> edges.computeIfAbsent(node, key -> new ArrayList<>(2)).add(edge));
    }

    private static long hash(String text) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
        }
        hash ^= hash >>> 32;
        hash *= 0x9E3779B97F4A7C15L;
        return (hash ^ hash >>> 29) >>> BITS;
    }
}
