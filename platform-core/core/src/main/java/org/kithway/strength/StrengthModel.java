package org.kithway.strength;

import org.kithway.model.PersonId;
import org.kithway.statistics.Estimate;
import org.kithway.statistics.Proportion;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How features of a tie make a chance of an answer: a logistic model whose weights are known up to
 * a normal distribution. Immutable.
 *
 * <p>The weights that it {@linkplain #START starts} with follow the order that Gilbert and
 * Karahalios found, "Predicting tie strength with social media" (CHI 2009): recency and volume,
 * time known, then the rest. What members say of their ties, and whether those whom they asked
 * answered, {@linkplain #fitted moves} them.
 */
public final class StrengthModel {

    /** What is assumed before anybody told anything. */
    public static final StrengthModel START = start();

    /** How far apart ties with the same features lie, in logits, as assumed at first. */
    private static final double SPREAD = 0.8;

    /** How many ties that assumption is worth. */
    private static final double SPREAD_WORTH = 20;

    /** How much members differ in what they call likely, in logits. */
    private static final double HABIT = 0.5;

    private static final double LEAST = 0.01;
    private static final double MOST = 0.98;
    private static final int ROUNDS = 30;
    private static final double STILL = 1e-9;

    private final double[] weights;
    private final double[][] covariance;
    private final double spread;
    private final int labels;

    private StrengthModel(double[] weights, double[][] covariance, double spread, int labels) {
        this.weights = weights;
        this.covariance = covariance;
        this.spread = spread;
        this.labels = labels;
    }

    private static StrengthModel start() {
        double[] weights = {
            -1.1, -2.1, 0.75, 0.7, 0.12, 0.8, 0.15, 0.9, 0.6, 0.25, 0.15, 0.2, 0.15, 0.1, 0.6, 0.4,
            0.12, 0.1
        };
        double[][] covariance = new double[weights.length][weights.length];
        for (int i = 0; i < weights.length; i++) {
            double deviation = 0.1 + 0.3 * Math.abs(weights[i]);
            covariance[i][i] = deviation * deviation;
        }
        return new StrengthModel(weights, covariance, SPREAD, 0);
    }

    /**
     * What is known of one tie's strength.
     *
     * @param rater who said so, or asked
     * @param features see {@link TieStrength#features}
     * @param answer 1 where there was an answer, 0 where there was none, between where it is a
     *     member's expectation
     */
    public record Label(PersonId rater, double[] features, double answer) {
        public Label {
            features = features.clone();
            if (!(answer >= 0 && answer <= 1)) {
                throw new IllegalArgumentException("an answer is 0 to 1");
            }
        }

        boolean isGraded() {
            return answer > 0 && answer < 1;
        }
    }

    /** How many labels moved the weights. */
    public int labels() {
        return labels;
    }

    /** The weights by what they weigh, in logits. */
    public Map<String, Double> weights() {
        Map<String, Double> named = new LinkedHashMap<>();
        for (int i = 0; i < weights.length; i++) {
            named.put(TieFeatures.NAMES[i], weights[i]);
        }
        return named;
    }

    /** The chance alone; O(features). */
    double chance(double[] features) {
        return Math.clamp(logistic(dot(weights, features)), LEAST, MOST);
    }

    /**
     * The chance with the range in which it lies with a chance of 80 %, all within [0.01, 0.98].
     * O(features^2).
     *
     * @param doubt what else makes it uncertain, as a standard deviation in logits
     */
    Estimate estimate(double[] features, double doubt) {
        double centre = dot(weights, features);
        double variance = spread * spread + doubt * doubt;
        for (int i = 0; i < features.length; i++) {
            variance += features[i] * dot(covariance[i], features);
        }
        double half = Proportion.Z80 * Math.sqrt(variance);
        return new Estimate(
                Math.clamp(logistic(centre - half), LEAST, MOST),
                Math.clamp(logistic(centre), LEAST, MOST),
                Math.clamp(logistic(centre + half), LEAST, MOST));
    }

    /**
     * The weights after these labels: the most probable ones given these here as what is known
     * before (Laplace's approximation of logistic regression), with an effect per rater so that who
     * calls everything likely does not colour the weights. O(rounds (features + raters)^3 + rounds
     * labels (features + raters)^2): for some thousands of labels by some hundreds of raters.
     *
     * @param told all labels at once, none of which this model has seen
     */
    public StrengthModel fitted(List<Label> told) {
        if (told.isEmpty()) {
            return this;
        }
        SortedMap<PersonId, Integer> raters = new TreeMap<>();
        int[] habits = new int[told.size()];
        for (int i = 0; i < habits.length; i++) {
            habits[i] = raters.computeIfAbsent(told.get(i).rater(), rater -> raters.size());
        }
        int size = weights.length + raters.size();
        double[][] precision = new double[size][size];
        double[][] before = Cholesky.of(covariance).inverse();
        for (int i = 0; i < weights.length; i++) {
            System.arraycopy(before[i], 0, precision[i], 0, weights.length);
        }
        for (int i = weights.length; i < size; i++) {
            precision[i][i] = 1 / (HABIT * HABIT);
        }
        double[] start = Arrays.copyOf(weights, size);
        List<double[]> rows = new ArrayList<>();
        for (int i = 0; i < habits.length; i++) {
            double[] row = Arrays.copyOf(told.get(i).features(), size);
            row[weights.length + habits[i]] = 1;
            rows.add(row);
        }
        double[] at = start.clone();
        Cholesky curvature = newton(rows, told, precision, start, at);
        double[][] after = curvature.inverse();
        double[][] own = new double[weights.length][];
        for (int i = 0; i < weights.length; i++) {
            own[i] = Arrays.copyOf(after[i], weights.length);
        }
        return new StrengthModel(
                Arrays.copyOf(at, weights.length), own, spread(told, at), labels + told.size());
    }

    /** Moves {@code at} to the most probable place; gives the curvature there. */
    private static Cholesky newton(
            List<double[]> rows,
            List<Label> told,
            double[][] precision,
            double[] start,
            double[] at) {
        int size = at.length;
        Cholesky curvature = Cholesky.of(precision);
        for (int round = 0; round < ROUNDS; round++) {
            double[] slope = new double[size];
            double[][] bend = new double[size][];
            for (int i = 0; i < size; i++) {
                bend[i] = precision[i].clone();
                for (int j = 0; j < size; j++) {
                    slope[i] -= precision[i][j] * (at[j] - start[j]);
                }
            }
            for (int n = 0; n < rows.size(); n++) {
                double[] row = rows.get(n);
                double p = logistic(dot(at, row));
                double weight = p * (1 - p);
                for (int i = 0; i < size; i++) {
                    if (row[i] != 0) {
                        slope[i] += (told.get(n).answer() - p) * row[i];
                        for (int j = 0; j < size; j++) {
                            bend[i][j] += weight * row[i] * row[j];
                        }
                    }
                }
            }
            curvature = Cholesky.of(bend);
            double[] step = curvature.solve(slope);
            double longest = Arrays.stream(step).map(Math::abs).max().orElse(0);
            // A whole step may lead far past the top where answers contradict what was assumed.
            double here = logarithm(rows, told, precision, start, at);
            double share = 1;
            double[] next = moved(at, step, share);
            while (logarithm(rows, told, precision, start, next) < here && share > STILL) {
                share /= 2;
                next = moved(at, step, share);
            }
            System.arraycopy(next, 0, at, 0, size);
            if (longest < STILL) {
                break;
            }
        }
        return curvature;
    }

    private static double[] moved(double[] at, double[] step, double share) {
        double[] moved = at.clone();
        for (int i = 0; i < moved.length; i++) {
            moved[i] += share * step[i];
        }
        return moved;
    }

    /** How probable the weights are, up to a constant, as a logarithm. */
    private static double logarithm(
            List<double[]> rows,
            List<Label> told,
            double[][] precision,
            double[] start,
            double[] at) {
        double sum = 0;
        for (int i = 0; i < at.length; i++) {
            for (int j = 0; j < at.length; j++) {
                sum -= 0.5 * precision[i][j] * (at[i] - start[i]) * (at[j] - start[j]);
            }
        }
        for (int n = 0; n < rows.size(); n++) {
            double z = dot(at, rows.get(n));
            // log p = -log(1 + e^-z) and log (1 - p) = -z - log(1 + e^-z), without overflow
            double log = -Math.log1p(Math.exp(-Math.abs(z))) - Math.max(0, -z);
            sum += log - (1 - told.get(n).answer()) * z;
        }
        return sum;
    }

    /** How far expectations lie from what their features say, as a deviation in logits. */
    private double spread(List<Label> told, double[] at) {
        double sum = SPREAD_WORTH * spread * spread;
        double count = SPREAD_WORTH;
        double[] moved = Arrays.copyOf(at, weights.length);
        for (Label label : told) {
            if (label.isGraded()) {
                double p = label.answer();
                double off = Math.log(p / (1 - p)) - dot(moved, label.features());
                sum += off * off;
                count++;
            }
        }
        return Math.sqrt(sum / count);
    }

    private static double dot(double[] one, double[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += one[i] * other[i];
        }
        return sum;
    }

    private static double logistic(double z) {
        return 1 / (1 + Math.exp(-z));
    }
}
