package org.kithway.quality;

import java.util.Random;

/** Networks to measure. */
final class Networks {
    private Networks() {}

    /** Of ties such as "A-B A-F": nodes are numbered by their letters. */
    static Network ofLetters(String ties) {
        int most = ties.chars().filter(Character::isLetter).max().orElse('A') - 'A';
        Network.Builder builder = Network.mutual(most + 1);
        for (String tie : ties.split(" ")) {
            builder.add(tie.charAt(0) - 'A', tie.charAt(2) - 'A');
        }
        return builder.build();
    }

    static Network random(boolean directed, int nodes, int ties, Random random) {
        Network.Builder builder = directed ? Network.directed(nodes) : Network.mutual(nodes);
        for (int i = 0; i < ties; i++) {
            builder.add(
                    random.nextInt(nodes), random.nextInt(nodes), 0.1 + random.nextInt(9) / 10.0);
        }
        return builder.build();
    }

    /** The same network under other numbers. */
    static Network renumbered(Network network, int[] numbers) {
        Network.Builder builder =
                network.isDirected()
                        ? Network.directed(network.nodeCount())
                        : Network.mutual(network.nodeCount());
        for (int node = 0; node < network.nodeCount(); node++) {
            int from = node;
            network.forEachTieFrom(
                    node,
                    (to, weight) -> {
                        if (network.isDirected() || from < to) {
                            builder.add(numbers[from], numbers[to], weight);
                        }
                    });
        }
        return builder.build();
    }
}
