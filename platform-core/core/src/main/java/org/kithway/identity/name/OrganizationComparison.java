package org.kithway.identity.name;

import java.util.ArrayList;
import java.util.List;

/**
 * How far two organizations' names agree; symmetric.
 *
 * @param agreement the level
 * @param reason why, in words
 */
public record OrganizationComparison(OrganizationAgreement agreement, String reason) {
    private static final int SHORTEST_ACRONYM = 2;
    private static final int SHORTEST_MISSPELLED = 5;

    /** Compares two names; O(words of the one x words of the other). */
    public static OrganizationComparison of(OrganizationName left, OrganizationName right) {
        boolean inOrder = left.key().compareTo(right.key()) <= 0;
        return inOrder ? compare(left, right) : compare(right, left);
    }

    private static OrganizationComparison compare(OrganizationName a, OrganizationName b) {
        if (a.isPlaceholder() || b.isPlaceholder()) {
            return new OrganizationComparison(OrganizationAgreement.UNKNOWN, "no employer");
        }
        OrganizationComparison best = byWords(a, b);
        for (OrganizationName alias : a.aliases()) {
            best = better(best, byWords(alias, b));
        }
        for (OrganizationName alias : b.aliases()) {
            best = better(best, byWords(a, alias));
        }
        if (best.agreement == OrganizationAgreement.DIFFERENT && tellsOf(a, b)) {
            return new OrganizationComparison(
                    OrganizationAgreement.RELATED, b + " and " + a + " belong together");
        }
        return best;
    }

    private static boolean tellsOf(OrganizationName a, OrganizationName b) {
        return a.related().stream().anyMatch(r -> same(r, b))
                || b.related().stream().anyMatch(r -> same(r, a))
                || a.related().stream()
                        .anyMatch(r -> b.related().stream().anyMatch(s -> same(r, s)));
    }

    private static boolean same(OrganizationName a, OrganizationName b) {
        return a.joined().equals(b.joined());
    }

    private static OrganizationComparison byWords(OrganizationName a, OrganizationName b) {
        if (same(a, b)) {
            return new OrganizationComparison(OrganizationAgreement.SAME, "same name " + a.key());
        }
        if (isAcronym(a, b) || isAcronym(b, a)) {
            OrganizationName brief = isAcronym(a, b) ? a : b;
            OrganizationName whole = isAcronym(a, b) ? b : a;
            return new OrganizationComparison(
                    OrganizationAgreement.ACRONYM,
                    brief.key() + " are the initials of " + whole.key());
        }
        List<Token> left = new ArrayList<>(significant(a));
        List<Token> right = new ArrayList<>(significant(b));
        List<Token> shared = new ArrayList<>();
        match(left, right, shared, NameAgreement.WRITTEN);
        boolean slips = match(left, right, shared, NameAgreement.SIMILAR);
        if (left.isEmpty() && right.isEmpty()) {
            return slips
                    ? new OrganizationComparison(
                            OrganizationAgreement.SPELLING,
                            a.key() + " is spelled almost like " + b.key())
                    : new OrganizationComparison(
                            OrganizationAgreement.SAME,
                            "same name " + a.key() + " in another order");
        }
        if (isAcronym(left, right) || isAcronym(right, left)) {
            return new OrganizationComparison(
                    OrganizationAgreement.ACRONYM,
                    a.key() + " and " + b.key() + " differ by initials");
        }
        boolean distinctive = shared.stream().anyMatch(t -> !OrganizationWords.isGeneric(t.latin));
        boolean leads =
                !shared.isEmpty()
                        && (shared.contains(significant(a).getFirst())
                                || shared.contains(significant(b).getFirst()));
        if (distinctive && (left.isEmpty() || right.isEmpty() || leads)) {
            return new OrganizationComparison(
                    OrganizationAgreement.RELATED,
                    a.key() + " and " + b.key() + " share " + shared.getFirst().latin);
        }
        return new OrganizationComparison(
                OrganizationAgreement.DIFFERENT, a.key() + " is not " + b.key());
    }

    private static List<Token> significant(OrganizationName name) {
        List<Token> tokens =
                name.tokens.stream().filter(t -> !OrganizationWords.isWeightless(t.latin)).toList();
        return tokens.isEmpty() ? name.tokens : tokens;
    }

    /** Takes out the words that agree so far; whether there were any. */
    private static boolean match(
            List<Token> left, List<Token> right, List<Token> shared, NameAgreement least) {
        boolean any = false;
        for (int i = 0; i < left.size(); i++) {
            for (int j = 0; j < right.size(); j++) {
                if (agreement(left.get(i), right.get(j), shared.isEmpty()).compareTo(least) >= 0) {
                    shared.add(left.remove(i));
                    right.remove(j);
                    i--;
                    any = true;
                    break;
                }
            }
        }
        return any;
    }

    /**
     * Numbers agree or do not, and short words if nothing else agrees; given names' forms do not
     * count.
     */
    private static NameAgreement agreement(Token a, Token b, boolean alone) {
        NameAgreement agreement = a.agreement(b);
        boolean number =
                Character.isDigit(a.latin.charAt(0)) || Character.isDigit(b.latin.charAt(0));
        return switch (agreement) {
            case EXACT, WRITTEN -> agreement;
            case SPELLING, SIMILAR ->
                    number
                                    || Math.min(a.latin.length(), b.latin.length())
                                            < (alone
                                                    ? SHORTEST_MISSPELLED
                                                    : SHORTEST_MISSPELLED - 1)
                            ? NameAgreement.DIFFERENT
                            : agreement;
            case VARIANT, INITIAL, DIFFERENT, UNKNOWN -> NameAgreement.DIFFERENT;
        };
    }

    private static boolean isAcronym(OrganizationName brief, OrganizationName whole) {
        return brief.joined().length() >= SHORTEST_ACRONYM && brief.isAcronymOf(whole);
    }

    /** TU of Technische Universität. */
    private static boolean isAcronym(List<Token> brief, List<Token> whole) {
        return brief.size() == 1
                && whole.size() > 1
                && brief.getFirst()
                        .latin
                        .equals(
                                OrganizationName.initials(
                                        whole.stream().map(t -> t.latin).toList()));
    }

    private static OrganizationComparison better(
            OrganizationComparison a, OrganizationComparison b) {
        return a.agreement.compareTo(b.agreement) >= 0 ? a : b;
    }
}
