package org.kithway.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

class RouteSearchTest {

    private static final int CASES = 8_000;

    private final RouteSearch search = new RouteSearch();

    @Test
    void findsExactlyTheBestOfAllRoutes() {
        int withRoutes = 0;
        for (long seed = 1; seed <= CASES; seed++) {
            RandomCase random = new RandomCase(seed);
            Routes routes = search.find(random.graph(), random.query);
            assertIsBest(random, random.ties, routes);
            withRoutes += routes.routes().isEmpty() ? 0 : 1;
        }
        assertThat(withRoutes).as("cases that have routes at all").isGreaterThan(CASES / 3);
    }

    @Test
    void findsOnAnEditedGraphWhatItFindsOnARebuiltOne() {
        for (long seed = 1; seed <= CASES / 2; seed++) {
            RandomCase random = new RandomCase(seed);
            Map<Long, Double> ties = new HashMap<>(random.ties);
            TieGraph graph = random.graph();
            for (int edits = random.random.nextInt(3); edits >= 0; edits--) {
                graph = edited(graph, ties, random);
            }
            assertIsBest(random, ties, search.find(graph, random.query));
            assertIsBest(random, ties, search.find(graph.compact(), random.query));
        }
    }

    private static TieGraph edited(TieGraph graph, Map<Long, Double> ties, RandomCase of) {
        TieGraph.Edit edit = graph.edit();
        for (int i = of.random.nextInt(12); i >= 0; i--) {
            int from = of.random.nextInt(of.nodeCount);
            int to = of.random.nextInt(of.nodeCount);
            if (from != to && of.random.nextInt(3) == 0) {
                edit.remove(from, to);
                ties.remove(RandomCase.key(from, to));
            } else if (from != to) {
                double chance = 1 - of.random.nextDouble();
                edit.put(from, to, chance);
                ties.put(RandomCase.key(from, to), chance);
            }
        }
        return edit.apply();
    }

    private static void assertIsBest(RandomCase random, Map<Long, Double> ties, Routes actual) {
        List<EveryRoute.Found> expected =
                EveryRoute.best(random.nodeCount, ties, random.willingness, random.query);
        assertThat(actual.complete()).as(random::toString).isTrue();
        assertThat(actual.routes().stream().map(Route::nodes).toList())
                .as(random::toString)
                .isEqualTo(expected.stream().map(EveryRoute.Found::nodes).toList());
        for (int rank = 0; rank < expected.size(); rank++) {
            Route route = actual.routes().get(rank);
            double product = route.probabilities().stream().reduce(1.0, (a, b) -> a * b);
            assertThat(route.probability())
                    .as(random::toString)
                    .isCloseTo(Math.exp(-expected.get(rank).cost()), within(1e-12))
                    .isCloseTo(product, within(1e-12));
        }
    }

    @Test
    void findsTheSameRoutesWhateverTheNumbersOfTheNodes() {
        for (long seed = 1; seed <= CASES / 4; seed++) {
            RandomCase random = new RandomCase(seed);
            List<Integer> names =
                    new ArrayList<>(IntStream.range(0, random.nodeCount).boxed().toList());
            Collections.shuffle(names, random.random);
            TieGraph.Builder renamed = TieGraph.builder().nodes(random.nodeCount);
            random.ties.forEach((tie, chance) ->
                    renamed.add(
                            names.get(RandomCase.from(tie)),
                            names.get(RandomCase.to(tie)),
                            chance));
            double[] willingness = new double[random.nodeCount];
            BitSet excluded = new BitSet();
            for (int node = 0; node < random.nodeCount; node++) {
                willingness[names.get(node)] = random.willingness[node];
                excluded.set(names.get(node), random.query.excluded.get(node));
            }
            RouteQuery query =
                    RouteQuery.between(
                                    renamed(random.query.sources, names),
                                    renamed(random.query.targets, names))
                            .limit(random.query.limit)
                            .maxHops(random.query.maxHops)
                            .perFirstContact(random.query.perFirstContact)
                            .willingness(RandomCase.willing(willingness))
                            .excluding(excluded);
            assertThat(probabilities(search.find(renamed.build(), query)))
                    .as(random::toString)
                    .isEqualTo(probabilities(search.find(random.graph(), random.query)));
        }
    }

    private static int[] renamed(int[] nodes, List<Integer> names) {
        return IntStream.of(nodes).map(names::get).toArray();
    }

    private static List<Double> probabilities(Routes routes) {
        return routes.routes().stream().map(Route::probability).toList();
    }

