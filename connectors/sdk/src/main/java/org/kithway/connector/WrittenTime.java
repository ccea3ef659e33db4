package org.kithway.connector;

import org.jspecify.annotations.Nullable;

import java.text.DateFormatSymbols;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Times as pages write them: in the member's language, at the account's time zone, which newer
 * pages do not name. Seen are {@code May 17, 2026 2:05:15 pm}, {@code Jan 2, 2006, 3:04 PM}, {@code
 * Sunday, January 29, 2012 at 2:55pm EST}, {@code 2 Jan 2006, 15:04} and {@code 02/01/2006, 15:04}.
 */
public final class WrittenTime {
    private static final List<String> LANGUAGES =
            List.of(
                    "en", "da", "de", "es", "fr", "it", "nl", "nb", "pl", "pt", "sv", "tr", "ro",
                    "cs", "hu", "fi", "id", "el", "ru", "uk");

    /** What the first generation writes after its times. */
    private static final Map<String, Integer> HOURS_FROM_UTC =
            Map.of(
                    "utc", 0, "gmt", 0, "est", -5, "edt", -4, "cst", -6, "cdt", -5, "mst", -7,
                    "mdt", -6, "pst", -8, "pdt", -7);

    private static final Pattern TIME =
            Pattern.compile(
                    "(\\d{1,2})[:h](\\d{2})(?::(\\d{2}))?\\s*"
                            + "(a\\.?\\s?m\\b\\.?|p\\.?\\s?m\\b\\.?|po południu|μ\\.?μ\\.?)?"
                            + "(?:\\s*(utc|gmt|est|edt|cst|cdt|mst|mdt|pst|pdt)([+-]\\d{1,2})?)?");

    /** {@code kl. 15.04}, which would pass for a date without its word. */
    private static final Pattern DOTTED = Pattern.compile("kl\\.?\\s*(\\d{1,2})\\.(\\d{2})");

    private static final Pattern NUMBERS =
            Pattern.compile("(?<!\\d)(\\d{1,2})[./-](\\d{1,2})[./-](\\d{4})(?!\\d)");
    private static final Pattern YEAR_FIRST =
            Pattern.compile(
                    "(?<!\\d)(\\d{4})\\s*[-./年]\\s*(\\d{1,2})\\s*[-./月]\\s*(\\d{1,2})(?!\\d)");
    private static final Pattern WORD = Pattern.compile("\\p{L}+");
    private static final Pattern YEAR = Pattern.compile("(?<!\\d)((?:19|20)\\d{2})(?!\\d)");
    private static final Pattern DAY = Pattern.compile("(?<![\\d:.])(\\d{1,2})(?![\\d:])");
    private static final int LONGEST = 120;

    // Stands last: it is made with the help of those above.
    private static final Map<String, Integer> MONTHS = months();

    private WrittenTime() {}

    /**
     * The time, or null if the text is none; a day alone is its midnight.
     *
     * @param zone of the account, for texts that name none
     */
    public static @Nullable Instant read(String text, ZoneId zone) {
        if (text.length() > LONGEST) {
            return null;
        }
        String spaced =
                text.toLowerCase(Locale.ROOT).replaceAll("[\\u00a0\\u2007\\u2009\\u202f]", " ");
        String plain = DOTTED.matcher(spaced).replaceAll("$1:$2");
        Matcher time = TIME.matcher(plain);
        boolean timed = time.find();
        try {
            LocalDate day = day(timed ? plain.substring(0, time.start()) : plain);
            if (day == null && timed) {
                day = day(plain.substring(time.end()));
            }
            if (day == null) {
                return null;
            }
            LocalTime clock = timed ? clock(time) : LocalTime.MIDNIGHT;
            return day.atTime(clock).atZone(timed ? zone(time, zone) : ZoneOffset.UTC).toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static LocalTime clock(Matcher time) {
        int hour = Integer.parseInt(time.group(1));
        String half = time.group(4);
        if (half != null && hour <= 12) {
            hour = hour % 12 + (half.charAt(0) == 'a' ? 0 : 12);
        }
        String second = time.group(3);
        return LocalTime.of(
                hour,
                Integer.parseInt(time.group(2)),
                second == null ? 0 : Integer.parseInt(second));
    }

    private static ZoneId zone(Matcher time, ZoneId otherwise) {
        Integer hours = time.group(5) == null ? null : HOURS_FROM_UTC.get(time.group(5));
        if (hours == null) {
            return otherwise;
        }
        String offset = time.group(6);
        return ZoneOffset.ofHours(hours + (offset == null ? 0 : Integer.parseInt(offset)));
    }

    private static @Nullable LocalDate day(String text) {
        Matcher numbers = YEAR_FIRST.matcher(text);
        if (numbers.find()) {
            return LocalDate.of(number(numbers, 1), number(numbers, 2), number(numbers, 3));
        }
        numbers = NUMBERS.matcher(text);
        if (numbers.find()) {
            boolean monthFirst = number(numbers, 2) > 12;
            return LocalDate.of(
                    number(numbers, 3),
                    number(numbers, monthFirst ? 1 : 2),
                    number(numbers, monthFirst ? 2 : 1));
        }
        Integer month = month(text);
        Matcher year = YEAR.matcher(text);
        if (month == null || !year.find()) {
            return null;
        }
        Matcher day = DAY.matcher(text);
        return day.find() ? LocalDate.of(number(year, 1), month, number(day, 1)) : null;
    }

    private static @Nullable Integer month(String text) {
        Matcher words = WORD.matcher(text);
        while (words.find()) {
            Integer month = MONTHS.get(words.group());
            if (month != null) {
                return month;
            }
        }
        return null;
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }

    private static Map<String, Integer> months() {
        Map<String, Integer> months = new HashMap<>();
        for (String language : LANGUAGES) {
            DateFormatSymbols symbols = DateFormatSymbols.getInstance(Locale.of(language));
            for (int month = 0; month < 12; month++) {
                add(symbols.getMonths()[month], month, months);
                add(symbols.getShortMonths()[month], month, months);
            }
        }
        months.putIfAbsent("sept", 9);
        return Map.copyOf(months);
    }

    private static void add(String name, int month, Map<String, Integer> months) {
        String plain = name.toLowerCase(Locale.ROOT).replace(".", "").strip();
        if (plain.length() > 2 && WORD.matcher(plain).matches()) {
            months.putIfAbsent(plain, month + 1);
        }
    }
}
