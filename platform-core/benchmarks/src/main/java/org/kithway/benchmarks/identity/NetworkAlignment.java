package org.kithway.benchmarks.identity;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds who is the same in two networks by common contacts alone: what a pair of contacts that is
 * one person with some likelihood speaks for and against, weighed as log2 of how much likelier the
 * ties are of one person than of two; m from ties between anchors, u from degrees. The likelihoods
 * of all pairs are drawn so that nobody is two people (Sinkhorn), and weigh in the next round.
 */
final class NetworkAlignment {
    private static final int ROUNDS = 12;
    private static final int BALANCINGS = 20;

    /** A tie that must be copied is still missed now and then. */
    private static final double MOST_COPIED = 0.95;

    /** How much of the last round's likelihoods stays: what follows from itself must not swing. */
    private static final float INERTIA = 0.5f;

    private final int[][] left;
    private final int[][] right;
    private final List<int[]> anchors;
    private final boolean[] knownLeft;
    private final boolean[] knownRight;
    private final double copiedRight;
    private final double copiedLeft;

    NetworkAlignment(List<int[]> left, List<int[]> right, List<int[]> anchors) {
        this.left = neighbours(left, anchors, 0);
        this.right = neighbours(right, anchors, 1);
        this.anchors = anchors;
        this.knownLeft = new boolean[this.left.length];
        this.knownRight = new boolean[this.right.length];
        for (int[] anchor : anchors) {
            knownLeft[anchor[0]] = true;
            knownRight[anchor[1]] = true;
        }
        Set<Long> ones = ties(this.left);
        Set<Long> others = ties(this.right);
        double both = 1;
        double one = 2;
        double other = 2;
        for (int[] a : anchors) {
            for (int[] b : anchors) {
                boolean inLeft = ones.contains((long) a[0] << 32 | b[0]);
                boolean inRight = others.contains((long) a[1] << 32 | b[1]);
                both += inLeft && inRight ? 1 : 0;
                one += inLeft ? 1 : 0;
                other += inRight ? 1 : 0;
            }
        }
        this.copiedRight = Math.min(MOST_COPIED, both / one);
        this.copiedLeft = Math.min(MOST_COPIED, both / other);
    }

    /** By node of the left and of the right: how likely they are one person, as far as known. */
    float[][] likelihoods() {
        float[][] likelihood = new float[left.length][right.length];
        anchor(likelihood);
        for (int round = 0; round < ROUNDS; round++) {
            float[][] next = balanced(weights(likelihood));
            for (int i = 0; i < left.length; i++) {
                for (int j = 0; j < right.length; j++) {
                    likelihood[i][j] = (1 - INERTIA) * next[i][j] + INERTIA * likelihood[i][j];
                }
            }
            anchor(likelihood);
        }
        return likelihood;
    }

    private void anchor(float[][] likelihood) {
        anchors.forEach(pair -> likelihood[pair[0]][pair[1]] = 1);
    }

    /** What common contacts weigh, less what contacts of one side alone do. */
    private float[][] weights(float[][] likelihood) {
        double missedRight = Math.log(1 - copiedRight);
        double missedLeft = Math.log(1 - copiedLeft);
        double tiesLeft = sum(left);
        double tiesRight = sum(right);
        float[][] plain = new float[left.length][right.length];
        float[][] weighed = new float[left.length][right.length];
        double[] against = new double[left.length];
        double[] againstRight = new double[right.length];
        double[] surelyRight = new double[right.length];
        for (int i = 0; i < left.length; i++) {
            for (int contact : left[i]) {
                double chance = (double) left[i].length * left[contact].length / tiesLeft;
                float weight = (float) (Math.log(1 + copiedLeft / chance) / 2 - missedRight);
                float[] from = likelihood[contact];
                for (int j = 0; j < right.length; j++) {
                    plain[i][j] += from[j];
                    weighed[i][j] += weight * from[j];
                    against[i] += from[j] * missedRight;
                }
            }
            for (int j = 0; j < right.length; j++) {
                surelyRight[j] += likelihood[i][j];
            }
        }
        float[][] weights = new float[left.length][right.length];
        for (int j = 0; j < right.length; j++) {
            for (int contact : right[j]) {
                double chance = (double) right[j].length * right[contact].length / tiesRight;
                float weight = (float) (Math.log(1 + copiedRight / chance) / 2 - missedLeft);
                againstRight[j] += surelyRight[contact] * missedLeft;
                for (int i = 0; i < left.length; i++) {
                    weights[i][j] += weighed[i][contact] + weight * plain[i][contact];
                }
            }
        }
        for (int i = 0; i < left.length; i++) {
            for (int j = 0; j < right.length; j++) {
                weights[i][j] += (float) (against[i] + againstRight[j]);
            }
        }
        return weights;
    }

    /** As shares: those of the smaller side add up to 1, those of the greater to 1 at most. */
    private float[][] balanced(float[][] weights) {
        float[][] shares = new float[left.length][right.length];
        for (int i = 0; i < left.length; i++) {
            float most = Float.NEGATIVE_INFINITY;
            for (int j = 0; j < right.length; j++) {
                most = knownRight[j] ? most : Math.max(most, weights[i][j]);
            }
            for (int j = 0; j < right.length && !knownLeft[i]; j++) {
                shares[i][j] = knownRight[j] ? 0 : (float) Math.exp(weights[i][j] - most);
            }
        }
        double leastColumn = right.length <= left.length ? 0 : 1;
        double leastRow = left.length <= right.length ? 0 : 1;
        for (int balancing = 0; balancing < BALANCINGS; balancing++) {
            double[] columns = new double[right.length];
            for (float[] row : shares) {
                for (int j = 0; j < row.length; j++) {
                    columns[j] += row[j];
                }
            }
            for (float[] row : shares) {
                double sum = 0;
                for (int j = 0; j < row.length; j++) {
                    row[j] = columns[j] > leastColumn ? (float) (row[j] / columns[j]) : row[j];
                    sum += row[j];
                }
                for (int j = 0; j < row.length && sum > leastRow; j++) {
                    row[j] = (float) (row[j] / sum);
                }
            }
        }
        return shares;
    }

    private static double sum(int[][] rows) {
        double sum = 0;
        for (int[] row : rows) {
            sum += row.length;
        }
        return sum;
    }

    private static Set<Long> ties(int[][] neighbours) {
        Set<Long> ties = new HashSet<>();
        for (int one = 0; one < neighbours.length; one++) {
            for (int other : neighbours[one]) {
                ties.add((long) one << 32 | other);
            }
        }
        return ties;
    }

    private static int[][] neighbours(List<int[]> ties, List<int[]> anchors, int side) {
        int most = 0;
        for (int[] tie : ties) {
            most = Math.max(most, Math.max(tie[0], tie[1]));
        }
        for (int[] anchor : anchors) {
            most = Math.max(most, anchor[side]);
        }
        List<Set<Integer>> sets = new ArrayList<>();
        for (int node = 0; node <= most; node++) {
            sets.add(new HashSet<>());
        }
        for (int[] tie : ties) {
            if (tie[0] != tie[1]) {
                sets.get(tie[0]).add(tie[1]);
                sets.get(tie[1]).add(tie[0]);
            }
        }
        return sets.stream()
                .map(set -> set.stream().mapToInt(Integer::intValue).sorted().toArray())
                .toArray(int[][]::new);
    }
}
