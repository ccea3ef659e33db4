package org.kithway.experiment;

/**
 * How far an ask spreads that every reader passes on to as many as chance has it, on average to
 * {@code reproduction}: a branching process with Poisson offspring.
 *
 * @param seeds how many are asked first
 * @param reproduction R, 0 or more; from 1 on it may never end
 */
public record Cascade(int seeds, double reproduction) {
    public Cascade {
        if (seeds < 0 || !(reproduction >= 0)) {
            throw new IllegalArgumentException("seeds and reproduction are 0 or more");
        }
    }

    /** Whether it ends for certain. */
    public boolean ends() {
        return reproduction < 1;
    }

    /** How many read it in the end, {@code N / (1 - R)}; infinite if it need not end. */
    public double expectedReaders() {
        return ends() ? seeds / (1 - reproduction) : Double.POSITIVE_INFINITY;
    }

    /** The standard deviation of that, {@code sqrt(N R / (1 - R)^3)}. */
    public double deviation() {
        return ends()
                ? Math.sqrt(seeds * reproduction / Math.pow(1 - reproduction, 3))
                : Double.POSITIVE_INFINITY;
    }

    /**
     * The chance that of one seed it reaches just so many, the seed among them: Borel's
     * distribution.
     *
     * @param size 1 or more
     */
    public double chanceOfSize(int size) {
        double log = (size - 1) * Math.log(reproduction * size) - reproduction * size;
        for (int i = 2; i <= size; i++) {
            log -= Math.log(i);
        }
        return size == 1 ? Math.exp(-reproduction) : Math.exp(log);
    }
}
