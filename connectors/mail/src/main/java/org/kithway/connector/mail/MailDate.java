package org.kithway.connector.mail;

import org.jspecify.annotations.Nullable;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Dates of mails: RFC 5322 with its obsolete forms, in English whatever the locale. */
final class MailDate {
    private static final Pattern FORM =
            Pattern.compile(
                    "(?:[A-Za-z]{2,9}\\.?,? *)?(\\d{1,2})[ -]+([A-Za-z]{3,9})[. -]+(\\d{2,4}),? +"
                            + "(\\d{1,2})[:.](\\d{2})(?:[:.](\\d{2}))? *([+-]\\d{4}|[A-Za-z]{1,5})?.*");

    /** The order of C's {@code ctime}, which some programs write. */
    private static final Pattern C_FORM =
            Pattern.compile(
                    "[A-Za-z]{3} +([A-Za-z]{3}) +(\\d{1,2}) +(\\d{1,2}):(\\d{2}):(\\d{2})"
                            + " *([+-]\\d{4}|[A-Z]{1,5})? +(\\d{4}) *([+-]\\d{4})?.*");

    private static final List<String> MONTHS =
            List.of(
                    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov",
                    "dec");

    /** Hours from UTC; other names say nothing that programs agree on. */
    private static final Map<String, Integer> ZONES =
            Map.of(
                    "EST", -5, "EDT", -4, "CST", -6, "CDT", -5, "MST", -7, "MDT", -6, "PST", -8,
                    "PDT", -7, "CET", 1, "CEST", 2);

    private static final int FARTHEST_MINUTES = 14 * 60;

    private MailDate() {}

    /** The instant, or null if the text is no date. A date without a zone is taken as UTC. */
    static @Nullable Instant parse(@Nullable String text) {
        if (text == null) {
            return null;
        }
        Matcher form = FORM.matcher(text.strip());
        Matcher c = C_FORM.matcher(text.strip());
        try {
            if (form.matches()) {
                return instant(
                        year(form.group(3)),
                        month(form.group(2)),
                        number(form.group(1)),
                        number(form.group(4)),
                        number(form.group(5)),
                        form.group(6) == null ? 0 : number(form.group(6)),
                        form.group(7));
            }
            if (c.matches()) {
                return instant(
                        year(c.group(7)),
                        month(c.group(1)),
                        number(c.group(2)),
                        number(c.group(3)),
                        number(c.group(4)),
                        number(c.group(5)),
                        c.group(8) != null ? c.group(8) : c.group(6));
            }
            return null;
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static Instant instant(
            int year, int month, int day, int hour, int minute, int second, @Nullable String zone) {
        return LocalDateTime.of(year, month, day, hour, minute, Math.min(second, 59))
                .toInstant(ZoneOffset.UTC)
                .minusSeconds(60L * minutes(zone));
    }

    private static int minutes(@Nullable String zone) {
        if (zone == null) {
            return 0;
        }
        char sign = zone.charAt(0);
        if (sign != '+' && sign != '-') {
            return 60 * ZONES.getOrDefault(zone.toUpperCase(Locale.ROOT), 0);
        }
        int minutes = 60 * number(zone.substring(1, 3)) + number(zone.substring(3));
        return minutes > FARTHEST_MINUTES ? 0 : sign == '-' ? -minutes : minutes;
    }

    /** Two digits are of 1950 to 2049, three are counted from 1900: RFC 5322, section 4.3. */
    private static int year(String digits) {
        int year = number(digits);
        return switch (digits.length()) {
            case 2 -> year < 50 ? 2000 + year : 1900 + year;
            case 3 -> 1900 + year;
            default -> year;
        };
    }

    private static int month(String name) {
        return 1 + MONTHS.indexOf(name.substring(0, 3).toLowerCase(Locale.ROOT));
    }

    private static int number(String digits) {
        return Integer.parseInt(digits);
    }
}
