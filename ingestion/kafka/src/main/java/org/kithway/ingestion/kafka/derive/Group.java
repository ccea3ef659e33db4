package org.kithway.ingestion.kafka.derive;

/**
 * One of several parts into which the surroundings of a person with very many rows are cut, so that
 * no more than a part of them is held and handed out at a time. Ties and evidence are cut into as
 * many parts as each needs.
 *
 * @param index from 0
 * @param ofTies into how many groups the ties are cut, at least 1
 * @param ofEvidence into how many groups the evidence is cut, at least 1
 */
record Group(int index, int ofTies, int ofEvidence) {
    static final Group WHOLE = new Group(0, 1, 1);

    /** The first of so many groups that each has about as many rows. */
    static Group first(int tieRows, int evidenceRows, int rowsOfGroup) {
        return new Group(0, 1 + tieRows / rowsOfGroup, 1 + evidenceRows / rowsOfGroup);
    }

    Group next() {
        return new Group(index + 1, ofTies, ofEvidence);
    }

    boolean isLast() {
        return index == Math.max(ofTies, ofEvidence) - 1;
    }

    boolean hasTies() {
        return index < ofTies;
    }

    boolean hasTieTo(int person) {
        return isIn(person, ofTies);
    }

    boolean hasEvidence() {
        return index < ofEvidence;
    }

    boolean hasEvidence(byte[] fact) {
        return isIn(Keys.number(fact, 0), ofEvidence);
    }

    private boolean isIn(int number, int count) {
        // Fibonacci hashing: numbers that are given out in turn spread evenly.
        return Math.floorMod((number * 0x9E3779B9) >>> 8, count) == index;
    }
}
