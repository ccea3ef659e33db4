package org.kithway.search;

import org.jspecify.annotations.Nullable;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A range of years, as {@link Field#SINCE} is asked for: {@code 2015}, {@code 2015..2020}, {@code
 * 2015..}, {@code ..2020}, {@code >2015}, {@code >=2015}, {@code <2015} or {@code <=2015}.
 *
 * @param from the first year
 * @param to the last year, not before {@code from}
 */
public record Years(int from, int to) {
    private static final int FIRST = 0;
    private static final int LAST = 9999;
    private static final Pattern RANGE = Pattern.compile("(?=.{3,})(\\d{4})?\\.\\.(\\d{4})?");
    private static final Pattern YEAR = Pattern.compile("\\d{4}");
    private static final Pattern BOUND = Pattern.compile("(>=|<=|>|<)(\\d{4})");

    public Years {
        if (from > to) {
            throw new IllegalArgumentException("the first year is after the last");
        }
    }

    /**
     * @throws IllegalArgumentException if the text is none of the forms above, or a range that no
     *     year is in
     */
    public static Years parse(String text) {
        Matcher bound = BOUND.matcher(text);
        if (bound.matches()) {
            int year = Integer.parseInt(bound.group(2));
            return switch (bound.group(1)) {
                case ">" -> new Years(year + 1, LAST);
                case ">=" -> new Years(year, LAST);
                case "<" -> new Years(FIRST, year - 1);
                default -> new Years(FIRST, year);
            };
        }
        Matcher range = RANGE.matcher(text);
        if (range.matches()) {
            return new Years(year(range.group(1), FIRST), year(range.group(2), LAST));
        }
        if (YEAR.matcher(text).matches()) {
            return new Years(Integer.parseInt(text), Integer.parseInt(text));
        }
        throw new IllegalArgumentException("not a year or a range of years");
    }

    private static int year(@Nullable String digits, int otherwise) {
        return digits == null ? otherwise : Integer.parseInt(digits);
    }
}
