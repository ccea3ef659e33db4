package org.kithway.strength;

import org.kithway.statistics.Estimate;

/** What a member says when asked: would this person call you back this week? */
public enum Expectation {
    /** There is no such tie. */
    STRANGER(0, 0, 0),
    NEVER(0, 0.02, 0.08),
    HARDLY(0.08, 0.15, 0.3),
    PERHAPS(0.3, 0.5, 0.65),
    LIKELY(0.65, 0.8, 0.9),
    SURELY(0.9, 0.95, 1);

    private final Estimate chance;

    Expectation(double low, double value, double high) {
        chance = new Estimate(low, value, high);
    }

    /** The chance that is meant, between those that the neighbouring words mean. */
    public Estimate chance() {
        return chance;
    }
}
