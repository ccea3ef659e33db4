package org.kithway.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

class TieGraphTest {

    @Test
    void showsTheTiesOfANodeStrongestFirstInBothDirections() {
        TieGraph graph =
                TieGraph.builder()
                        .add(0, 1, 0.2)
                        .add(0, 2, 0.7)
                        .add(3, 0, 1)
                        .add(2, 0, 0.5)
                        .build();

        assertThat(from(graph, 0)).containsExactly("2: 0.70", "1: 0.20");
        assertThat(to(graph, 0)).containsExactly("3: 1.00", "2: 0.50");
        assertThat(graph.nodeCount()).isEqualTo(4);
        assertThat(graph.tieCount()).isEqualTo(4);
    }

    @Test
    void keepsTheStrongestOfParallelTies() {
        TieGraph graph = TieGraph.builder().add(0, 1, 0.2).add(0, 1, 0.7).add(0, 1, 0.4).build();

        assertThat(graph.tieCount()).isEqualTo(1);
        assertThat(graph.probability(0, 1)).isCloseTo(0.7, within(1e-7));
        assertThat(to(graph, 1)).containsExactly("0: 0.70");
    }

    @Test
    void refusesWhatIsNoTie() {
        TieGraph.Builder builder = TieGraph.builder();
        assertThatThrownBy(() -> builder.add(0, 0, 0.5)).hasMessageContaining("no tie");
        assertThatThrownBy(() -> builder.add(-1, 0, 0.5)).hasMessageContaining("no tie");
        assertThatThrownBy(() -> builder.add(0, 1, 0)).hasMessageContaining("(0, 1]");
        assertThatThrownBy(() -> builder.add(0, 1, 1.01)).hasMessageContaining("(0, 1]");
        assertThatThrownBy(() -> builder.add(0, 1, Double.NaN)).hasMessageContaining("(0, 1]");
    }

    @Test
    void anEditLeavesTheEditedGraphAsItWas() {
        TieGraph before = TieGraph.builder().add(0, 1, 0.5).add(1, 2, 0.5).build();

        TieGraph after = before.edit().put(0, 1, 0.9).remove(1, 2).put(2, 7, 0.1).apply();

        assertThat(from(before, 0)).containsExactly("1: 0.50");
        assertThat(before.nodeCount()).isEqualTo(3);
        assertThat(from(after, 0)).containsExactly("1: 0.90");
        assertThat(from(after, 1)).isEmpty();
        assertThat(to(after, 7)).containsExactly("2: 0.10");
        assertThat(from(after, 5)).isEmpty();
        assertThat(after.nodeCount()).isEqualTo(8);
        assertThat(after.tieCount()).isEqualTo(2);
    }

    @Test
    void theLastChangeOfATieStands() {
        TieGraph graph =
                TieGraph.EMPTY
                        .edit()
                        .put(0, 1, 0.9)
                        .remove(0, 1)
                        .put(2, 3, 0.1)
                        .put(2, 3, 0.3)
                        .apply();

        assertThat(from(graph, 0)).isEmpty();
        assertThat(from(graph, 2)).containsExactly("3: 0.30");
    }

    @Test
    void viewsOfOneBaseDoNotSeeEachOthersChanges() {
        TieGraph base = TieGraph.builder().add(0, 1, 0.5).build();
        TieGraph ana = base.edit().put(0, 2, 0.5).apply();
        TieGraph bob = base.edit().put(0, 3, 0.5).apply();

        assertThat(from(ana, 0)).containsExactly("1: 0.50", "2: 0.50");
        assertThat(from(bob, 0)).containsExactly("1: 0.50", "3: 0.50");
    }

    @Test
    void anEditReplacesOnlyTheRowsThatItTouches() {
        TieGraph.Builder builder = TieGraph.builder();
        for (int node = 0; node < 1_000; node++) {
            builder.add(node, (node + 1) % 1_000, 0.5);
        }
        TieGraph edited = builder.build().edit().put(3, 500, 0.1).put(3, 501, 0.1).apply();

        assertThat(edited.replacedRows()).isEqualTo(3);
        assertThat(edited.compact().replacedRows()).isZero();
    }