    @Test
    void prefersALikelyRouteOverAShortOne() {
        int me = 0, ana = 1, bob = 2, cy = 3, dee = 4, eve = 5, vip = 6;
        TieGraph graph =
                TieGraph.builder()
                        .add(me, ana, 0.8)
                        .add(me, bob, 0.9)
                        .add(me, cy, 0.5)
                        .add(ana, dee, 0.6)
                        .add(ana, vip, 0.15)
                        .add(bob, dee, 0.4)
                        .add(bob, eve, 0.7)
                        .add(eve, vip, 0.5)
                        .add(dee, vip, 0.7)
                        .add(cy, vip, 0.6)
                        .build();

        Routes routes = search.find(graph, RouteQuery.between(me, vip));

        assertThat(routes.routes().stream().map(Route::nodes))
                .containsExactly(
                        List.of(me, ana, dee, vip),
                        List.of(me, bob, eve, vip),
                        List.of(me, cy, vip),
                        List.of(me, bob, dee, vip),
                        List.of(me, ana, vip));
        double[] expected = {0.336, 0.315, 0.300, 0.252, 0.120};
        for (int rank = 0; rank < expected.length; rank++) {
            assertThat(routes.routes().get(rank).probability())
                    .isCloseTo(expected[rank], within(1e-6));
        }
    }

    @Test
    void keepsToTheQuotaOfEachFirstContact() {
        TieGraph graph = manyThroughOneFriend();

        Routes routes = search.find(graph, RouteQuery.between(0, 9).perFirstContact(1));

        assertThat(routes.routes().stream().map(Route::firstContact)).containsExactly(1, 2);
    }

    @Test
    void passesOverExcludedNodesBeforeTheyCountAmongTheBest() {
        BitSet excluded = new BitSet();
        excluded.set(1);

        Routes routes =
                search.find(
                        manyThroughOneFriend(),
                        RouteQuery.between(0, 9).limit(1).excluding(excluded));

        assertThat(routes.routes().stream().map(Route::nodes)).containsExactly(List.of(0, 2, 3, 9));
    }

    @Test
    void lowersAHopByTheWillingnessOfWhoMakesIt() {
        Willingness half = Willingness.of(10, node -> 0.5);

        Route route =
                search.find(manyThroughOneFriend(), RouteQuery.between(0, 9).willingness(half))
                        .routes()
                        .getFirst();

        assertThat(route.probabilities().getFirst()).isCloseTo(0.9, within(1e-6));
        assertThat(route.probabilities().getLast()).isCloseTo(0.45, within(1e-6));
    }

    /**
     * From 0, the friend 1 knows 3 to 8 well and the friend 2 knows them less; each of them knows
     * 9.
     */
    private static TieGraph manyThroughOneFriend() {
        TieGraph.Builder builder = TieGraph.builder().add(0, 1, 0.9).add(0, 2, 0.9);
        for (int node = 3; node < 9; node++) {
            builder.add(1, node, 0.9).add(2, node, 0.5).add(node, 9, 0.9);
        }
        return builder.build();
    }

    @Test
    void saysThatItIsNotCompleteWhenTheBudgetEndsIt() {
        TieGraph graph = crowd(300, 30, 7);
        RouteQuery query = RouteQuery.between(0, 1).limit(100).maxHops(6);

        Routes cut = search.find(graph, query.budget(1_000));
        Routes whole = search.find(graph, query);

        assertThat(cut.complete()).isFalse();
        assertThat(cut.expansions()).isLessThan(whole.expansions());
        assertThat(whole.complete()).isTrue();
    }

    @Test
    void findsTheSameWhenHalvesOfRoutesDoNotFitInMemoryAtOnce() {
        RouteSearch[] small = {new RouteSearch(1), new RouteSearch(3), new RouteSearch(20)};
        for (long seed = 1; seed <= CASES / 2; seed++) {
            RandomCase random = new RandomCase(seed);
            Routes routes = small[(int) seed % small.length].find(random.graph(), random.query);
            assertIsBest(random, random.ties, routes);
        }
    }

    @Test
    void refusesNodesThatTheGraphDoesNotHave() {
        assertThatThrownBy(() -> search.find(crowd(10, 3, 1), RouteQuery.between(3, 10)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(search.find(crowd(10, 3, 1), RouteQuery.between(3, 9)).complete()).isTrue();
    }

    @Test
    void refusesLimitsOutOfRange() {
        RouteQuery query = RouteQuery.between(0, 1);
        assertThatThrownBy(() -> query.limit(101)).hasMessageContaining("limit");
        assertThatThrownBy(() -> query.maxHops(7)).hasMessageContaining("maxHops");
        assertThatThrownBy(() -> query.perFirstContact(0)).hasMessageContaining("perFirstContact");
        assertThatThrownBy(() -> query.budget(0)).hasMessageContaining("budget");
    }

    private static TieGraph crowd(int nodeCount, int degree, long seed) {
        Random random = new Random(seed);
        TieGraph.Builder builder = TieGraph.builder().nodes(nodeCount);
        for (int i = 0; i < nodeCount * degree; i++) {
            int from = random.nextInt(nodeCount);
            int to = random.nextInt(nodeCount);
            if (from != to) {
                builder.add(from, to, 1 - random.nextDouble());
            }
        }
        return builder.build();
    }
}
