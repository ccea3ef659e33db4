package org.kithway.identity.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.SplittableRandom;

class EstimationTest {
    private static final double[] M = {0.9, 0.8, 0.95, 0.7};
    private static final double[] U = {0.05, 0.1, 0.02, 0.2};
    private static final LinkageModel START =
            new LinkageModel(
                    -5,
                    List.of(
                            Comparison.exact("a", 0.8, 0.1),
                            Comparison.exact("b", 0.8, 0.1),
                            Comparison.exact("c", 0.8, 0.1),
                            Comparison.exact("d", 0.8, 0.1)));

    private final SplittableRandom random = new SplittableRandom(11);

    @Test
    void findsWhatThePairsWereMadeWith() {
        Pairs strangers = new Pairs();
        Pairs candidates = new Pairs();
        for (int i = 0; i < 100_000; i++) {
            strangers.add(pattern(U), 0);
            candidates.add(pattern(i % 10 == 0 ? M : U), 0);
        }
        LinkageModel learned =
                Estimation.ofCandidates(
                        Estimation.ofRandom(START, strangers, 10), candidates, 100_000, 10);
        for (int field = 0; field < M.length; field++) {
            Level same = learned.comparisons().get(field).levels().getFirst();
            assertThat(same.m()).isCloseTo(M[field], within(0.02));
            assertThat(same.u()).isCloseTo(U[field], within(0.01));
        }
        assertThat(Bits.probability(learned.prior())).isCloseTo(0.1, within(0.005));
    }

    @Test
    void littleDataMovesTheShippedSharesLittle() {
        Pairs few = new Pairs();
        few.add(pattern(new double[] {0, 0, 0, 0}), 30);
        LinkageModel learned = Estimation.ofCandidates(START, few, 100, 100);
        assertThat(learned.comparisons().getFirst().levels().getFirst().m())
                .isCloseTo(0.8, within(0.01));
    }

    private long pattern(double[] agreeing) {
        long pattern = 0;
        for (int field = 0; field < agreeing.length; field++) {
            pattern =
                    LinkageModel.with(
                            pattern, field, random.nextDouble() < agreeing[field] ? 0 : 1);
        }
        return pattern;
    }
}
