package org.kithway.identity;

import org.jspecify.annotations.Nullable;
import org.kithway.model.AccountId;
import org.kithway.model.Site;

import java.util.List;

/**
 * What weights alone must not decide. A rule is a reason among the others, whose weight leaves the
 * sum below what would join the two: then it is for a member to say.
 */
final class Rules {
    private static final double TWO_AT_ONE_SITE = -8;

    /** What speaks for one person beside the name weighs at least so much. */
    private static final double PROOF = 2.5;

    /** As {@link #PROOF}, where the name is rare: two people of it seldom know the same person. */
    private static final double PROOF_OF_RARE = 0.5;

    private static final double STRONG_PROOF = 12;

    /** A veto leaves so much less than what would join, in bits. */
    private static final double BELOW = 0.5;

    private final Reference one;
    private final Reference other;
    private final @Nullable Reason name;
    private final List<Reason> reasons;
    private final boolean rivals;

    Rules(Reference one, Reference other, @Nullable Reason name, List<Reason> reasons) {
        this.one = one;
        this.other = other;
        this.name = name;
        this.reasons = reasons;
        this.rivals = rivals();
    }

    /** People seldom have two accounts of one kind at one site. */
    @Nullable Reason twoAtOneSite() {
        return rivals ? new Reason("two accounts at one site", TWO_AT_ONE_SITE) : null;
    }

    /**
     * The rule that keeps the two from being joined, or null if none does.
     *
     * @param same weight from which two are one person
     */
    @Nullable Reason veto(double prior, double same) {
        double bits = prior;
        double beside = 0;
        for (Reason reason : reasons) {
            bits += reason.bits();
            beside += reason == name ? 0 : Math.max(0, reason.bits());
        }
        if (bits < same) {
            return null;
        }
        String words =
                one.isNameOnly() && other.isNameOnly()
                        ? "both are known by name only"
                        : name == null || name.bits() <= 0
                                ? "not the same name"
                                : beside < proof()
                                        ? "nothing but the name"
                                        : rivals && beside < STRONG_PROOF
                                                ? "two accounts at one site need strong proof"
                                                : null;
        return words == null ? null : new Reason(words, same - BELOW - bits);
    }

    private double proof() {
        return name != null && NameEvidence.isRare(name) ? PROOF_OF_RARE : PROOF;
    }

    private boolean rivals() {
        for (AccountId a : one.accounts()) {
            for (AccountId b : other.accounts()) {
                if (a.site().equals(b.site()) && isExclusive(a) && kind(a).equals(kind(b))) {
                    return true;
                }
            }
        }
        return false;
    }

    /** People have several mailboxes and telephones. */
    private static boolean isExclusive(AccountId account) {
        return !account.site().equals(Site.EMAIL) && !account.site().equals(Site.PHONE);
    }

    /**
     * Sites call one account by a number and by a handle: these are no rivals. Neither are names in
     * two members' exports, of which each stands before its names.
     */
    private static String kind(AccountId account) {
        String key = account.key();
        if (account.isName()) {
            return "in " + key.substring(0, Math.max(0, key.indexOf('/')));
        }
        return key.startsWith("@")
                ? "handle"
                : key.chars().allMatch(Character::isDigit) ? "number" : "other";
    }
}
