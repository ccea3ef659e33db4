package org.kithway.identity.name;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * How far two people's names agree. Symmetric but for the sides of the matches.
 *
 * @param given how far the first given names agree
 * @param middle how far the other given names agree; {@link NameAgreement#DIFFERENT} if each name
 *     has one that the other lacks
 * @param family how far the family names agree
 * @param generation false if one is Jr. and the other Sr.
 * @param reordered whether the words agree in another order only
 * @param matches the words that agree, so that their rarity can be weighed
 * @param score how much of the two names agrees, from 0 to 1; {@link #LIKELY} or more: they can be
 *     spellings of one name
 */
public record NameComparison(
        NameAgreement given,
        NameAgreement middle,
        NameAgreement family,
        boolean generation,
        boolean reordered,
        List<NameMatch> matches,
        double score) {
    /** The score from which two names are likely to be spellings of one name. */
    public static final double LIKELY = 0.7;

    private static final Comparator<NameComparison> BY_SCORE =
            Comparator.comparingDouble(NameComparison::score)
                    .thenComparing(NameComparison::given)
                    .thenComparing(NameComparison::family)
                    .thenComparing(NameComparison::middle);

    public NameComparison {
        matches = List.copyOf(matches);
    }

    /**
     * Compares two names, also by nicknames and names at birth; O(words of the one x words of the
     * other).
     */
    public static NameComparison of(PersonName left, PersonName right) {
        NameComparison best = new NameAlignment(left, right).comparison();
        List<PersonName> lefts = left.readings();
        List<PersonName> rights = right.readings();
        if (lefts.size() + rights.size() > 2) {
            for (PersonName one : lefts) {
                for (PersonName other : rights) {
                    NameComparison next = new NameAlignment(one, other).comparison();
                    best = BY_SCORE.compare(next, best) > 0 ? next : best;
                }
            }
        }
        return best;
    }

    /** Whether the two can be spellings of one name. */
    public boolean isLikely() {
        return score >= LIKELY;
    }

    /** What speaks for and against, in words, the family name first. */
    public List<String> reasons() {
        List<String> reasons = new ArrayList<>();
        matches.stream().filter(NameMatch::family).map(NameMatch::reason).forEach(reasons::add);
        matches.stream().filter(m -> !m.family()).map(NameMatch::reason).forEach(reasons::add);
        if (reordered) {
            reasons.add("in another order");
        }
        if (family == NameAgreement.DIFFERENT) {
            reasons.add("different family names");
        }
        if (given == NameAgreement.DIFFERENT) {
            reasons.add("different given names");
        }
        if (middle == NameAgreement.DIFFERENT) {
            reasons.add("different middle names");
        }
        if (!generation) {
            reasons.add("different generations");
        }
        return List.copyOf(reasons);
    }
}
