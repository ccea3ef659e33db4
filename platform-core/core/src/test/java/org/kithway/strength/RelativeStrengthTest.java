package org.kithway.strength;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.kithway.quality.Network;

class RelativeStrengthTest {
    @Test
    void withoutATieThereIsNoStrength() {
        RelativeStrength strength =
                new RelativeStrength(Network.mutual(3).add(0, 1, 5).add(1, 2, 5).build());

        assertThat(strength.of(0, 2)).isZero();
        assertThat(strength.of(0, 1)).isPositive();
    }

    @Test
    void theOneWhoGivesMoreAttentionSeesAStrongerTie() {
        Network.Builder builder = Network.mutual(10).add(0, 1, 5);
        for (int i = 2; i < 10; i++) {
            builder.add(1, i, 5);
        }
        RelativeStrength strength = new RelativeStrength(builder.build());

        assertThat(strength.of(0, 1)).isGreaterThan(strength.of(1, 0));
    }

    @Test
    void inWhichDirectionTheTrafficWentDoesNotMatter() {
        RelativeStrength there =
                new RelativeStrength(Network.directed(3).add(0, 1, 5).add(1, 2, 2).build());
        RelativeStrength back =
                new RelativeStrength(Network.directed(3).add(1, 0, 5).add(1, 2, 2).build());

        assertThat(there.of(0, 1)).isEqualTo(back.of(0, 1));
    }

    @Test
    void moreTrafficMakesATieStronger() {
        assertThat(ofTriangle(9).of(0, 1)).isGreaterThan(ofTriangle(3).of(0, 1));
    }

    @Test
    void sharedContactsStrengthenATie() {
        Network apart = Network.mutual(4).add(0, 1, 5).add(0, 2, 5).add(1, 3, 5).build();
        Network shared = Network.mutual(4).add(0, 1, 5).add(0, 2, 5).add(1, 2, 5).build();

        assertThat(new RelativeStrength(shared).of(0, 1))
                .isGreaterThan(new RelativeStrength(apart).of(0, 1));
    }

    @Test
    void theSameTrafficMeansLessBetweenTheBusy() {
        Network.Builder builder = Network.mutual(20).add(0, 1, 5).add(2, 3, 5);
        for (int i = 4; i < 20; i++) {
            builder.add(2, i, 5);
        }
        RelativeStrength strength = new RelativeStrength(builder.build());

        assertThat(strength.of(2, 3)).isLessThan(strength.of(0, 1));
    }

    private static RelativeStrength ofTriangle(double weight) {
        return new RelativeStrength(
                Network.mutual(3).add(0, 1, weight).add(1, 2, 3).add(0, 2, 3).build());
    }
}
