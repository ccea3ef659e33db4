package org.kithway.ingestion.kafka.derive;

/**
 * How much is done at once; it bounds what is held in memory.
 *
 * @param facts read between two commits
 * @param accounts settled between two commits
 * @param turns taken for one step
 * @param changes after which a step is full
 * @param rows of which a person's surroundings are cut into groups
 */
record Pace(int facts, int accounts, int turns, int changes, int rows) {
    static final Pace USUAL = new Pace(50_000, 20_000, 5_000, 2_000, 20_000);
}
