package org.kithway.route;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/** A small random graph and a random question about it; the seed decides everything. */
final class RandomCase {

    private static final double[] FEW_CHANCES = {1, 0.5, 0.5, 0.25, 0.3, 1 - 1e-9};

    final long seed;
    final Random random;
    final int nodeCount;

    /** Ties by {@code from << 32 | to}. */
    final Map<Long, Double> ties = new LinkedHashMap<>();

    final double[] willingness;
    final boolean weighed;
    final RouteQuery query;

    RandomCase(long seed) {
        this.seed = seed;
        random = new Random(seed);
        nodeCount = 2 + random.nextInt(random.nextInt(4) == 0 ? 39 : 11);
        boolean symmetric = random.nextInt(3) == 0;
        boolean equalCosts = random.nextInt(3) == 0;
        // About four ties a person, so that an enumeration of all routes stays small.
        int wanted = (int) (nodeCount * random.nextDouble(0.5, 4));
        for (int i = 0; i < wanted; i++) {
            int from = random.nextInt(nodeCount);
            int to = random.nextInt(nodeCount);
            if (from != to) {
                ties.put(key(from, to), chance(equalCosts));
                if (symmetric) {
                    ties.put(key(to, from), ties.get(key(from, to)));
                }
            }
        }
        weighed = random.nextInt(3) == 0;
        willingness = new double[nodeCount];
        for (int node = 0; node < nodeCount; node++) {
            willingness[node] = !weighed ? 1 : random.nextInt(6) == 0 ? 0 : chance(equalCosts);
        }
        query = randomQuery();
    }

    private double chance(boolean equalCosts) {
        return equalCosts
                ? FEW_CHANCES[random.nextInt(FEW_CHANCES.length)]
                : Math.max(0.01, Math.min(1, Math.exp(-Math.abs(random.nextGaussian()))));
    }

    private RouteQuery randomQuery() {
        RouteQuery asked =
                RouteQuery.between(someNodes(), someNodes())
                        .limit(1 + random.nextInt(8))
                        .maxHops(1 + random.nextInt(6))
                        .willingness(willing(willingness));
        if (random.nextBoolean()) {
            asked = asked.perFirstContact(1 + random.nextInt(3));
        }
        if (random.nextInt(3) == 0) {
            BitSet excluded = new BitSet();
            for (int node : someNodes()) {
                excluded.set(node);
            }
            asked = asked.excluding(excluded);
        }
        return asked;
    }

    private int[] someNodes() {
        int count = random.nextInt(3) == 0 ? 1 + random.nextInt(4) : 1;
        return IntStream.range(0, count).map(i -> random.nextInt(nodeCount)).toArray();
    }

    static Willingness willing(double[] chances) {
        return Willingness.of(chances.length, node -> chances[node]);
    }

    TieGraph graph() {
        List<Map.Entry<Long, Double>> shuffled = new ArrayList<>(ties.entrySet());
        Collections.shuffle(shuffled, random);
        TieGraph.Builder builder = TieGraph.builder().nodes(nodeCount);
        for (Map.Entry<Long, Double> tie : shuffled) {
            builder.add(from(tie.getKey()), to(tie.getKey()), tie.getValue());
            if (random.nextInt(8) == 0) {
                // A weaker parallel tie makes no further route.
                builder.add(from(tie.getKey()), to(tie.getKey()), tie.getValue() / 2);
            }
        }
        return builder.build();
    }

    static long key(int from, int to) {
        return (long) from << 32 | to;
    }

    static int from(long key) {
        return (int) (key >>> 32);
    }

    static int to(long key) {
        return (int) key;
    }

    @Override
    public String toString() {
        return "new RandomCase(" + seed + "L): " + nodeCount + " nodes, ties " + ties;
    }
}
