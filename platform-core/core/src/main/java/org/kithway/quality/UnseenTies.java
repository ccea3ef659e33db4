package org.kithway.quality;

/**
 * What can be said of the ties among somebody's contacts when only some of the contacts told of
 * theirs: a tie between two is seen if either of them told.
 *
 * @param contacts n
 * @param seen t, ties among contacts that are known
 * @param tellers how many of the contacts told of their ties
 */
public record UnseenTies(int contacts, long seen, int tellers) {
    public UnseenTies {
        if (contacts < 0 || tellers < 0 || tellers > contacts || seen < 0) {
            throw new IllegalArgumentException(
                    "no network: "
                            + contacts
                            + " contacts, "
                            + tellers
                            + " told, "
                            + seen
                            + " ties");
        }
    }

    /** Pairs of contacts of whom neither told. */
    public long unobservedPairs() {
        long silent = contacts - tellers;
        return silent * (silent - 1) / 2;
    }

    /** The share of pairs of contacts of whom at least one told, {@code 1 - (1 - f)^2} or so. */
    public double observedShare() {
        long pairs = (long) contacts * (contacts - 1) / 2;
        return pairs == 0 ? 1 : 1 - (double) unobservedPairs() / pairs;
    }

    /** Bounds of what may be. */
    public record Interval(double low, double high) {}

    /**
     * Bounds of the effective size {@code n - 2t/n}: with none of the unobserved ties, and with as
     * many as the density allows.
     *
     * @param density the greatest plausible share of unobserved pairs with a tie, 1 for no
     *     assumption
     */
    public Interval effectiveSize(double density) {
        if (contacts == 0) {
            return new Interval(0, 0);
        }
        double most = seen + density * unobservedPairs();
        return new Interval(
                Math.max(1, contacts - 2 * most / contacts), contacts - 2.0 * seen / contacts);
    }
}
