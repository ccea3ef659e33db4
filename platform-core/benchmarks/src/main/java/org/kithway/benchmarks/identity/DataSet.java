package org.kithway.benchmarks.identity;

/** Records whose truth is known. */
public interface DataSet {
    /** By which the set is known, such as its file's name. */
    String name();

    /** Resolves the records and compares with the truth, which has no part in it before. */
    Result measure();

    /**
     * What came of it, as the cells of a row.
     *
     * @param records how many there are
     * @param pairs precision, recall and F1 of pairs, or means of them
     * @param clusters precision, recall and F1 of whole entities, or means of them
     */
    record Result(int records, Figures pairs, Figures clusters) {}

    /** Each from 0 to 1. */
    record Figures(double precision, double recall, double f1) {}
}
