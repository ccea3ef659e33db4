package org.kithway.strength;

import org.kithway.statistics.Estimate;

import java.util.ArrayList;
import java.util.List;

/**
 * How far chances that were said are those that came true.
 *
 * @param count of how many ties
 * @param brier the mean squared distance of chance and answer (Brier, 1950): 0 is perfect, 0.25
 *     what saying a half always gives
 * @param expectedError the expected calibration error: how far the mean answer of those with much
 *     the same chance is from that chance, weighted by how many they are, 0 to 1
 * @param covered the share of expectations within the range that was said, which should be 0.8; NaN
 *     if there were none that lie between never and always
 * @param table by chance, in {@value #BINS} equal parts of 0 to 1; empty parts are left out
 */
public record Calibration(
        int count, double brier, double expectedError, double covered, List<Row> table) {
    static final int BINS = 10;

    public Calibration {
        table = List.copyOf(table);
    }

    /**
     * Those with much the same chance.
     *
     * @param from the least chance
     * @param to the greatest
     * @param count how many
     * @param said the mean of the chances
     * @param came the mean of the answers
     */
    public record Row(double from, double to, int count, double said, double came) {}

    /**
     * What was said and what came of it.
     *
     * @param answer 0 to 1
     */
    public record Pair(Estimate said, double answer) {}

    /** O(pairs). */
    public static Calibration of(List<Pair> pairs) {
        int[] counts = new int[BINS];
        double[] said = new double[BINS];
        double[] came = new double[BINS];
        double brier = 0;
        int graded = 0;
        int covered = 0;
        for (Pair pair : pairs) {
            double chance = pair.said().value();
            int bin = Math.min(BINS - 1, (int) (chance * BINS));
            counts[bin]++;
            said[bin] += chance;
            came[bin] += pair.answer();
            brier += (chance - pair.answer()) * (chance - pair.answer());
            if (pair.answer() > 0 && pair.answer() < 1) {
                graded++;
                covered +=
                        pair.said().low() <= pair.answer() && pair.answer() <= pair.said().high()
                                ? 1
                                : 0;
            }
        }
        List<Row> table = new ArrayList<>();
        double error = 0;
        for (int bin = 0; bin < BINS; bin++) {
            if (counts[bin] > 0) {
                error += Math.abs(said[bin] - came[bin]);
                table.add(
                        new Row(
                                (double) bin / BINS,
                                (bin + 1.0) / BINS,
                                counts[bin],
                                said[bin] / counts[bin],
                                came[bin] / counts[bin]));
            }
        }
        int count = pairs.size();
        return new Calibration(
                count,
                count == 0 ? Double.NaN : brier / count,
                count == 0 ? Double.NaN : error / count,
                graded == 0 ? Double.NaN : (double) covered / graded,
                table);
    }

    /**
     * What the model says of labels that it was not fitted to: each part of them is said by a model
     * fitted to the others.
     *
     * @param parts 2 or more; as many as there are labels leaves one out at a time
     */
    public static Calibration crossed(
            StrengthModel start, List<StrengthModel.Label> labels, int parts) {
        List<Pair> pairs = new ArrayList<>();
        int folds = Math.min(parts, labels.size());
        for (int fold = 0; fold < folds; fold++) {
            List<StrengthModel.Label> rest = new ArrayList<>();
            List<StrengthModel.Label> asked = new ArrayList<>();
            for (int i = 0; i < labels.size(); i++) {
                (i % folds == fold ? asked : rest).add(labels.get(i));
            }
            StrengthModel model = start.fitted(rest);
            asked.forEach(label ->
                    pairs.add(new Pair(model.estimate(label.features(), 0), label.answer())));
        }
        return of(pairs);
    }
}
