package org.kithway.identity.match;

import org.kithway.identity.name.Similarity;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** Which level two unequal values of a field reach; symmetric. */
final class Levels {
    private static final int NEAR_DAYS = 75;
    private static final double ALIKE = 0.88;

    private Levels() {}

    static int of(FieldKind kind, String a, String b) {
        return switch (kind) {
            case GIVEN_NAME, FAMILY_NAME -> name(a, b);
            case DATE -> date(digits(a), digits(b));
            case PLACE, ADDRESS -> place(a, b);
            case NUMBER -> Similarity.distance(a, b, 1) <= 1 && longer(a, b) > 1 ? 1 : 2;
            case CODE -> {
                int slips = Similarity.distance(a, b, 2);
                yield slips <= 2 && longer(a, b) > 2 * slips ? slips : 3;
            }
            case CATEGORY -> 1;
            case MAIL -> mail(a, b);
            case TEXT, PEOPLE, LIST -> throw new IllegalArgumentException("compared by words");
        };
    }

    private static int name(String a, String b) {
        int length = Math.min(a.length(), b.length());
        if (length > 2 && Similarity.distance(a, b, 1) <= 1) {
            return 1;
        }
        if (length > 4 && Similarity.distance(a, b, 2) <= 2
                || Similarity.jaroWinkler(a, b) >= ALIKE) {
            return 2;
        }
        // Short forms, and initials.
        return a.startsWith(b) || b.startsWith(a) || Similarity.jaroWinkler(a, b) >= 0.80 ? 3 : 4;
    }

    private static int place(String a, String b) {
        if (Similarity.distance(a, b, 1) <= 1) {
            return 1;
        }
        boolean contains = a.length() > 4 && b.length() > 4 && (a.contains(b) || b.contains(a));
        return contains
                        || Similarity.distance(a, b, 3) <= longer(a, b) / 3
                        || Similarity.jaroWinkler(a, b) >= ALIKE
                ? 2
                : 3;
    }

    private static int mail(String a, String b) {
        if (Similarity.distance(a, b, 2) <= 2) {
            return 1;
        }
        String left = a.substring(0, Math.max(0, a.indexOf('@')));
        String right = b.substring(0, Math.max(0, b.indexOf('@')));
        if (left.length() > 2 && left.equals(right)) {
            return 2;
        }
        return Similarity.distance(a, b, 5) <= Math.max(a.length(), b.length()) / 4 ? 3 : 4;
    }

    private static int date(String a, String b) {
        if (a.length() != 8 || b.length() != 8) {
            return Similarity.distance(a, b, 1) <= 1 ? 1 : 5;
        }
        if (Similarity.distance(a, b, 1) <= 1 || isSwapped(a, b)) {
            return 1;
        }
        int same = 0;
        same += a.substring(0, 4).equals(b.substring(0, 4)) ? 1 : 0;
        same += a.substring(4, 6).equals(b.substring(4, 6)) ? 1 : 0;
        same += a.substring(6).equals(b.substring(6)) ? 1 : 0;
        if (same == 2) {
            return 2;
        }
        if (isNear(a, b)) {
            return 3;
        }
        return same == 1 ? 4 : 5;
    }

    /** Day for month. */
    private static boolean isSwapped(String a, String b) {
        return a.substring(0, 4).equals(b.substring(0, 4))
                && a.substring(4, 6).equals(b.substring(6))
                && a.substring(6).equals(b.substring(4, 6));
    }

    /** Within weeks, or within weeks of the day one year before or after. */
    private static boolean isNear(String a, String b) {
        try {
            LocalDate one = date(a);
            LocalDate other = date(b);
            long days = Math.abs(ChronoUnit.DAYS.between(one, other));
            return days <= NEAR_DAYS || Math.abs(days - 365) <= NEAR_DAYS;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static LocalDate date(String digits) {
        return LocalDate.of(
                Integer.parseInt(digits.substring(0, 4)),
                Integer.parseInt(digits.substring(4, 6)),
                Integer.parseInt(digits.substring(6)));
    }

    private static String digits(String text) {
        StringBuilder digits = new StringBuilder();
        text.chars().filter(c -> c >= '0' && c <= '9').forEach(c -> digits.append((char) c));
        return digits.toString();
    }

    private static int longer(String a, String b) {
        return Math.max(a.length(), b.length());
    }
}
