package org.kithway.benchmarks.identity;

import org.jspecify.annotations.Nullable;
import org.kithway.identity.match.Column;
import org.kithway.identity.match.Linkage;
import org.kithway.identity.match.LinkageModel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Two tables in each of which an entity stands once at most, and which pairs are of one entity. So
 * the heaviest link of two records is taken, and neither has another.
 *
 * @param truth the record of the left table in the upper half, that of the right one counted on
 *     from the left one's last in the lower half
 */
record TwoRegisters(CsvTable left, CsvTable right, Set<Long> truth) implements DataSet {
    /** The tables that a third one maps to each other, or null if it is no such map. */
    static @Nullable TwoRegisters mapped(CsvTable map, List<CsvTable> tables) {
        if (map.headings().size() != 2
                || !map.headings().stream().allMatch(heading -> heading.startsWith("id"))) {
            return null;
        }
        CsvTable left = holding(map.column(0), tables);
        CsvTable right = holding(map.column(1), tables);
        if (left == null || right == null) {
            return null;
        }
        Map<String, Integer> lefts = numbers(left);
        Map<String, Integer> rights = numbers(right);
        Set<Long> truth = new HashSet<>();
        for (List<String> row : map.rows()) {
            Integer one = lefts.get(row.get(0));
            Integer other = rights.get(row.get(1));
            if (one != null && other != null) {
                truth.add((long) one << 32 | (left.rows().size() + other));
            }
        }
        return new TwoRegisters(left, right, truth);
    }

    /** Two tables that each name an entity once, and tell which, or null. */
    static @Nullable TwoRegisters alike(CsvTable left, CsvTable right) {
        List<String> lefts = Register.truth(left);
        List<String> rights = Register.truth(right);
        if (lefts == null
                || rights == null
                || !left.headings().equals(right.headings())
                || new HashSet<>(lefts).size() < lefts.size()
                || new HashSet<>(rights).size() < rights.size()) {
            return null;
        }
        Map<String, Integer> known = new HashMap<>();
        for (int i = 0; i < lefts.size(); i++) {
            known.put(lefts.get(i), i);
        }
        Set<Long> truth = new HashSet<>();
        for (int i = 0; i < rights.size(); i++) {
            Integer one = known.get(rights.get(i));
            if (one != null) {
                truth.add((long) one << 32 | (lefts.size() + i));
            }
        }
        return new TwoRegisters(left, right, truth);
    }

    private static @Nullable CsvTable holding(List<String> ids, List<CsvTable> tables) {
        for (CsvTable table : tables) {
            if (table.headings().contains("id") && numbers(table).keySet().containsAll(ids)) {
                return table;
            }
        }
        return null;
    }

    private static Map<String, Integer> numbers(CsvTable table) {
        Map<String, Integer> numbers = new HashMap<>();
        for (String id : table.column(table.headings().indexOf("id"))) {
            numbers.put(id, numbers.size());
        }
        return numbers;
    }

    @Override
    public String name() {
        return left.name() + " - " + right.name();
    }

    @Override
    public Result measure() {
        List<Column> columns = Meaning.columns(List.of(left, right));
        int border = left.rows().size();
        Linkage linkage = new Linkage(columns);
        Linkage.Admission across = (one, other) -> one < border != other < border;
        long[] candidates =
                Arrays.stream(linkage.candidates())
                        .filter(pair -> across.admits((int) (pair >>> 32), (int) pair))
                        .toArray();
        double universe = (double) border * right.rows().size();
        LinkageModel model = linkage.learn(candidates, universe, across);
        List<Linkage.Link> links = linkage.links(model, candidates, Groups.EVEN);
        return Score.ofLinks(oneToOne(links), truth).result(border + right.rows().size());
    }

    private static Set<Long> oneToOne(List<Linkage.Link> links) {
        List<Linkage.Link> heaviestFirst = new ArrayList<>(links);
        heaviestFirst.sort(
                Comparator.comparingDouble((Linkage.Link link) -> -link.bits())
                        .thenComparingInt(Linkage.Link::one)
                        .thenComparingInt(Linkage.Link::other));
        Set<Long> taken = new HashSet<>();
        BitSet linked = new BitSet();
        for (Linkage.Link link : heaviestFirst) {
            if (!linked.get(link.one()) && !linked.get(link.other())) {
                linked.set(link.one());
                linked.set(link.other());
                taken.add((long) link.one() << 32 | link.other());
            }
        }
        return taken;
    }
}
