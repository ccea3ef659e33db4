package org.kithway.benchmarks.identity;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How good a grouping of records is.
 *
 * @param precision of pairs in one group: the share that belongs there
 * @param recall of pairs that belong in one group: the share that is there
 * @param clusterPrecision the share of groups that are exactly an entity
 * @param clusterRecall the share of entities that are exactly a group
 */
record Score(double precision, double recall, double clusterPrecision, double clusterRecall) {
    /**
     * Compares groups with the truth.
     *
     * @param groups all records, each in one group
     * @param truth by record, which entity it is of
     */
    static Score of(Collection<? extends Collection<Integer>> groups, List<String> truth) {
        Map<String, Set<Integer>> entities = new HashMap<>();
        for (int record = 0; record < truth.size(); record++) {
            entities.computeIfAbsent(truth.get(record), key -> new HashSet<>()).add(record);
        }
        long found = 0;
        long right = 0;
        int exact = 0;
        for (Collection<Integer> group : groups) {
            Map<String, Integer> mixture = new HashMap<>();
            group.forEach(record -> mixture.merge(truth.get(record), 1, Integer::sum));
            found += pairs(group.size());
            for (int part : mixture.values()) {
                right += pairs(part);
            }
            Set<Integer> entity = entities.get(truth.get(group.iterator().next()));
            exact += entity != null && entity.equals(new HashSet<>(group)) ? 1 : 0;
        }
        long sought = 0;
        for (Set<Integer> entity : entities.values()) {
            sought += pairs(entity.size());
        }
        return new Score(
                share(right, found),
                share(right, sought),
                share(exact, groups.size()),
                share(exact, entities.size()));
    }

    /** Of links between two registers, each of which names an entity once. */
    static Score ofLinks(Set<Long> links, Set<Long> truth) {
        long right = links.stream().filter(truth::contains).count();
        double precision = share(right, links.size());
        double recall = share(right, truth.size());
        return new Score(precision, recall, precision, recall);
    }

    DataSet.Result result(int records) {
        return new DataSet.Result(
                records,
                new DataSet.Figures(precision, recall, f1(precision, recall)),
                new DataSet.Figures(
                        clusterPrecision, clusterRecall, f1(clusterPrecision, clusterRecall)));
    }

    static double f1(double precision, double recall) {
        return precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
    }

    private static long pairs(long size) {
        return size * (size - 1) / 2;
    }

    private static double share(long part, long whole) {
        return whole == 0 ? 1 : (double) part / whole;
    }
}
