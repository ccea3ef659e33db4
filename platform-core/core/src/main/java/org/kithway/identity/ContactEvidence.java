package org.kithway.identity;

import org.jspecify.annotations.Nullable;
import org.kithway.identity.match.Bits;

import java.util.Arrays;

/**
 * What common contacts weigh: each as log2 of how much likelier one person knows it at two sites
 * than a stranger does, who knows it as often as its share of the population says, and {@link
 * #CIRCLE} times as often because people who could be confused move in the same circles. Contacts
 * come in circles too, so that the second counts half, the third a third, and so on.
 */
final class ContactEvidence {
    private static final double KNOWN_AT_BOTH = 0.3;
    private static final double CIRCLE = 8;
    private static final double MOST = 16;
    private static final double LEAST = 0.5;
    private static final int MANY = 20;
    private static final Reason NONE_COMMON = new Reason("no common contacts", -1.5);
    private static final Reason KNOW = new Reason("they know each other", -8);

    private ContactEvidence() {}

    /** The reason, or null if the contacts tell nothing. */
    static @Nullable Reason of(Contacts one, Contacts other, double population) {
        if (one.know(other)) {
            return KNOW;
        }
        double[] weights = new double[Math.min(one.size(), other.size())];
        int[] count = {0};
        one.common(
                other,
                doublings ->
                        weights[count[0]++] =
                                Math.max(
                                        LEAST,
                                        Bits.log2(KNOWN_AT_BOTH * population / CIRCLE)
                                                - doublings));
        int common = count[0];
        if (common == 0) {
            return weights.length >= MANY ? NONE_COMMON : null;
        }
        Arrays.sort(weights, 0, common);
        double bits = 0;
        for (int i = 0; i < common; i++) {
            bits += weights[common - 1 - i] / (i + 1);
        }
        String words = common == 1 ? "1 common contact" : common + " common contacts";
        return new Reason(words, Math.min(bits, MOST));
    }
}
