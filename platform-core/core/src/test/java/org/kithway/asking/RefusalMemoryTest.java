package org.kithway.asking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.kithway.asking.RefusalMemory.Record;
import org.kithway.statistics.Estimate;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

class RefusalMemoryTest {
    @Test
    void answersAreAddedToWhatIsKnownOfEverybody() {
        RefusalMemory after = RefusalMemory.START.after(new Record(4, 1, List.of()));

        assertThat(after).isEqualTo(new RefusalMemory(7, 3));
        assertThat(after.willing().value()).isCloseTo(0.7, within(1e-12));
    }

    @Test
    void silenceIsNoRefusalAtOnceAndNearlyOneInTheEnd() {
        double start = RefusalMemory.START.mean();
        double hour = after(1 / 24.0);
        double week = after(7);
        double year = after(365);

        assertThat(hour).isCloseTo(start, within(0.01));
        assertThat(week).isLessThan(hour);
        assertThat(year).isLessThan(week);
        assertThat(year)
                .isCloseTo(
                        RefusalMemory.START.after(new Record(0, 1, List.of())).mean(),
                        within(0.005));
    }

    @Test
    void rangesHoldTheTruthOfFourInFive() {
        Random random = new Random(17);
        List<Record> records = new ArrayList<>();
        List<Double> truths = new ArrayList<>();
        for (int person = 0; person < 2_000; person++) {
            // Two of five uniform numbers, sorted, are distributed as Beta(2, 4) is.
            double truth = random.doubles(5).sorted().skip(1).findFirst().orElseThrow();
            int accepted = 0;
            for (int ask = 0; ask < 30; ask++) {
                accepted += random.nextDouble() < truth ? 1 : 0;
            }
            truths.add(truth);
            records.add(new Record(accepted, 30 - accepted, List.of()));
        }
        RefusalMemory everybody = RefusalMemory.ofAll(records);
        int covered = 0;
        for (int person = 0; person < truths.size(); person++) {
            Estimate willing = everybody.after(records.get(person)).willing();
            covered +=
                    willing.low() <= truths.get(person) && truths.get(person) <= willing.high()
                            ? 1
                            : 0;
        }

        assertThat(everybody.mean()).isCloseTo(1 / 3.0, within(0.02));
        assertThat(everybody.accepted() + everybody.declined()).isCloseTo(6.0, within(1.0));
        assertThat(covered / 2_000.0).isCloseTo(0.8, within(0.03));
    }

    private static double after(double days) {
        return RefusalMemory.START.after(new Record(0, 0, List.of(days))).mean();
    }
}
