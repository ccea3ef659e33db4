package org.kithway.strength;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;

/**
 * That two people were at the same organization or school in the same months: evidence of a
 * possible tie, predicted and never observed. It is no {@link org.kithway.model.TieEvidence}, and
 * must not be added to any.
 *
 * @param stay where, and from when to when both were there
 * @param size how many people are or were there, as far as is known; at least 2, for these two were
 */
public record Overlap(Stay stay, long size) {
    /**
     * With how many people somebody keeps up stable relations: Dunbar, "Neocortex size as a
     * constraint on group size in primates" (Journal of Human Evolution, 1992).
     */
    static final int RELATIONS = 150;

    /** After this many months half of those get to know each other who ever will. */
    static final int HALF_MONTHS = 12;

    /** What is predicted is never as certain as what both confirmed. */
    static final double MOST = 0.5;

    public Overlap {
        size = Math.max(2, size);
    }

    /**
     * Where and when two people were together, the longest first; overlaps in the same place are
     * one. Takes time in proportion to both lists and their common places.
     *
     * @param size how many people are known to be or have been at a place
     */
    public static List<Overlap> between(
            List<Stay> one, List<Stay> other, ToLongFunction<Stay> size) {
        Map<Where, List<Stay>> byPlace = new HashMap<>();
        for (Stay stay : one) {
            byPlace.computeIfAbsent(Where.of(stay), _ -> new ArrayList<>(1)).add(stay);
        }
        Map<Where, Stay> common = new HashMap<>();
        for (Stay stay : other) {
            for (Stay same : byPlace.getOrDefault(Where.of(stay), List.of())) {
                YearMonth from = later(stay.from(), same.from());
                YearMonth to =
                        later(stay.to(), same.to()).equals(stay.to()) ? same.to() : stay.to();
                if (!to.isBefore(from)) {
                    Stay both = new Stay(stay.kind(), stay.place(), from, to);
                    common.merge(Where.of(stay), both, Overlap::longer);
                }
            }
        }
        return common.values().stream()
                .sorted(Comparator.comparingInt(Stay::months).reversed().thenComparing(Stay::place))
                .map(stay -> new Overlap(stay, size.applyAsLong(stay)))
                .toList();
    }

    private record Where(Stay.Kind kind, String place) {
        static Where of(Stay stay) {
            return new Where(stay.kind(), stay.place());
        }
    }

    private static YearMonth later(YearMonth one, YearMonth other) {
        return one.isAfter(other) ? one : other;
    }

    private static Stay longer(Stay one, Stay other) {
        return other.months() > one.months() ? other : one;
    }

    /**
     * How likely it is that the two know each other from there, in (0, {@value #MOST}]: {@code MOST
     * min(1, 150 / (size - 1)) (1 - 2^(-months / 12))}. Among many people somebody knows at most
     * 150, and to get to know them takes time.
     */
    public double probability() {
        double among = Math.min(1, RELATIONS / (size - 1.0));
        return MOST * among * (1 - Math.pow(2, -(double) stay.months() / HALF_MONTHS));
    }

    /**
     * How likely it is that the two know each other from any of these, in [0, {@value #MOST}]: one
     * minus the product of the chances that they do not.
     */
    public static double probability(List<Overlap> overlaps) {
        double strangers = 1;
        for (Overlap overlap : overlaps) {
            strangers *= 1 - overlap.probability();
        }
        return Math.min(MOST, 1 - strangers);
    }
}
