package org.kithway.benchmarks.identity;

import org.kithway.identity.Clustering;
import org.kithway.identity.match.Linkage;

import java.util.List;
import java.util.SortedSet;
import java.util.stream.IntStream;

/** Groups of records out of links. */
final class Groups {
    /** What is likelier than not is joined. */
    static final double EVEN = 0;

    /** Links below say no more against a pair than that it is none. */
    static final double LEAST = -8;

    private Groups() {}

    static List<SortedSet<Integer>> of(int records, List<Linkage.Link> links, double same) {
        List<Clustering.Edge> edges =
                links.stream()
                        .map(link -> new Clustering.Edge(link.one(), link.other(), link.bits()))
                        .toList();
        List<Integer> nodes = IntStream.range(0, records).boxed().toList();
        return Clustering.of(nodes, edges, List.of(), List.of(), same, same).clusters();
    }
}
