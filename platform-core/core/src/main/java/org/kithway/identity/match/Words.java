package org.kithway.identity.match;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Texts as sets of words, each of which weighs the more the rarer it is: its weight is the binary
 * logarithm of the inverse share of texts that hold it.
 */
final class Words {
    private static final double[] BOUNDS = {0.95, 0.75, 0.5, 0.25, 1e-9};
    private static final double[] COMMON = {17, 11, 8, 1e-9};

    private final List<String[]> texts;
    // Sorted by number, so that two are intersected in one pass.
    private final int[][] ids;
    private final double[] weights;
    private final double[] sums;
    private final Map<String, Integer> known = new HashMap<>();

    Words(List<String[]> texts, int[] counts, int total) {
        this.texts = texts;
        this.ids = new int[texts.size()][];
        List<Integer> holders = new ArrayList<>();
        for (int text = 0; text < ids.length; text++) {
            String[] words = texts.get(text);
            ids[text] = new int[words.length];
            for (int i = 0; i < words.length; i++) {
                Integer id = known.putIfAbsent(words[i], known.size());
                if (id == null) {
                    id = known.size() - 1;
                    holders.add(0);
                }
                holders.set(id, holders.get(id) + counts[text]);
                ids[text][i] = id;
            }
            Arrays.sort(ids[text]);
        }
        this.weights = new double[holders.size()];
        for (int word = 0; word < weights.length; word++) {
            weights[word] = Bits.log2((total + 1.0) / holders.get(word));
        }
        this.sums = new double[ids.length];
        for (int text = 0; text < ids.length; text++) {
            for (int word : ids[text]) {
                sums[text] += weights[word];
            }
        }
    }

    String[] rarest(int text) {
        String[] words = texts.get(text).clone();
        Arrays.sort(
                words,
                Comparator.comparingDouble((String w) -> -weights[known.getOrDefault(w, 0)])
                        .thenComparing(Comparator.naturalOrder()));
        return words;
    }

    /** By the weight of the common words as a share of the mean weight of the two (Dice). */
    int level(int one, int other, int last) {
        double share = 2 * weight(one, other) / (sums[one] + sums[other] + 1e-12);
        for (int level = 0; level < last; level++) {
            if (share >= BOUNDS[level]) {
                return level;
            }
        }
        return last;
    }

    /** By the weight of the common words alone: nobody tells all of a list. */
    int common(int one, int other) {
        double common = weight(one, other);
        for (int level = 0; level < COMMON.length; level++) {
            if (common >= COMMON[level]) {
                return level;
            }
        }
        return COMMON.length;
    }

    private double weight(int one, int other) {
        int[] a = ids[one];
        int[] b = ids[other];
        double sum = 0;
        int i = 0;
        int j = 0;
        while (i < a.length && j < b.length) {
            if (a[i] == b[j]) {
                sum += weights[a[i]];
                i++;
                j++;
            } else if (a[i] < b[j]) {
                i++;
            } else {
                j++;
            }
        }
        return sum;
    }
}
