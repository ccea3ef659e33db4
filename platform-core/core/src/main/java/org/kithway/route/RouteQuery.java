package org.kithway.route;

import java.util.BitSet;

/**
 * A question for routes: from any of the sources to any of the targets. Immutable, but for the set
 * of excluded nodes, which is not copied and must not change while a search runs.
 *
 * <p>A route starts at a source and ends at another node, a target; between them stands no source,
 * no target, no excluded node, and nobody twice. (A route through a second source is never better
 * than that source's own.) A node that is both source and target may be either end.
 */
public final class RouteQuery {

    /** The longest route that can be asked for, in hops. */
    public static final int MAX_HOPS = 6;

    /** The most routes that can be asked for. */
    public static final int MAX_LIMIT = 100;

    private static final int DEFAULT_HOPS = 4;
    private static final int DEFAULT_LIMIT = 10;
    private static final long DEFAULT_BUDGET = 20_000_000;
    private static final BitSet NOBODY = new BitSet(0);

    final int[] sources;
    final int[] targets;
    final int limit;
    final int maxHops;
    final int perFirstContact;
    final BitSet excluded;
    final Willingness willingness;
    final long budget;

    private RouteQuery(
            int[] sources,
            int[] targets,
            int limit,
            int maxHops,
            int perFirstContact,
            BitSet excluded,
            Willingness willingness,
            long budget) {
        this.sources = sources;
        this.targets = targets;
        this.limit = limit;
        this.maxHops = maxHops;
        this.perFirstContact = perFirstContact;
        this.excluded = excluded;
        this.willingness = willingness;
        this.budget = budget;
    }

    /** Asks for the 10 best routes of at most 4 hops; repeated nodes count once. */
    public static RouteQuery between(int[] sources, int[] targets) {
        return new RouteQuery(
                sources.clone(),
                targets.clone(),
                DEFAULT_LIMIT,
                DEFAULT_HOPS,
                MAX_LIMIT,
                NOBODY,
                Willingness.FULL,
                DEFAULT_BUDGET);
    }

    /** Asks for the 10 best routes of at most 4 hops. */
    public static RouteQuery between(int source, int target) {
        return between(new int[] {source}, new int[] {target});
    }

    /** At most this many routes, 1 to {@value #MAX_LIMIT}. */
    public RouteQuery limit(int routes) {
        return new RouteQuery(
                sources,
                targets,
                within(routes, MAX_LIMIT, "limit"),
                maxHops,
                perFirstContact,
                excluded,
                willingness,
                budget);
    }

    /** Routes of at most this many hops, 1 to {@value #MAX_HOPS}. */
    public RouteQuery maxHops(int hops) {
        return new RouteQuery(
                sources,
                targets,
                limit,
                within(hops, MAX_HOPS, "maxHops"),
                perFirstContact,
                excluded,
                willingness,
                budget);
    }

    /**
     * At most this many routes through the same first contact, so that not everybody asks the same
     * person; the answer is the best set of routes that keeps to it. Unlimited by default.
     */
    public RouteQuery perFirstContact(int routes) {
        return new RouteQuery(
                sources,
                targets,
                limit,
                maxHops,
                Math.min(MAX_LIMIT, within(routes, Integer.MAX_VALUE, "perFirstContact")),
                excluded,
                willingness,
                budget);
    }

    /**
     * Nodes that take no part, neither between nor at the ends. They leave no trace in the answer.
     */
    public RouteQuery excluding(BitSet nodes) {
        return new RouteQuery(
                sources, targets, limit, maxHops, perFirstContact, nodes, willingness, budget);
    }

    /** How willing intermediaries are; fully, by default. */
    public RouteQuery willingness(Willingness willing) {
        return new RouteQuery(
                sources, targets, limit, maxHops, perFirstContact, excluded, willing, budget);
    }

    /**
     * Look at about this many ties at most, then answer with the best found so far and say that it
     * is not proven complete. 20,000,000 by default, some tenths of a second.
     */
    public RouteQuery budget(long ties) {
        if (ties < 1) {
            throw new IllegalArgumentException("budget must be positive: " + ties);
        }
        return new RouteQuery(
                sources, targets, limit, maxHops, perFirstContact, excluded, willingness, ties);
    }

    private static int within(int value, int greatest, String name) {
        if (value < 1 || value > greatest) {
            throw new IllegalArgumentException(
                    name + " must be between 1 and " + greatest + ": " + value);
        }
        return value;
    }
}
