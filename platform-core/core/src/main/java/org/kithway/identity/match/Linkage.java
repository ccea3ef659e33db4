package org.kithway.identity.match;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Links records: blocks, estimates, weighs. The same for records of any kind: what their fields
 * mean decides how they are compared, and all else is learned from them.
 */
public final class Linkage {
    private static final int MOST_IN_BLOCK = 40;
    private static final int MOST_RANDOM_PAIRS = 300_000;
    private static final long SEED = 1;
    private static final double LEAST_PRIOR = -20;
    private static final double STRENGTH_OF_M = 20;
    private static final double STRENGTH_OF_U = 10;

    /** The order of given and family name as a field of its own. */
    private static final Comparison ORDER =
            new Comparison(
                    "order of names",
                    List.of(
                            new Level("same order", 0.93, 0.9999),
                            new Level("other order", 0.07, 0.0001)));

    private final List<Column> columns;
    private final int given;
    private final int family;

    /**
     * @param columns of equal length, at most 15
     */
    public Linkage(List<Column> columns) {
        this.columns = List.copyOf(columns);
        this.given = find(FieldKind.GIVEN_NAME);
        this.family = find(FieldKind.FAMILY_NAME);
    }

    private int find(FieldKind kind) {
        for (int field = 0; field < columns.size(); field++) {
            if (columns.get(field).kind() == kind) {
                return field;
            }
        }
        return -1;
    }

    /** Two records and the binary logarithm of the odds that they are of one entity. */
    public record Link(int one, int other, double bits) {}

    /** Whether a pair counts. */
    public interface Admission {
        boolean admits(int one, int other);
    }

    /** The pairs that share a trait, and may be of one entity. */
    public long[] candidates() {
        return new Blocking(columns, MOST_IN_BLOCK).candidates();
    }

    /**
     * Learns how much agreement tells from the candidates, without knowing which of them are of one
     * entity.
     *
     * @param candidates pairs, the lesser record in the upper half of each
     * @param universe how many pairs there are of which the candidates are those that may be of one
     *     entity
     * @param strangers pairs among which hardly any is of one entity
     */
    public LinkageModel learn(long[] candidates, double universe, Admission strangers) {
        LinkageModel random = Estimation.ofRandom(prior(), random(strangers), STRENGTH_OF_U);
        Pairs pairs = new Pairs();
        for (long pair : candidates) {
            int one = (int) (pair >>> 32);
            int other = (int) pair;
            long pattern = pattern(one, other);
            pairs.add(pattern, rarity(random, pattern, one, other));
        }
        return Estimation.ofCandidates(random, pairs, universe, STRENGTH_OF_M);
    }

    /**
     * The model with u as among these records: of groups of records some agree by chance more often
     * than of single ones.
     */
    public LinkageModel adapted(LinkageModel learned, Admission strangers) {
        return Estimation.ofRandom(learned, random(strangers), STRENGTH_OF_U);
    }

    /**
     * Weighs the candidates.
     *
     * @param least weight in bits of links that are of interest
     */
    public List<Link> links(LinkageModel model, long[] candidates, double least) {
        List<Link> links = new ArrayList<>();
        for (long pair : candidates) {
            int one = (int) (pair >>> 32);
            int other = (int) pair;
            long pattern = pattern(one, other);
            double bits = model.prior() + model.bits(pattern) + rarity(model, pattern, one, other);
            if (bits >= least) {
                links.add(new Link(one, other, bits));
            }
        }
        return links;
    }

    private LinkageModel prior() {
        List<Comparison> comparisons = new ArrayList<>();
        columns.forEach(column -> comparisons.add(column.kind().prior(column.name())));
        comparisons.add(ORDER);
        return new LinkageModel(LEAST_PRIOR, comparisons);
    }

    /** Drawn by what the records say, so that neither their order nor chance has a part in it. */
    private Pairs random(Admission admission) {
        int records = columns.getFirst().size();
        int[] order = byContent(records);
        SplittableRandom random = new SplittableRandom(SEED);
        Pairs pairs = new Pairs();
        for (int i = 0; i < MOST_RANDOM_PAIRS && records > 1; i++) {
            int one = order[random.nextInt(records)];
            int other = order[random.nextInt(records)];
            if (one != other && admission.admits(one, other)) {
                pairs.add(pattern(one, other), 0);
            }
        }
        return pairs;
    }

    private int[] byContent(int records) {
        long[] hashes = new long[records];
        for (int record = 0; record < records; record++) {
            long hash = 0;
            for (Column column : columns) {
                hash = hash * 31 + (column.isMissing(record) ? 0 : column.value(record).hashCode());
            }
            hash *= 0x9E3779B97F4A7C15L;
            hashes[record] = (hash ^ hash >>> 32) & ~0xffffffL | record;
        }
        Arrays.sort(hashes);
        int[] order = new int[records];
        for (int i = 0; i < records; i++) {
            order[i] = (int) (hashes[i] & 0xffffff);
        }
        return order;
    }

    private long pattern(int one, int other) {
        long pattern = 0;
        for (int field = 0; field < columns.size(); field++) {
            if (field != given && field != family) {
                pattern = LinkageModel.with(pattern, field, columns.get(field).level(one, other));
            }
        }
        return given < 0 || family < 0
                ? partOfName(pattern, one, other)
                : names(pattern, one, other);
    }

    private long partOfName(long pattern, int one, int other) {
        int field = Math.max(given, family);
        return field < 0
                ? pattern
                : LinkageModel.with(pattern, field, columns.get(field).level(one, other));
    }

    /** In the order that makes them agree better. */
    private long names(long pattern, int one, int other) {
        Column a = columns.get(given);
        Column b = columns.get(family);
        int straightGiven = a.level(one, other);
        int straightFamily = b.level(one, other);
        int crossOne = cross(a, one, b, other);
        int crossOther = cross(a, other, b, one);
        boolean swapped = distance(crossOne, crossOther) < distance(straightGiven, straightFamily);
        long straight = LinkageModel.with(pattern, given, swapped ? crossOne : straightGiven);
        long whole = LinkageModel.with(straight, family, swapped ? crossOther : straightFamily);
        boolean known = straightGiven >= 0 || straightFamily >= 0 || swapped;
        return known ? LinkageModel.with(whole, columns.size(), swapped ? 1 : 0) : whole;
    }

    private static int cross(Column a, int one, Column b, int other) {
        if (a.isMissing(one) || b.isMissing(other)) {
            return Comparison.MISSING;
        }
        return a.value(one).equals(b.value(other))
                ? 0
                : Levels.of(FieldKind.GIVEN_NAME, a.value(one), b.value(other));
    }

    /** How far from agreeing; what is missing is half way. */
    private static int distance(int one, int other) {
        return (one < 0 ? 2 : one) + (other < 0 ? 2 : other);
    }

    /** Winkler's adjustment: equal values weigh by their own share and not by the mean one. */
    private double rarity(LinkageModel model, long pattern, int one, int other) {
        double bits = 0;
        boolean swapped = LinkageModel.level(pattern, columns.size()) == 1;
        for (int field = 0; field < columns.size(); field++) {
            Column column = columns.get(field);
            if (LinkageModel.level(pattern, field) == 0
                    && column.kind().isValue()
                    && !(swapped && column.kind().isName())) {
                Level same = model.comparisons().get(field).levels().getFirst();
                bits += Bits.log2(same.u() / column.share(one));
            }
        }
        return bits;
    }
}
