package org.kithway.model;

import org.jspecify.annotations.Nullable;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A date as exact as the export gives it: a year, a month or a day.
 *
 * @param year 1 to 9999
 * @param month 1 to 12, or null where only the year is known
 * @param day of that month, or null where only the month is known
 */
public record PartialDate(int year, @Nullable Integer month, @Nullable Integer day)
        implements Comparable<PartialDate> {
    private static final Pattern ISO = Pattern.compile("(\\d{4})(?:-(\\d{2})(?:-(\\d{2}))?)?");

    public PartialDate {
        if (year < 1 || year > 9999) {
            throw new IllegalArgumentException("year is not 1 to 9999");
        }
        if (day != null && month == null) {
            throw new IllegalArgumentException("day without month");
        }
        try {
            LocalDate.of(year, month == null ? 1 : month, day == null ? 1 : day);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("no such day", e);
        }
    }

    public static PartialDate of(LocalDate date) {
        return new PartialDate(date.getYear(), date.getMonthValue(), date.getDayOfMonth());
    }

    public static PartialDate of(YearMonth month) {
        return new PartialDate(month.getYear(), month.getMonthValue(), null);
    }

    public static PartialDate of(int year) {
        return new PartialDate(year, null, null);
    }

    /** The first day that this date may mean. */
    public LocalDate earliest() {
        return LocalDate.of(year, month == null ? 1 : month, day == null ? 1 : day);
    }

    /** The last day that this date may mean. */
    public LocalDate latest() {
        if (month == null) {
            return LocalDate.of(year, 12, 31);
        }
        YearMonth whole = YearMonth.of(year, month);
        return day == null ? whole.atEndOfMonth() : whole.atDay(day);
    }

    @Override
    public int compareTo(PartialDate other) {
        int byStart = earliest().compareTo(other.earliest());
        return byStart != 0 ? byStart : latest().compareTo(other.latest());
    }

    /** ISO 8601: {@code 2018}, {@code 2018-06} or {@code 2018-06-14}. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(10).append(pad(year, 4));
        if (month != null) {
            text.append('-').append(pad(month, 2));
        }
        if (day != null) {
            text.append('-').append(pad(day, 2));
        }
        return text.toString();
    }

    /**
     * @throws IllegalArgumentException if the text is not one of the three forms of {@link
     *     #toString}
     */
    public static PartialDate parse(String text) {
        Matcher parts = ISO.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException("date is not yyyy, yyyy-MM or yyyy-MM-dd");
        }
        return new PartialDate(
                Integer.parseInt(parts.group(1)), number(parts.group(2)), number(parts.group(3)));
    }

    private static @Nullable Integer number(@Nullable String digits) {
        return digits == null ? null : Integer.valueOf(digits);
    }

    private static String pad(int number, int width) {
        String digits = Integer.toString(number);
        return "0".repeat(Math.max(0, width - digits.length())) + digits;
    }
}
