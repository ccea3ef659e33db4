package org.kithway.identity;

import java.util.Locale;

/**
 * Something that speaks for or against two accounts being one person's.
 *
 * @param words what it is, such as "same name, rare"
 * @param bits its weight, the binary logarithm of how much likelier it is of one person than of
 *     two; negative if it speaks against
 */
public record Reason(String words, double bits) {
    /** {@code same name, rare (+9.1)}. */
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%s (%+.1f)", words, bits);
    }
}
