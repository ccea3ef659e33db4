package org.kithway.benchmarks;

import org.kithway.benchmarks.network.LabelledNetwork;
import org.kithway.quality.Network;
import org.kithway.route.TieGraph;

import java.util.Arrays;
import java.util.Random;
import java.util.function.LongPredicate;

/**
 * A random social network of a given size: degrees follow a power law with a cut-off; four in five
 * ties lie within communities, which overlap and whose sizes follow a power law too; the others
 * lead anywhere (a Chung-Lu network by its configuration). A tie's strength is log-normal and
 * differs a little between its directions. Numbers of people say nothing about who is close to
 * whom, which is the worst case for memory. The seed decides everything.
 */
final class GeneratedNetwork {

    private static final double DEGREE_EXPONENT = 1.6;

    /** Over the least; about 60 times the mean. */
    private static final double GREATEST_DEGREE = 156;

    private static final double WITHIN_COMMUNITIES = 0.8;
    private static final int TIES_PER_COMMUNITY = 25;
    private static final int PEOPLE_PER_COMMUNITY = 100;
    private static final double MEDIAN_STRENGTH = 0.2;

    final int people;
    final long seed;

    /** Mutual ties, {@code lower << 32 | higher}, in ascending order. */
    final long[] ties;

    /** Strengths from the lower to the higher number, and back. */
    final float[] there;

    final float[] back;

    GeneratedNetwork(int people, int wantedTies, long seed) {
        this.people = people;
        this.seed = seed;
        Random random = new Random(seed);
        ties = drawTies(random, 2.0 * wantedTies / people, wantedTies);
        there = new float[ties.length];
        back = new float[ties.length];
        drawStrengths(random);
    }

    private GeneratedNetwork(int people, long[] ties, long seed) {
        this.people = people;
        this.seed = seed;
        this.ties = ties;
        there = new float[ties.length];
        back = new float[ties.length];
        drawStrengths(new Random(seed));
    }

    /** The ties of a known network, whatever their directions, with strengths that are drawn. */
    static GeneratedNetwork onTiesOf(LabelledNetwork known, long seed) {
        Network mutual = known.build(true).mutual();
        long[] ties = new long[Math.toIntExact(mutual.tieCount())];
        int[] at = {0};
        for (int node = 0; node < mutual.nodeCount(); node++) {
            int low = node;
            mutual.forEachTieFrom(
                    node,
                    (high, weight) -> {
                        if (low < high) {
                            ties[at[0]++] = (long) low << 32 | high;
                        }
                    });
        }
        return new GeneratedNetwork(mutual.nodeCount(), ties, seed);
    }

    private void drawStrengths(Random random) {
        for (int i = 0; i < ties.length; i++) {
            double mutual = Math.log(MEDIAN_STRENGTH) + 0.8 * random.nextGaussian();
            there[i] = strength(mutual + 0.2 * random.nextGaussian());
            back[i] = strength(mutual + 0.2 * random.nextGaussian());
        }
    }

    TieGraph graph() {
        TieGraph.Builder builder = TieGraph.builder().nodes(people);
        for (int i = 0; i < ties.length; i++) {
            int low = (int) (ties[i] >>> 32);
            int high = (int) ties[i];
            builder.add(low, high, there[i]).add(high, low, back[i]);
        }
        return builder.build();
    }

    /** As {@link #graph}, but both directions of a tie are as strong as the one up. */
    TieGraph agreeing() {
        TieGraph.Builder builder = TieGraph.builder().nodes(people);
        for (int i = 0; i < ties.length; i++) {
            int low = (int) (ties[i] >>> 32);
            int high = (int) ties[i];
            builder.add(low, high, there[i]).add(high, low, there[i]);
        }
        return builder.build();
    }

    private static float strength(double logarithm) {
        return (float) Math.clamp(Math.exp(logarithm), 0.01, 0.98);
    }

    private long[] drawTies(Random random, double meanDegree, int wanted) {
        Stubs anywhere = new Stubs();
        Stubs[] communities = new Stubs[Math.max(1, people / PEOPLE_PER_COMMUNITY)];
        Arrays.setAll(communities, i -> new Stubs());
        double[] popularity = new double[communities.length];
        double sum = 0;
        for (int i = 0; i < popularity.length; i++) {
            sum += Math.pow(i + 10.0, -0.6);
            popularity[i] = sum;
        }
        // Pairs that repeat are dropped; draw so many more.
        double[] degrees = degrees(random, meanDegree * 1.06);
        for (int person = 0; person < people; person++) {
            int far = round(random, degrees[person] * (1 - WITHIN_COMMUNITIES));
            anywhere.add(person, far);
            int near = round(random, degrees[person] * WITHIN_COMMUNITIES);
            for (int left = near; left > 0; left -= TIES_PER_COMMUNITY) {
                int found = Arrays.binarySearch(popularity, random.nextDouble() * sum);
                communities[Math.min(popularity.length - 1, found < 0 ? -found - 1 : found)].add(
                        person, Math.min(left, TIES_PER_COMMUNITY));
            }
        }
        long[] drawn = new long[(int) (wanted * 1.3) + 1024];
        int size = anywhere.pairUp(random, drawn, 0);
        for (Stubs community : communities) {
            size = community.pairUp(random, drawn, size);
        }
        long[] distinct = Arrays.stream(drawn, 0, size).sorted().distinct().toArray();
        return distinct.length <= wanted ? distinct : without(random, distinct, wanted);
    }

    private static long[] without(Random random, long[] ties, int wanted) {
        LongPredicate keep = tie -> random.nextDouble() * ties.length < wanted;
        return Arrays.stream(ties).filter(keep).toArray();
    }

    private double[] degrees(Random random, double mean) {
        double[] degrees = new double[people];
        double sum = 0;
        for (int i = 0; i < people; i++) {
            double drawn = Math.pow(1 - random.nextDouble(), -1 / DEGREE_EXPONENT);
            degrees[i] = Math.min(drawn, GREATEST_DEGREE);
            sum += degrees[i];
        }
        for (int i = 0; i < people; i++) {
            degrees[i] *= mean * people / sum;
        }
        return degrees;
    }

    private static int round(Random random, double value) {
        return (int) (value + random.nextDouble());
    }

    /** Each person once for every tie that they are to get, to be paired at random. */
    private static final class Stubs {

        private int[] people = new int[64];
        private int size;

        void add(int person, int count) {
            if (size + count > people.length) {
                people = Arrays.copyOf(people, 2 * (size + count));
            }
            Arrays.fill(people, size, size += count, person);
        }

        int pairUp(Random random, long[] ties, int from) {
            int end = from;
            for (int i = size - 1; i > 0; i -= 2) {
                int a = take(random, i);
                int b = take(random, i - 1);
                if (a != b && end < ties.length) {
                    ties[end++] = (long) Math.min(a, b) << 32 | Math.max(a, b);
                }
            }
            return end;
        }

        private int take(Random random, int last) {
            int place = random.nextInt(last + 1);
            int taken = people[place];
            people[place] = people[last];
            return taken;
        }
    }
}
