package org.kithway.route;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds the best introduction routes, exactly: the k most probable loopless routes within a hop
 * limit, from any source to any target. Holds working memory that it reuses: one search at a time,
 * one instance a thread.
 *
 * <p>The routes of 1, 2, … hops are looked for in turn, and each time they meet in the middle. From
 * one side all halves are stored by the node where they end; from the other side all halves are
 * walked, depth first, and joined with what is stored there. Where the middle lies, and which side
 * is stored, follows from an estimate of the work. The cost of the k-th best route so far bounds
 * both walks; since the ties of a node are sorted by cost, a row is left at the first tie beyond
 * the bound. The work grows with the degree to the power of half the hops, and hardly with k or the
 * size of the graph.
 *
 * <p>A node that must not take part is passed over before it can lower the bound, so the answer is
 * that of a graph without it.
 */
public final class RouteSearch {

    private final Side left = new Side(TieGraph.EMPTY.out);
    private final Side right = new Side(TieGraph.EMPTY.in);
    private final Frontier leftFrontier = new Frontier();
    private final Frontier rightFrontier = new Frontier();
    private final HalfRoutes halves;
    private final BestRoutes best = new BestRoutes();
    private final int[] nodes = new int[RouteQuery.MAX_HOPS + 1];

    private RouteQuery query = RouteQuery.between(new int[0], new int[0]);
    private long expansions;
    private boolean exhausted;

    /** The length of the routes being looked for, and the most that one may cost. */
    private int hops;

    private double bound;

    /** The bound of the first contact whose routes are being walked. */
    private double contactBound;

    private Side stored = left;
    private Side walked = right;
    private int storedHops;
    private int walkedHops;

    /** Keeps up to some ten megabytes of working memory. */
    public RouteSearch() {
        this(1 << 18);
    }

    RouteSearch(int storedHalves) {
        halves = new HalfRoutes(storedHalves);
    }

    /**
     * Answers the query on the graph.
     *
     * @throws IllegalArgumentException if a source or target is no node of the graph
     */
    public Routes find(TieGraph graph, RouteQuery asked) {
        query = asked;
        expansions = 0;
        exhausted = false;
        try {
            left.begin(graph, graph.out, asked.sources, asked.excluded);
            right.begin(graph, graph.in, asked.targets, asked.excluded);
            long contacts = Math.min(RouteQuery.MAX_LIMIT, left.firstTies);
            int limit = (int) Math.min(asked.limit, contacts * asked.perFirstContact);
            best.reset(limit, asked.perFirstContact);
            if (left.firstTies > 0 && right.firstTies > 0) {
                search();
            }
            return answer(graph);
        } finally {
            left.end();
            right.end();
        }
    }

    private void search() {
        hops = 1;
        bound = best.bound(1);
        findDirectTies();
        for (hops = 2; hops <= query.maxHops && !exhausted; hops++) {
            bound = best.bound(hops);
            chooseMiddle();
            double storeBound = bound - walked.least(walkedHops);
            boolean whole = true;
            halves.reset(storedHops, frontier(stored).size(storedHops));
            for (int i = 0; i < stored.rootCount && !exhausted; i++) {
                stored.path[0] = stored.roots[i];
                whole &= store(1, stored.roots[i], 0);
            }
            if (whole && !exhausted) {
                stored.raiseLeast(storedHops, Math.min(storeBound, halves.least()));
            }
            walkAll();
        }
    }

    private void findDirectTies() {
        boolean fromLeft = left.firstTies <= right.firstTies;
        Side from = fromLeft ? left : right;
        Side to = fromLeft ? right : left;
        for (int r = 0; r < from.rootCount && !exhausted; r++) {
            int root = from.roots[r];
            long[] row = from.rows.array(root);
            int start = from.rows.start(row, root);
            int end = from.rows.end(row, root);
            long last = Cost.lastWithin(bound);
            int i = start;
            for (; i < end && row[i] <= last; i++) {
                int other = Cost.neighbour(row[i]);
                if (to.has(other)) {
                    nodes[0] = fromLeft ? root : other;
                    nodes[1] = fromLeft ? other : root;
                    best.offer(Cost.cost(row[i]), nodes, 1);
                    bound = best.bound(1);
                    last = Cost.lastWithin(bound);
                }
            }
            spend(i - start);
        }
    }

    /**
     * Splits the hops between the sides, for the least work; storing a half takes about as long as
     * walking three.
     */
    private void chooseMiddle() {
        leftFrontier.measure(left, hops - 1, bound - right.least(1));
        rightFrontier.measure(right, hops - 1, bound - left.least(1));
        boolean mayStoreLeft = query.perFirstContact >= query.limit;
        double leastWork = Double.MAX_VALUE;
        for (int leftHops = 1; leftHops < hops; leftHops++) {
            int rightHops = hops - leftHops;
            double walks = leftFrontier.work(leftHops) + rightFrontier.work(rightHops);
            double storingRight = walks + 2 * rightFrontier.size(rightHops);
            if (storingRight < leastWork) {
                leastWork = storingRight;
                choose(right, rightHops, left, leftHops);
            }
            double storingLeft = walks + 2 * leftFrontier.size(leftHops);
            if (mayStoreLeft && storingLeft < leastWork) {
                leastWork = storingLeft;
                choose(left, leftHops, right, rightHops);
            }
        }
    }

    private void choose(Side toStore, int hopsToStore, Side toWalk, int hopsToWalk) {
        stored = toStore;
        storedHops = hopsToStore;
        walked = toWalk;
        walkedHops = hopsToWalk;
    }

