package org.kithway.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.jgrapht.GraphPath;
import org.jgrapht.alg.shortestpath.AllDirectedPaths;
import org.jgrapht.alg.shortestpath.DijkstraShortestPath;
import org.jgrapht.graph.DefaultWeightedEdge;
import org.jgrapht.graph.SimpleDirectedWeightedGraph;
import org.junit.jupiter.api.Test;

import java.util.List;

/** Agreement with an independent library. */
class JGraphTOracleTest {

    private static final int CASES = 1_000;

    private final RouteSearch search = new RouteSearch();

    @Test
    void findsTheCheapestOfAllSimplePaths() {
        for (long seed = 1; seed <= CASES; seed++) {
            RandomCase random = new RandomCase(seed);
            int source = 0;
            int target = random.nodeCount - 1;
            int hops = 1 + (int) (seed % 5);
            var graph = graph(random);
            List<Double> expected =
                    new AllDirectedPaths<>(graph)
                            .getAllPaths(source, target, true, hops).stream()
                                    .map(GraphPath::getWeight)
                                    .sorted()
                                    .limit(20)
                                    .map(cost -> Math.exp(-cost))
                                    .toList();
            List<Double> actual =
                    search
                            .find(
                                    random.graph(),
                                    RouteQuery.between(source, target).maxHops(hops).limit(20))
                            .routes()
                            .stream()
                            .map(Route::probability)
                            .toList();
            assertThat(actual).as(random::toString).hasSameSizeAs(expected);
            for (int rank = 0; rank < actual.size(); rank++) {
                assertThat(actual.get(rank))
                        .as(random::toString)
                        .isCloseTo(expected.get(rank), within(1e-6));
            }
        }
    }

    @Test
    void findsTheShortestPathWhereSixHopsSuffice() {
        for (long seed = 1; seed <= CASES; seed++) {
            RandomCase random = new RandomCase(seed);
            GraphPath<Integer, DefaultWeightedEdge> path =
                    DijkstraShortestPath.findPathBetween(graph(random), 0, random.nodeCount - 1);
            if (path != null && path.getLength() <= RouteQuery.MAX_HOPS) {
                RouteQuery query =
                        RouteQuery.between(0, random.nodeCount - 1)
                                .maxHops(RouteQuery.MAX_HOPS)
                                .limit(1);
                assertThat(search.find(random.graph(), query).routes().getFirst().probability())
                        .as(random::toString)
                        .isCloseTo(Math.exp(-path.getWeight()), within(1e-6));
            }
        }
    }

    private static SimpleDirectedWeightedGraph<Integer, DefaultWeightedEdge> graph(
            RandomCase random) {
        var graph =
                new SimpleDirectedWeightedGraph<Integer, DefaultWeightedEdge>(
                        DefaultWeightedEdge.class);
        for (int node = 0; node < random.nodeCount; node++) {
            graph.addVertex(node);
        }
        random.ties.forEach((tie, chance) ->
                graph.setEdgeWeight(
                        graph.addEdge(RandomCase.from(tie), RandomCase.to(tie)),
                        -Math.log(chance)));
        return graph;
    }
}
