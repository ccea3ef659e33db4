package org.kithway.identity;

import java.util.List;

/**
 * Whether two accounts, or two groups of accounts, are one person's, and why.
 *
 * @param prior the binary logarithm of the odds that any two people's names that come together are
 *     one person's, before anything is known
 * @param reasons what speaks for it and against it, the weightiest first; rules such as "a common
 *     name alone" are among them, so that the sum is the whole weight
 */
public record Judgement(double prior, List<Reason> reasons, Verdict verdict) {
    public Judgement {
        reasons = List.copyOf(reasons);
    }

    /** The binary logarithm of the odds: the prior and the sum of the reasons. */
    public double bits() {
        double bits = prior;
        for (Reason reason : reasons) {
            bits += reason.bits();
        }
        return bits;
    }

    /** How likely it is that the two are one person, from 0 to 1. */
    public double probability() {
        return 1 / (1 + Math.pow(2, -bits()));
    }
}