    private Frontier frontier(Side side) {
        return side == left ? leftFrontier : rightFrontier;
    }

    /**
     * Stores the halves that go on from the node with this hop; says whether all that are stored
     * are still held.
     */
    private boolean store(int hop, int node, double cost) {
        long last = Cost.lastWithin(bound - walked.least(walkedHops) - cost);
        if (last < 0) {
            return true;
        }
        boolean whole = true;
        Rows rows = stored.rows;
        long[] row = rows.array(node);
        int start = rows.start(row, node);
        int end = rows.end(row, node);
        int i = start;
        for (; i < end && row[i] <= last && !exhausted; i++) {
            int next = Cost.neighbour(row[i]);
            if (stored.passed(next, hop)) {
                continue;
            }
            double nextCost = cost + Cost.cost(row[i]);
            if (hop < storedHops) {
                if (mayPassOn(next)) {
                    stored.path[hop] = next;
                    whole &= store(hop + 1, next, nextCost + query.willingness.cost(next));
                }
            } else {
                if (halves.isFull()) {
                    whole = false;
                    walkAll();
                    halves.clear();
                    last = Cost.lastWithin(bound - walked.least(walkedHops) - cost);
                }
                halves.add(next, nextCost, stored.path);
            }
        }
        spend(i - start);
        return whole;
    }

    /** Joins all that is stored with all halves of the other side. */
    private void walkAll() {
        if (!halves.isEmpty()) {
            for (int i = 0; i < walked.rootCount && !exhausted; i++) {
                walked.path[0] = walked.roots[i];
                contactBound = bound;
                walk(1, walked.roots[i], 0);
            }
        }
    }

    private void walk(int hop, int node, double cost) {
        long last = Cost.lastWithin(contactBound - halves.least() - cost);
        if (last < 0) {
            return;
        }
        Rows rows = walked.rows;
        long[] row = rows.array(node);
        int start = rows.start(row, node);
        int end = rows.end(row, node);
        int i = start;
        for (; i < end && row[i] <= last && !exhausted; i++) {
            int next = Cost.neighbour(row[i]);
            if (hop < walkedHops) {
                if (mayPassOn(next) && !walked.passed(next, hop)) {
                    walked.path[hop] = next;
                    if (hop == 1) {
                        contactBound = walked == left ? best.bound(hops, next) : bound;
                    }
                    walk(hop + 1, next, cost + Cost.cost(row[i]) + query.willingness.cost(next));
                    if (hop == 1) {
                        contactBound = bound;
                    }
                    last = Cost.lastWithin(contactBound - halves.least() - cost);
                }
            } else if (halves.mayMeet(next)) {
                int half = halves.first(next);
                if (half >= 0 && join(next, cost + Cost.cost(row[i]), half)) {
                    last = Cost.lastWithin(contactBound - halves.least() - cost);
                }
            }
        }
        spend(i - start);
    }

    /**
     * Joins the current path with the stored halves that it meets; says whether a route was found
     * that lowered the bound.
     */
    private boolean join(int meeting, double cost, int firstHalf) {
        if (!mayPassOn(meeting) || walked.passed(meeting, walkedHops)) {
            return false;
        }
        double costSoFar = cost + query.willingness.cost(meeting);
        boolean found = false;
        int half = firstHalf;
        while (half >= 0 && costSoFar + halves.cost(half) <= contactBound) {
            expansions++;
            if (areApart(half)) {
                put(meeting, half);
                if (best.offer(costSoFar + halves.cost(half), nodes, hops)) {
                    found = true;
                    bound = best.bound(hops);
                    contactBound =
                            walked == left && walkedHops > 1
                                    ? best.bound(hops, walked.path[1])
                                    : bound;
                }
            }
            half = halves.next(half);
        }
        return found;
    }

    private boolean areApart(int half) {
        for (int i = 0; i < storedHops; i++) {
            int node = halves.node(half, i);
            if (node == walked.path[0] || walked.passed(node, walkedHops)) {
                return false;
            }
        }
        return true;
    }

    private void put(int meeting, int half) {
        nodes[walked == left ? walkedHops : storedHops] = meeting;
        for (int i = 0; i < walkedHops; i++) {
            nodes[walked == left ? i : hops - i] = walked.path[i];
        }
        for (int i = 0; i < storedHops; i++) {
            nodes[stored == left ? i : hops - i] = halves.node(half, i);
        }
    }

    /** Whether the node may stand between the ends. */
    private boolean mayPassOn(int node) {
        return !left.has(node) && !right.has(node) && !query.excluded.get(node);
    }

    private void spend(int ties) {
        expansions += ties;
        if (expansions > query.budget) {
            exhausted = true;
        }
    }

    private Routes answer(TieGraph graph) {
        List<Route> routes = new ArrayList<>(best.size());
        for (int rank = 0; rank < best.size(); rank++) {
            BestRoutes.Candidate found = best.get(rank);
            List<Integer> people = new ArrayList<>(found.hops() + 1);
            List<Double> chances = new ArrayList<>(found.hops());
            people.add(found.node(0));
            for (int hop = 1; hop <= found.hops(); hop++) {
                int from = found.node(hop - 1);
                int to = found.node(hop);
                double cost = graph.out.cost(from, to);
                if (hop > 1) {
                    cost += query.willingness.cost(from);
                }
                people.add(to);
                chances.add(Cost.probability(cost));
            }
            routes.add(new Route(people, chances, Cost.probability(found.cost())));
        }
        return new Routes(routes, !exhausted, expansions);
    }
}
