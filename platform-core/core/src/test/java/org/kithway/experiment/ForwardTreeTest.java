package org.kithway.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;

class ForwardTreeTest {
    private static final Code ROOT = new Code("K7QMB2XA");

    @Test
    void aTreeIsRebuiltFromItsCodesAlone() {
        long seed = 5;
        Random random = new Random(seed);
        for (int round = 0; round < 1_000; round++) {
            List<Code> all = new ArrayList<>(List.of(ROOT));
            for (int i = 0; i < 30; i++) {
                Code parent = all.get(random.nextInt(all.size()));
                if (parent.mayBePassedOn()) {
                    all.add(parent.child(1 + i));
                }
            }
            List<Code> lost =
                    all.stream()
                            .filter(code -> all.stream().anyMatch(c -> isChild(c, code)))
                            .filter(code -> random.nextInt(4) == 0)
                            .toList();
            List<Code> used = new ArrayList<>(all);
            used.removeAll(lost);

            ForwardTree tree = ForwardTree.of(used);

            assertThat(tree.gaps())
                    .as("seed %d, round %d", seed, round)
                    .isEqualTo(new TreeSet<>(lost.stream().map(Code::text).toList()));
            assertThat(tree.breadth().stream().mapToInt(Integer::intValue).sum())
                    .isEqualTo(all.size());
            assertThat(tree.depth())
                    .isEqualTo(all.stream().mapToInt(Code::depth).max().orElseThrow());
        }
    }

    @Test
    void reproductionIsNewReadersPerReader() {
        ForwardTree tree =
                ForwardTree.of(List.of(ROOT, ROOT.child(1), ROOT.child(2), ROOT.child(1).child(1)));

        assertThat(tree.breadth()).containsExactly(1, 2, 1);
        assertThat(tree.reproduction()).isEqualTo(0.75);
        assertThat(ForwardTree.of(List.of()).reproduction()).isZero();
    }

    @Test
    void aCodeIsReadAsPeopleTypeIt() {
        assertThat(Code.typed(" k7qmb2xa-1 ")).contains(ROOT.child(1));
        assertThat(Code.typed("OIL00000")).contains(new Code("01100000"));
        assertThat(Code.typed("short")).isEmpty();
        assertThat(Code.typed("K7QMB2XA-0")).isEmpty();
    }

    @Test
    void freshCodesAreCodes() {
        Code code = Code.fresh(new SecureRandom());

        assertThat(Code.typed(code.text())).contains(code);
        assertThat(code.parent()).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> new Code("U7QMB2XA"));
    }

    private static boolean isChild(Code code, Code of) {
        return code.parent().filter(of::equals).isPresent();
    }
}
