package org.kithway.asking;

import org.apache.commons.statistics.distribution.BetaDistribution;
import org.kithway.statistics.Estimate;

import java.util.Collection;

/**
 * How willing people are to help with a purpose, from what came of earlier asks: a Beta
 * distribution per person that starts from everybody's. An ask without an answer so far is no
 * refusal: it counts as one only as far as an answer should have come by now.
 *
 * @param accepted the distribution's first parameter, above 0: accepted asks and what was assumed
 * @param declined its second one
 */
public record RefusalMemory(double accepted, double declined) {
    /** What is assumed of people of whom nobody was asked yet. */
    public static final RefusalMemory START = new RefusalMemory(3, 2);

    private static final double LEAST_WORTH = 2;
    private static final double MOST_WORTH = 20;
    private static final int ROUNDS = 50;

    /** Asks of one person for one purpose, by what came of them. */
    public record Record(int accepted, int declined, java.util.List<Double> waitingDays) {
        public Record {
            waitingDays = java.util.List.copyOf(waitingDays);
            if (accepted < 0 || declined < 0) {
                throw new IllegalArgumentException("counts are 0 or more");
            }
        }

        private int known() {
            return accepted + declined;
        }
    }

    public RefusalMemory {
        if (!(accepted > 0 && declined > 0)) {
            throw new IllegalArgumentException("the parameters are above 0");
        }
    }

    /** The mean, 0 to 1. */
    public double mean() {
        return accepted / (accepted + declined);
    }

    /** The mean and the range of 80 %. */
    public Estimate willing() {
        BetaDistribution distribution = BetaDistribution.of(accepted, declined);
        double low = distribution.inverseCumulativeProbability(0.1);
        double high = distribution.inverseCumulativeProbability(0.9);
        return new Estimate(Math.min(low, mean()), mean(), Math.max(high, mean()));
    }

    /**
     * What is known of a person after these asks, this being what is known of everybody. An ask
     * that waits is worth an acceptance with the chance that it still is one: {@code w (1 - F(t)) /
     * (1 - w F(t))}, w being the willingness and F the share of answers that come within the time.
     * O(rounds asks).
     */
    public RefusalMemory after(Record record) {
        double yes = accepted + record.accepted();
        double no = declined + record.declined();
        double willing = yes / (yes + no);
        double still = 0;
        for (int round = 0; round < ROUNDS && !record.waitingDays().isEmpty(); round++) {
            still = 0;
            for (double days : record.waitingDays()) {
                double come = ReplyTime.answeredWithin(days);
                still += willing * (1 - come) / (1 - willing * come);
            }
            willing = (yes + still) / (yes + no + record.waitingDays().size());
        }
        return new RefusalMemory(yes + still, no + record.waitingDays().size() - still);
    }

    /**
     * What is known of everybody from what came of asking some: their mean, worth as much as they
     * are alike, by the method of moments; {@link #START} counts as one person among them.
     */
    public static RefusalMemory ofAll(Collection<Record> people) {
        double yes = START.accepted();
        double all = START.accepted() + START.declined();
        for (Record person : people) {
            yes += person.accepted();
            all += person.known();
        }
        double mean = yes / all;
        double squares = 0;
        double asks = 0;
        double weighted = 0;
        int count = 0;
        for (Record person : people) {
            if (person.known() > 0) {
                double share = (double) person.accepted() / person.known();
                squares += person.known() * (share - mean) * (share - mean);
                asks += person.known();
                weighted += (double) person.known() * person.known();
                count++;
            }
        }
        double worth = MOST_WORTH;
        if (count > 1) {
            double within = mean * (1 - mean);
            double scale = asks - weighted / asks;
            double between = scale <= 0 ? 0 : (squares - (count - 1) * within) / scale;
            // Without chance, shares would spread by m (1 - m) / (worth + 1).
            worth = between <= 0 ? MOST_WORTH : (within - between) / between;
        } else {
            worth = START.accepted() + START.declined();
        }
        double bounded = Math.clamp(worth, LEAST_WORTH, MOST_WORTH);
        return new RefusalMemory(mean * bounded, (1 - mean) * bounded);
    }
}
