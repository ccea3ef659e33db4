package org.kithway.ingestion.kafka.derive;

/**
 * One of several parts into which the surroundings of a person with very many rows are cut, so that
 * no more than a part of them is held and handed out at a time.
 */
record Group(int index, int count) {
    static final Group WHOLE = new Group(0, 1);

    /** The first of so many groups that each has about as many rows. */
    static Group first(int rows, int rowsOfGroup) {
        return new Group(0, 1 + rows / rowsOfGroup);
    }

    Group next() {
        return new Group(index + 1, count);
    }

    boolean has(int number) {
        // Fibonacci hashing: numbers that are given out in turn spread evenly.
        return Math.floorMod((number * 0x9E3779B9) >>> 8, count) == index;
    }

    boolean isLast() {
        return index == count - 1;
    }
}
