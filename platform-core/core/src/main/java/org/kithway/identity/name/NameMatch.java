package org.kithway.identity.name;

import java.util.Locale;

/**
 * A word of one name and the word of another that it agrees with.
 *
 * @param left in a to z
 * @param right in a to z
 * @param agreement better than {@link NameAgreement#DIFFERENT}
 * @param family whether they are family names
 */
public record NameMatch(String left, String right, NameAgreement agreement, boolean family) {
    /** Why they agree, in words. */
    String reason() {
        String kind = family ? "family name" : "given name";
        return switch (agreement) {
            case UNKNOWN, DIFFERENT -> "another " + kind;
            case EXACT -> "same " + kind + " " + name(left);
            case WRITTEN ->
                    left.equals(right)
                            ? "same " + kind + " " + name(left)
                            : "same " + kind + ", written " + name(left) + " and " + name(right);
            case VARIANT -> NameVariants.reason(left, right);
            case SPELLING -> name(left) + " is spelled almost like " + name(right);
            case SIMILAR -> name(left) + " resembles " + name(right);
            case INITIAL ->
                    left.length() <= right.length()
                            ? name(left) + ". fits " + name(right)
                            : name(right) + ". fits " + name(left);
        };
    }

    private static String name(String word) {
        int first = word.offsetByCodePoints(0, 1);
        return word.substring(0, first).toUpperCase(Locale.ROOT) + word.substring(first);
    }
}
