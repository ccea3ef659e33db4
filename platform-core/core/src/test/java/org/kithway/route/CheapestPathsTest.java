package org.kithway.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.kithway.quality.Network;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

final class CheapestPathsTest {
    @Test
    void the_cheapest_paths_are_those_of_trying_all() {
        Random random = new Random(3);
        for (int round = 0; round < 300; round++) {
            int nodes = 3 + random.nextInt(5);
            Network.Builder builder =
                    random.nextBoolean() ? Network.directed(nodes) : Network.mutual(nodes);
            for (int i = 0; i < 2 * nodes; i++) {
                builder.add(random.nextInt(nodes), random.nextInt(nodes), 1 + random.nextInt(5));
            }
            Network network = builder.build();
            List<Double> all = new ArrayList<>();
            everyWay(network, 0, nodes - 1, 0, new boolean[nodes], all);
            all.sort(null);
            int k = 1 + random.nextInt(12);
            List<CheapestPaths.Path> found = new CheapestPaths(network, nodes - 1).from(0, k);
            assertThat(found.stream().map(CheapestPaths.Path::cost))
                    .as("round %d", round)
                    .isEqualTo(all.subList(0, Math.min(k, all.size())));
            assertThat(found).doesNotHaveDuplicates();
            found.forEach(path -> assertThat(path.nodes()).doesNotHaveDuplicates());
        }
    }

    private static void everyWay(
            Network network,
            int node,
            int target,
            double cost,
            boolean[] passed,
            List<Double> costs) {
        if (node == target) {
            costs.add(cost);
            return;
        }
        passed[node] = true;
        network.forEachTieFrom(
                node,
                (other, weight) -> {
                    if (!passed[other]) {
                        everyWay(network, other, target, cost + weight, passed, costs);
                    }
                });
        passed[node] = false;
    }

    @Test
    void a_path_may_be_as_long_as_it_needs() {
        Network.Builder chain = Network.directed(50);
        for (int i = 0; i < 49; i++) {
            chain.add(i, i + 1, 0.1);
        }
        List<CheapestPaths.Path> found = new CheapestPaths(chain.build(), 49).from(0, 3);
        assertThat(found).hasSize(1);
        assertThat(found.getFirst().nodes()).hasSize(50);
        assertThat(found.getFirst().cost()).isCloseTo(4.9, within(1e-12));
    }

    @Test
    void there_is_no_path_to_oneself_or_to_whom_nothing_leads() {
        Network network = Network.directed(3).add(0, 1).build();
        assertThat(new CheapestPaths(network, 0).from(0, 5)).isEmpty();
        assertThat(new CheapestPaths(network, 2).from(0, 5)).isEmpty();
    }
}
