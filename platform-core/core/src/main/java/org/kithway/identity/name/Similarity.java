package org.kithway.identity.name;

/** How much two strings look alike. */
public final class Similarity {
    private static final double PREFIX_WEIGHT = 0.1;
    private static final int LONGEST_PREFIX = 4;

    private Similarity() {}

    /**
     * The least number of letters to insert, delete, replace, or swap with their neighbour that
     * makes one string the other (optimal string alignment), or {@code most + 1} if that is more
     * than {@code most}; O(most x length).
     */
    public static int distance(String a, String b, int most) {
        if (Math.abs(a.length() - b.length()) > most) {
            return most + 1;
        }
        int[] before = new int[b.length() + 1];
        int[] last = new int[b.length() + 1];
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            last[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int from = Math.max(1, i - most);
            int to = Math.min(b.length(), i + most);
            row[from - 1] = from == 1 ? i : most + 1;
            int least = row[from - 1];
            for (int j = from; j <= to; j++) {
                boolean same = a.charAt(i - 1) == b.charAt(j - 1);
                int above = j == i + most ? most + 1 : last[j] + 1;
                int cost = Math.min(last[j - 1] + (same ? 0 : 1), Math.min(above, row[j - 1] + 1));
                if (i > 1
                        && j > 1
                        && a.charAt(i - 1) == b.charAt(j - 2)
                        && a.charAt(i - 2) == b.charAt(j - 1)) {
                    cost = Math.min(cost, before[j - 2] + 1);
                }
                row[j] = cost;
                least = Math.min(least, cost);
            }
            if (least > most) {
                return most + 1;
            }
            int[] free = before;
            before = last;
            last = row;
            row = free;
        }
        return Math.min(last[b.length()], most + 1);
    }

    /**
     * The Jaro-Winkler similarity, from 0 (nothing alike) to 1 (equal): Winkler, "String comparator
     * metrics and enhanced decision rules in the Fellegi-Sunter model of record linkage" (1990).
     */
    public static double jaroWinkler(String a, String b) {
        double jaro = jaro(a, b);
        int prefix = 0;
        int most = Math.min(LONGEST_PREFIX, Math.min(a.length(), b.length()));
        while (prefix < most && a.charAt(prefix) == b.charAt(prefix)) {
            prefix++;
        }
        return jaro + prefix * PREFIX_WEIGHT * (1 - jaro);
    }

    private static double jaro(String one, String other) {
        if (one.isEmpty() || other.isEmpty()) {
            return one.equals(other) ? 1 : 0;
        }
        // Letters are assigned greedily, which may depend on the order of the two.
        String a = one.compareTo(other) <= 0 ? one : other;
        String b = one.compareTo(other) <= 0 ? other : one;
        int window = Math.max(0, Math.max(a.length(), b.length()) / 2 - 1);
        boolean[] usedA = new boolean[a.length()];
        boolean[] usedB = new boolean[b.length()];
        int common = 0;
        for (int i = 0; i < a.length(); i++) {
            int to = Math.min(b.length(), i + window + 1);
            for (int j = Math.max(0, i - window); j < to; j++) {
                if (!usedB[j] && a.charAt(i) == b.charAt(j)) {
                    usedA[i] = true;
                    usedB[j] = true;
                    common++;
                    break;
                }
            }
        }
        if (common == 0) {
            return 0;
        }
        int outOfOrder = 0;
        int j = 0;
        for (int i = 0; i < a.length(); i++) {
            if (usedA[i]) {
                while (!usedB[j]) {
                    j++;
                }
                outOfOrder += a.charAt(i) == b.charAt(j) ? 0 : 1;
                j++;
            }
        }
        double m = common;
        int transpositions = outOfOrder / 2;
        return (m / a.length() + m / b.length() + (m - transpositions) / m) / 3;
    }
}
