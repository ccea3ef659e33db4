package org.kithway.experiment;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How long chains to somebody would be had nobody dropped out: long chains are rarer among those
 * that end because each further hop may lose them (Dodds, Muhamad and Watts, "An experimental study
 * of search in global social networks", Science 2003).
 */
public final class Chains {
    private Chains() {}

    /**
     * The numbers of completed chains by length as they would be, {@code n(L) / (1 - r)^L}.
     *
     * @param completed by length in hops
     * @param attrition r, the chance that a chain ends at a hop, in [0, 1)
     */
    public static SortedMap<Integer, Double> corrected(
            Map<Integer, Integer> completed, double attrition) {
        if (!(attrition >= 0 && attrition < 1)) {
            throw new IllegalArgumentException("attrition is 0 to below 1");
        }
        SortedMap<Integer, Double> corrected = new TreeMap<>();
        completed.forEach(
                (length, count) -> corrected.put(length, count / Math.pow(1 - attrition, length)));
        return corrected;
    }

    /**
     * The least length that half of the chains do not exceed.
     *
     * @throws IllegalArgumentException if there are no chains
     */
    public static int median(SortedMap<Integer, ? extends Number> counts) {
        double all = counts.values().stream().mapToDouble(Number::doubleValue).sum();
        double below = 0;
        for (Map.Entry<Integer, ? extends Number> entry : counts.entrySet()) {
            below += entry.getValue().doubleValue();
            if (below >= all / 2) {
                return entry.getKey();
            }
        }
        throw new IllegalArgumentException("there are no chains");
    }
}
