package org.kithway.identity;

import org.jspecify.annotations.Nullable;
import org.kithway.identity.match.Bits;
import org.kithway.identity.name.NameAgreement;
import org.kithway.identity.name.NameComparison;
import org.kithway.identity.name.NameFrequency;
import org.kithway.identity.name.NameMatch;
import org.kithway.identity.name.PersonName;

import java.util.List;

/**
 * What two names weigh: each part's level against how many other people's names would reach it,
 * which for an equal word is the share of people who have it (Winkler's adjustment for frequency),
 * and for words that are only alike a multiple of it.
 */
final class NameEvidence {
    /** From this weight on a name is rare enough to be remarked on. */
    private static final double RARE = 22;

    private static final double COMMON = 16;

    /** No single part weighs more: shares of very rare names are guesses. */
    private static final double MOST = 15;

    private static final double ANOTHER_MIDDLE = -2.5;
    private static final double SAME_MIDDLE = 2;
    private static final double ANOTHER_GENERATION = -5;

    private NameEvidence() {}

    /** Whether two people of that name are hardly to be found. */
    static boolean isRare(Reason name) {
        return name.bits() >= RARE;
    }

    /** The reason of the weightiest pair of names, or null if one of the two has none. */
    static @Nullable Reason best(Reference one, Reference other, NameFrequency frequency) {
        Reason best = of(one.names(), other.names(), frequency);
        if (best == null) {
            best = ofHandles(one, other, frequency);
        }
        return best;
    }

    private static @Nullable Reason of(
            List<PersonName> ones, List<PersonName> others, NameFrequency frequency) {
        Reason best = null;
        for (PersonName a : ones) {
            for (PersonName b : others) {
                Reason reason = reason(NameComparison.of(a, b), frequency);
                if (best == null
                        || reason.bits() > best.bits()
                        || reason.bits() == best.bits()
                                && reason.words().compareTo(best.words()) < 0) {
                    best = reason;
                }
            }
        }
        return best;
    }

    /** Where one has no name, what its handles say of a name speaks in its place, if it fits. */
    private static @Nullable Reason ofHandles(
            Reference one, Reference other, NameFrequency frequency) {
        List<PersonName> ones = one.names().isEmpty() ? read(one) : one.names();
        List<PersonName> others = other.names().isEmpty() ? read(other) : other.names();
        Reason best = of(ones, others, frequency);
        if (best == null || best.bits() <= 0) {
            return null;
        }
        return new Reason("account name fits name", best.bits() / 2);
    }

    private static List<PersonName> read(Reference reference) {
        return reference.handles().stream().map(PersonName::ofHandle).toList();
    }

    private static Reason reason(NameComparison names, NameFrequency frequency) {
        double given = part(names, false, names.given(), frequency);
        double family = part(names, true, names.family(), frequency);
        double bits = given + family;
        if (names.middle() == NameAgreement.DIFFERENT) {
            bits += ANOTHER_MIDDLE;
        } else if (names.middle().compareTo(NameAgreement.SPELLING) >= 0) {
            bits += SAME_MIDDLE;
        }
        if (!names.generation()) {
            bits += ANOTHER_GENERATION;
        }
        return new Reason(words(names, bits), bits);
    }

    private static String words(NameComparison names, double bits) {
        boolean differs =
                names.given() == NameAgreement.DIFFERENT
                        || names.family() == NameAgreement.DIFFERENT;
        if (differs || bits <= 0) {
            return "different names";
        }
        boolean same =
                names.given().compareTo(NameAgreement.WRITTEN) >= 0
                        && names.family().compareTo(NameAgreement.WRITTEN) >= 0;
        String kind = same ? "same name" : "names alike";
        return bits >= RARE ? kind + ", rare" : bits < COMMON ? kind + ", common" : kind;
    }

    private static double part(
            NameComparison names, boolean family, NameAgreement level, NameFrequency frequency) {
        double share = share(names, family, frequency);
        double bits =
                switch (level) {
                    case UNKNOWN -> 0;
                    case DIFFERENT -> family ? -4.5 : -5;
                    case INITIAL -> Bits.log2(0.05 / 0.08);
                    case SIMILAR -> weight(0.02, share * 40 + 1e-3);
                    case SPELLING -> weight(0.06, share * 10 + 1e-4);
                    case VARIANT -> weight(0.06, share * 5 + 2e-4);
                    case WRITTEN, EXACT -> weight(0.85, share);
                };
        return Math.min(bits, MOST);
    }

    private static double weight(double m, double u) {
        return Bits.log2(m / Math.min(u, 0.9));
    }

    /** How many people have the words that agree; of two spellings the commoner counts. */
    private static double share(NameComparison names, boolean family, NameFrequency frequency) {
        double least = 1;
        for (NameMatch match : names.matches()) {
            if (match.family() == family) {
                double left =
                        family ? frequency.ofFamily(match.left()) : frequency.ofGiven(match.left());
                double right =
                        family
                                ? frequency.ofFamily(match.right())
                                : frequency.ofGiven(match.right());
                least = Math.min(least, Math.max(left, right));
            }
        }
        return least;
    }
}