    @Test
    void manyEditsAndACompactionEqualOneBuild() {
        long seed = 20_261_124;
        Random random = new Random(seed);
        Map<Long, Double> ties = new HashMap<>();
        TieGraph graph = TieGraph.EMPTY;
        for (int round = 0; round < 60; round++) {
            TieGraph.Edit edit = graph.edit();
            for (int i = 0; i < 100; i++) {
                int from = random.nextInt(200 + round);
                int to = random.nextInt(200 + round);
                if (from != to && random.nextInt(4) == 0) {
                    edit.remove(from, to);
                    ties.remove(RandomCase.key(from, to));
                } else if (from != to) {
                    double chance = 1 - random.nextDouble();
                    edit.put(from, to, chance);
                    ties.put(RandomCase.key(from, to), chance);
                }
            }
            graph = edit.apply();
            if (round % 20 == 10) {
                graph = graph.compact();
            }
        }
        TieGraph.Builder rebuilt = TieGraph.builder().nodes(graph.nodeCount());
        ties.forEach(
                (tie, chance) -> rebuilt.add(RandomCase.from(tie), RandomCase.to(tie), chance));

        assertThat(graph.tieCount()).as("seed %d", seed).isEqualTo(ties.size());
        assertSameTies(graph, rebuilt.build());
        assertSameTies(graph.compact(), rebuilt.build());
    }

    @Test
    void isReadBackFromItsPackedForm() {
        TieGraph graph =
                TieGraph.builder()
                        .add(0, 1, 0.2)
                        .add(1, 2, 0.7)
                        .build()
                        .edit()
                        .put(2, 4, 1)
                        .apply();

        assertSameTies(TieGraph.of(graph.packed()), graph);
    }

    @Test
    void storesASymmetricGraphOnce() {
        TieGraph graph = TieGraph.builder().add(0, 1, 0.2).add(1, 0, 0.2).build();

        assertThat(graph.out).isSameAs(graph.in);
        TieGraph read = TieGraph.of(graph.packed());
        assertThat(read.out).isSameAs(read.in);
    }

    @Test
    void refusesAPackedFormThatDoesNotFitTogether() {
        TieGraph.Packed packed = TieGraph.builder().add(0, 1, 0.2).build().packed();
        MemorySegment tooFar = MemorySegment.ofArray(new long[] {9});
        assertThatThrownBy(() ->
                        TieGraph.of(
                                new TieGraph.Packed(
                                        packed.outOffsets(),
                                        tooFar,
                                        packed.inOffsets(),
                                        packed.inTies())))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() ->
                        TieGraph.of(
                                new TieGraph.Packed(
                                        packed.outOffsets(),
                                        MemorySegment.ofArray(new long[0]),
                                        packed.inOffsets(),
                                        packed.inTies())))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static void assertSameTies(TieGraph actual, TieGraph expected) {
        assertThat(actual.nodeCount()).isEqualTo(expected.nodeCount());
        for (int node = 0; node < expected.nodeCount(); node++) {
            assertThat(from(actual, node)).isEqualTo(from(expected, node));
            assertThat(to(actual, node)).isEqualTo(to(expected, node));
        }
    }

    private static List<String> from(TieGraph graph, int node) {
        List<String> ties = new ArrayList<>();
        graph.forEachTieFrom(
                node, (other, chance) -> ties.add("%d: %.2f".formatted(other, chance)));
        return ties;
    }

    private static List<String> to(TieGraph graph, int node) {
        List<String> ties = new ArrayList<>();
        graph.forEachTieTo(node, (other, chance) -> ties.add("%d: %.2f".formatted(other, chance)));
        return ties;
    }
}
