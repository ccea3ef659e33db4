package org.kithway.quality;

import java.util.HashMap;
import java.util.Map;

/**
 * How often somebody stands between two who have no tie of their own, by whose groups these are:
 * Gould and Fernandez, "Structures of mediation" (1989). Counted are pairs (a, b) with a tie from a
 * to the one and from the one to b, but none from a to b; who belongs to no group is left out.
 *
 * <p>In a mutual network each pair counts in both orders, so that {@code gatekeeper} and {@code
 * representative} are equal.
 *
 * @param coordinator all three are of one group
 * @param itinerant a and b are of one group, the one is of another (also: consultant)
 * @param gatekeeper b is of the one's group, a of another
 * @param representative a is of the one's group, b of another
 * @param liaison all three are of different groups
 */
public record Brokerage(
        long coordinator, long itinerant, long gatekeeper, long representative, long liaison) {
    /** The group of those who belong to none. */
    public static final int NO_GROUP = -1;

    /**
     * Counts the roles of one node; O(sum of the degrees of its contacts).
     *
     * @param groups each node's group, or {@link #NO_GROUP}
     */
    public static Brokerage of(Network network, int node, int[] groups) {
        long[] roles = new long[Role.values().length];
        if (groups[node] != NO_GROUP) {
            Map<Integer, long[]> counts = new HashMap<>();
            network.forEachTieTo(node, (a, weight) -> count(counts, groups[a], 0));
            network.forEachTieFrom(node, (b, weight) -> count(counts, groups[b], 1));
            pairs(counts, groups[node], roles);
            takeAwayTied(network, node, groups, roles);
        }
        return new Brokerage(
                roles[Role.COORDINATOR.ordinal()],
                roles[Role.ITINERANT.ordinal()],
                roles[Role.GATEKEEPER.ordinal()],
                roles[Role.REPRESENTATIVE.ordinal()],
                roles[Role.LIAISON.ordinal()]);
    }

    /** All pairs between which the one stands. */
    public long total() {
        return coordinator + itinerant + gatekeeper + representative + liaison;
    }

    private enum Role {
        COORDINATOR,
        ITINERANT,
        GATEKEEPER,
        REPRESENTATIVE,
        LIAISON;

        static Role of(int a, int middle, int b) {
            if (a == b) {
                return a == middle ? COORDINATOR : ITINERANT;
            }
            return b == middle ? GATEKEEPER : a == middle ? REPRESENTATIVE : LIAISON;
        }
    }

    private static void count(Map<Integer, long[]> counts, int group, int direction) {
        if (group != NO_GROUP) {
            counts.computeIfAbsent(group, each -> new long[2])[direction]++;
        }
    }

    /** All pairs of one who has a tie to the node and one to whom it has a tie. */
    private static void pairs(Map<Integer, long[]> counts, int own, long[] roles) {
        long all = 0;
        long allOut = 0;
        for (long[] count : counts.values()) {
            all += count[0];
            allOut += count[1];
        }
        long[] here = counts.getOrDefault(own, new long[2]);
        long othersIn = all - here[0];
        long othersOut = allOut - here[1];
        long alike = 0;
        for (long[] count : counts.values()) {
            alike += count[0] * count[1];
        }
        alike -= here[0] * here[1];
        roles[Role.COORDINATOR.ordinal()] = here[0] * here[1];
        roles[Role.ITINERANT.ordinal()] = alike;
        roles[Role.GATEKEEPER.ordinal()] = othersIn * here[1];
        roles[Role.REPRESENTATIVE.ordinal()] = here[0] * othersOut;
        roles[Role.LIAISON.ordinal()] = othersIn * othersOut - alike;
    }

    /** Pairs who are one person, or have a tie of their own, need nobody between them. */
    private static void takeAwayTied(Network network, int node, int[] groups, long[] roles) {
        boolean[] after = new boolean[network.nodeCount()];
        network.forEachTieFrom(node, (b, weight) -> after[b] = groups[b] != NO_GROUP);
        network.forEachTieTo(
                node,
                (a, weight) -> {
                    if (groups[a] != NO_GROUP) {
                        if (after[a]) {
                            roles[Role.of(groups[a], groups[node], groups[a]).ordinal()]--;
                        }
                        network.forEachTieFrom(
                                a,
                                (b, each) -> {
                                    if (after[b]) {
                                        roles[
                                                Role.of(groups[a], groups[node], groups[b])
                                                        .ordinal()]--;
                                    }
                                });
                    }
                });
    }
}
