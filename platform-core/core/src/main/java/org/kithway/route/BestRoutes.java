package org.kithway.route;

import java.util.Arrays;

/**
 * The best routes found so far, at most so many in all and through each first contact.
 *
 * <p>Sets of routes that keep to both limits are the independent sets of a matroid (a truncated
 * partition matroid). So taking in routes one by one, each time dropping the worst of those that
 * now are too many, ends with the best set, and a route that is dropped once would never come back.
 */
final class BestRoutes {

    private final Candidate[] ranked = new Candidate[RouteQuery.MAX_LIMIT];
    private int size;
    private int limit;
    private int perContact;

    BestRoutes() {
        for (int i = 0; i < ranked.length; i++) {
            ranked[i] = new Candidate();
        }
    }

    void reset(int newLimit, int newPerContact) {
        size = 0;
        limit = newLimit;
        perContact = newPerContact;
    }

    /** The most that a route of so many hops may cost to be taken in. */
    double bound(int hops) {
        return size < limit ? Double.MAX_VALUE : ranked[size - 1].bound(hops);
    }

    /** The most that a route of so many hops through this first contact may cost to be taken in. */
    double bound(int hops, int contact) {
        double bound = bound(hops);
        if (perContact >= limit) {
            return bound;
        }
        int worst = worstThrough(contact);
        return worst < 0 ? bound : Math.min(bound, ranked[worst].bound(hops));
    }

    /**
     * Offers the route that stands in the first {@code hops + 1} nodes; says whether it was taken
     * in.
     */
    boolean offer(double cost, int[] nodes, int hops) {
        int dropped = perContact < limit ? worstThrough(nodes[1]) : -1;
        if (dropped < 0 && size == limit) {
            dropped = size - 1;
        }
        if (dropped < 0) {
            dropped = size++;
        } else if (ranked[dropped].compareTo(cost, nodes, hops) <= 0) {
            return false;
        }
        Candidate free = ranked[dropped];
        int place = dropped;
        while (place > 0 && ranked[place - 1].compareTo(cost, nodes, hops) > 0) {
            ranked[place] = ranked[place - 1];
            place--;
        }
        free.set(cost, nodes, hops);
        ranked[place] = free;
        return true;
    }

    /** The worst route through the contact, or -1 if one more may be taken in. */
    private int worstThrough(int contact) {
        int count = 0;
        int worst = -1;
        for (int i = 0; i < size; i++) {
            if (ranked[i].nodes[1] == contact) {
                worst = i;
                count++;
            }
        }
        return count < perContact ? -1 : worst;
    }

    int size() {
        return size;
    }

    /** The routes taken in, the best first. */
    Candidate get(int rank) {
        return ranked[rank];
    }

    /** A route that may yet be dropped and then makes room for another. */
    static final class Candidate {

        private double cost;
        private int hops;
        private final int[] nodes = new int[RouteQuery.MAX_HOPS + 1];

        private void set(double newCost, int[] newNodes, int newHops) {
            cost = newCost;
            hops = newHops;
            System.arraycopy(newNodes, 0, nodes, 0, newHops + 1);
        }

        double cost() {
            return cost;
        }

        int hops() {
            return hops;
        }

        int node(int place) {
            return nodes[place];
        }

        /**
         * Among equal costs a longer route loses against this one whatever its nodes; then it has
         * to be cheaper.
         */
        private double bound(int ofHops) {
            return ofHops > hops ? cost - Cost.STEP : cost;
        }

        private int compareTo(double thatCost, int[] thatNodes, int thatHops) {
            if (cost != thatCost) {
                return cost < thatCost ? -1 : 1;
            }
            return hops != thatHops
                    ? Integer.compare(hops, thatHops)
                    : Arrays.compare(nodes, 0, hops + 1, thatNodes, 0, hops + 1);
        }
    }
}
