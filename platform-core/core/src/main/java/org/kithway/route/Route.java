package org.kithway.route;

import java.util.List;

/**
 * One way from a source to a target.
 *
 * @param nodes the people on the way, the source first and the target last; at least two, all
 *     different
 * @param probabilities the chance of each hop, in (0, 1]: that the one who is asked passes it on,
 *     which for an intermediary includes their {@link Willingness}; one fewer than the nodes
 * @param probability the chance of the whole route: the product of its hops
 */
public record Route(List<Integer> nodes, List<Double> probabilities, double probability) {

    public Route {
        nodes = List.copyOf(nodes);
        probabilities = List.copyOf(probabilities);
        if (nodes.size() < 2 || probabilities.size() != nodes.size() - 1) {
            throw new IllegalArgumentException(
                    nodes.size() + " nodes and " + probabilities.size() + " hops make no route");
        }
    }

    /** The number of hops, at least one. */
    public int hops() {
        return probabilities.size();
    }

    /** The person whom the source asks. */
    public int firstContact() {
        return nodes.get(1);
    }
}
