package org.kithway.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.kithway.experiment.AskReport.Asked;
import org.kithway.model.Site;
import org.kithway.statistics.Estimate;
import org.kithway.statistics.Proportion;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

class AskReportTest {
    private static final Site LINKEDIN = new Site("linkedin");
    private static final Site FACEBOOK = new Site("facebook");

    private final SecureRandom codes = new SecureRandom();

    @Test
    void ratesAreRecoveredWithinTheirIntervals() {
        Random random = new Random(300);
        int inside = 0;
        int rounds = 500;
        for (int round = 0; round < rounds; round++) {
            List<Asked> asked = new ArrayList<>();
            for (int i = 0; i < 300; i++) {
                asked.add(asked(LINKEDIN, "a", random.nextDouble() < 0.19, LINKEDIN));
            }
            Estimate answered = AskReport.of(asked, List.of()).all().answered().wilson();
            inside += answered.low() <= 0.19 && 0.19 <= answered.high() ? 1 : 0;
        }

        assertThat((double) inside / rounds).isGreaterThanOrEqualTo(0.93);
    }

    @Test
    void answersOverAnotherSiteMeasureTheBridge() {
        List<Asked> asked = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            asked.add(asked(LINKEDIN, "a", true, i % 100 < 7 ? FACEBOOK : LINKEDIN));
        }

        assertThat(AskReport.of(asked, List.of()).bridges()).isEqualTo(new Proportion(70, 1_000));
    }

    @Test
    void wordingsAreComparedOverThoseWhoWereSentThem() {
        List<Asked> asked = new ArrayList<>();
        for (int i = 0; i < 150; i++) {
            asked.add(asked(LINKEDIN, "plain", i < 42, LINKEDIN));
            asked.add(asked(FACEBOOK, "warm", i < 27, FACEBOOK));
        }
        asked.add(unsent());
        AskReport report = AskReport.of(asked, List.of());

        assertThat(report.byWording())
                .extracting(AskReport.Group::name)
                .containsExactly("plain", "warm");
        assertThat(report.comparisons())
                .singleElement()
                .satisfies(comparison -> {
                    assertThat(comparison.answered().newcombe().low())
                            .isCloseTo(0.0046, within(5e-5));
                    assertThat(comparison.answered().fisher()).isCloseTo(0.0543, within(5e-5));
                });
        assertThat(report.all().answered()).isEqualTo(new Proportion(69, 300));
        assertThat(report.bySite()).hasSize(2);
    }

    @Test
    void beforeSendingItIsSaidWhatSoManyCanShow() {
        assertThat(AskReport.detectable(300, 2)).isCloseTo(0.14, within(0.005));
        assertThat(AskReport.detectable(1, 2)).isEqualTo(1);
    }

    private Asked asked(Site site, String wording, boolean answered, Site over) {
        return new Asked(
                Code.fresh(codes), site, wording, true, answered, false, false, false, false, over);
    }

    private Asked unsent() {
        return new Asked(
                Code.fresh(codes),
                LINKEDIN,
                "warm",
                false,
                true,
                false,
                false,
                false,
                false,
                LINKEDIN);
    }
}
