package org.kithway.connector.linkedin;

import org.jspecify.annotations.Nullable;
import org.kithway.model.PartialDate;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Dates as LinkedIn has written them over the years, and as Excel leaves them: month names are
 * English in every language of the account, and what names no zone is UTC.
 */
final class Dates {
    /** Two-digit years mean 1950 to 2049: no export of the site is older, some careers are. */
    private static final int FIRST_OF_TWO_DIGITS = 1950;

    private static final Pattern WEEKDAY = Pattern.compile("^[A-Za-z]{3} (?=[A-Za-z]{3} )");
    private static final Pattern ODD_BLANKS = Pattern.compile("[\\u00A0\\u202F]");

    private static final DateTimeFormatter ANY =
            new DateTimeFormatterBuilder()
                    .parseCaseInsensitive()
                    .appendPattern("[uuuu-MM-dd[['T'][' ']HH:mm[:ss][.SSS]['Z']]]")
                    .appendPattern("[uuuu/MM/dd HH:mm:ss]")
                    .appendPattern("[MMM d HH:mm:ss ['UTC']['GMT'] uuuu]")
                    .appendPattern("[d MMM uuuu]")
                    .optionalStart()
                    .appendPattern("d-MMM-")
                    .appendValueReduced(ChronoField.YEAR, 2, 2, FIRST_OF_TWO_DIGITS)
                    .optionalEnd()
                    .optionalStart()
                    .appendPattern("MMM-")
                    .appendValueReduced(ChronoField.YEAR, 2, 2, FIRST_OF_TWO_DIGITS)
                    .optionalEnd()
                    .optionalStart()
                    .appendPattern("M/d/")
                    .appendValueReduced(ChronoField.YEAR, 2, 2, FIRST_OF_TWO_DIGITS)
                    .appendPattern(", h:mm a")
                    .optionalEnd()
                    .appendPattern("[MMM d, uuuu]")
                    .appendPattern("[MMM uuuu]")
                    .appendPattern("[uuuu]")
                    .appendPattern("[ 'UTC']")
                    .toFormatter(Locale.ENGLISH)
                    .withResolverStyle(ResolverStyle.STRICT);

    /** As messages have it, of which there are most. */
    private static final Pattern USUAL =
            Pattern.compile("([12]\\d{3})-(\\d\\d)-(\\d\\d) (\\d\\d):(\\d\\d):(\\d\\d)(?: UTC)?");

    private Dates() {}

    /** The time, a day's beginning where the hour is missing; null if the text is neither. */
    static @Nullable Instant instant(String text) {
        Matcher usual = USUAL.matcher(text);
        if (usual.matches()) {
            try {
                return LocalDateTime.of(
                                number(usual, 1),
                                number(usual, 2),
                                number(usual, 3),
                                number(usual, 4),
                                number(usual, 5),
                                number(usual, 6))
                        .toInstant(ZoneOffset.UTC);
            } catch (DateTimeException e) {
                return null;
            }
        }
        return switch (parse(text)) {
            case LocalDateTime time -> time.toInstant(ZoneOffset.UTC);
            case LocalDate day -> day.atStartOfDay().toInstant(ZoneOffset.UTC);
            case null, default -> null;
        };
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }

    /** The day, month or year; null if the text is none. */
    static @Nullable PartialDate partial(String text) {
        return switch (parse(text)) {
            case LocalDateTime time -> PartialDate.of(time.toLocalDate());
            case LocalDate day -> PartialDate.of(day);
            case YearMonth month -> PartialDate.of(month);
            case Year year -> PartialDate.of(year.getValue());
            case null, default -> null;
        };
    }

    /** What the text says, within the years 1 to 9999; null if it is no date. */
    private static @Nullable TemporalAccessor parse(String text) {
        String plain = ODD_BLANKS.matcher(text.strip()).replaceAll(" ");
        try {
            TemporalAccessor date =
                    ANY.parseBest(
                            WEEKDAY.matcher(plain).replaceFirst(""),
                            LocalDateTime::from,
                            LocalDate::from,
                            YearMonth::from,
                            Year::from);
            int year = date.get(ChronoField.YEAR);
            return year >= 1 && year <= 9999 ? date : null;
        } catch (DateTimeException e) {
            return null;
        }
    }
}
