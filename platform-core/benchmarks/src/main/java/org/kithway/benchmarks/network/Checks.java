package org.kithway.benchmarks.network;

import java.util.ArrayList;
import java.util.List;

/** Answers held against those of others. */
public final class Checks {
    private final List<Check> all = new ArrayList<>();

    /**
     * What was compared.
     *
     * @param compared how many values
     * @param greatest difference among them, of values above 1 relative to these; infinite if one
     *     is missing
     * @param allowed difference
     */
    public record Check(
            String set, String measure, long compared, double greatest, double allowed) {
        public boolean passed() {
            return compared > 0 && greatest <= allowed;
        }
    }

    /** The differences of one measure, as they are found. */
    public static final class Differences {
        private long compared;
        private double greatest;

        public void add(double ours, double theirs) {
            compared++;
            boolean same = ours == theirs || Double.isNaN(ours) && Double.isNaN(theirs);
            double difference = same ? 0 : Math.abs(ours - theirs) / Math.max(1, Math.abs(theirs));
            greatest =
                    Math.max(
                            greatest,
                            Double.isNaN(difference) ? Double.POSITIVE_INFINITY : difference);
        }

        /** The greatest difference so far. */
        double greatest() {
            return greatest;
        }

        /** Compares what is equal or not. */
        public void add(boolean equal) {
            add(equal ? 0 : 1, 0);
        }
    }

    public void add(String set, String measure, Differences differences, double allowed) {
        all.add(new Check(set, measure, differences.compared, differences.greatest, allowed));
    }

    public void add(String set, String measure, double ours, double theirs, double allowed) {
        Differences one = new Differences();
        one.add(ours, theirs);
        add(set, measure, one, allowed);
    }

    public List<Check> all() {
        return List.copyOf(all);
    }
}
