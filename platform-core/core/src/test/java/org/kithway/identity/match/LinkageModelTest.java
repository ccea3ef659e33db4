package org.kithway.identity.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

import java.util.List;

class LinkageModelTest {
    private final Comparison surname = Comparison.exact("surname", 0.95, 0.01);
    private final LinkageModel model =
            new LinkageModel(-10, List.of(surname, Comparison.exact("town", 0.9, 0.1)));

    @Test
    void agreementWeighsTheLogarithmOfMOverU() {
        assertThat(surname.bits(0)).isCloseTo(6.570, within(0.0005));
        assertThat(surname.bits(1)).isCloseTo(-4.307, within(0.0005));
    }

    @Test
    void whatIsMissingWeighsNothing() {
        long pattern = LinkageModel.with(0, 0, 0);
        assertThat(model.bits(LinkageModel.with(pattern, 1, Comparison.MISSING)))
                .isEqualTo(surname.bits(0));
    }

    @Test
    void thePatternTellsTheLevelOfEachField() {
        long pattern = LinkageModel.with(LinkageModel.with(0, 0, 1), 1, 0);
        assertThat(LinkageModel.level(pattern, 0)).isEqualTo(1);
        assertThat(LinkageModel.level(pattern, 1)).isZero();
        assertThat(LinkageModel.level(pattern, 2)).isEqualTo(Comparison.MISSING);
        assertThat(model.bits(pattern)).isEqualTo(surname.bits(1) + Bits.log2(9));
    }
}
