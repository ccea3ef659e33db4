package org.kithway.identity.match;

import java.util.ArrayList;
import java.util.List;

/**
 * Learns a model without knowing which pairs are of one entity: u from random pairs, which hardly
 * ever are, and m and the prior by expectation-maximisation (Dempster, Laird and Rubin 1977) on
 * pairs that share a blocking key. The probabilities of the model to start from count as pairs that
 * were seen before, so that little data moves them little.
 */
public final class Estimation {
    private static final int ITERATIONS = 25;
    private static final double SETTLED = 1e-4;
    private static final double LEAST = 1e-6;

    private Estimation() {}

    /**
     * The model with u as in random pairs.
     *
     * @param strength as how many random pairs the present u count
     */
    public static LinkageModel ofRandom(LinkageModel model, Pairs random, double strength) {
        List<Comparison> comparisons = new ArrayList<>();
        for (int field = 0; field < model.comparisons().size(); field++) {
            Comparison comparison = model.comparisons().get(field);
            double[] counts = new double[comparison.levels().size()];
            for (int pair = 0; pair < random.size(); pair++) {
                int level = LinkageModel.level(random.pattern(pair), field);
                if (level != Comparison.MISSING) {
                    counts[level]++;
                }
            }
            double[] m = comparison.levels().stream().mapToDouble(Level::m).toArray();
            double[] u = comparison.levels().stream().mapToDouble(Level::u).toArray();
            comparisons.add(comparison.with(m, smoothed(counts, u, strength)));
        }
        return new LinkageModel(model.prior(), comparisons);
    }

    /**
     * The model with m and prior as in pairs that may be of one entity.
     *
     * @param universe how many pairs there are in all, of which the candidates are those that may
     *     be of one entity
     * @param strength as how many pairs of one entity the present m count
     */
    public static LinkageModel ofCandidates(
            LinkageModel model, Pairs candidates, double universe, double strength) {
        LinkageModel now = model;
        for (int i = 0; i < ITERATIONS; i++) {
            LinkageModel next = step(model, now, candidates, universe, strength);
            boolean settled = Math.abs(next.prior() - now.prior()) < SETTLED;
            now = next;
            if (settled) {
                break;
            }
        }
        return now;
    }

    private static LinkageModel step(
            LinkageModel start, LinkageModel now, Pairs pairs, double universe, double strength) {
        int fields = now.comparisons().size();
        double[][] counts = new double[fields][];
        for (int field = 0; field < fields; field++) {
            counts[field] = new double[now.comparisons().get(field).levels().size() + 1];
        }
        double matches = 0;
        for (int pair = 0; pair < pairs.size(); pair++) {
            long pattern = pairs.pattern(pair);
            double p = Bits.probability(now.prior() + now.bits(pattern) + pairs.other(pair));
            matches += p;
            for (int field = 0; field < fields; field++) {
                counts[field][LinkageModel.level(pattern, field) + 1] += p;
            }
        }
        List<Comparison> comparisons = new ArrayList<>();
        for (int field = 0; field < fields; field++) {
            Comparison before = start.comparisons().get(field);
            double[] seen = new double[counts[field].length - 1];
            System.arraycopy(counts[field], 1, seen, 0, seen.length);
            double[] m = before.levels().stream().mapToDouble(Level::m).toArray();
            double[] u = before.levels().stream().mapToDouble(Level::u).toArray();
            comparisons.add(before.with(smoothed(seen, m, strength), u));
        }
        double share = Math.max(matches, 1) / universe;
        return new LinkageModel(Bits.log2(share / (1 - Math.min(share, 0.5))), comparisons);
    }

    private static double[] smoothed(double[] counts, double[] before, double strength) {
        double total = strength;
        for (double count : counts) {
            total += count;
        }
        double[] shares = new double[counts.length];
        for (int i = 0; i < shares.length; i++) {
            shares[i] = Math.clamp((counts[i] + strength * before[i]) / total, LEAST, 1);
        }
        return shares;
    }
}
