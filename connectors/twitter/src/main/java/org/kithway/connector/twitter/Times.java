package org.kithway.connector.twitter;

import org.jspecify.annotations.Nullable;
import org.kithway.connector.UnreadableRecord;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The three ways in which archives write times, and the time that an id holds. */
final class Times {
    private static final List<DateTimeFormatter> FORMS =
            List.of(
                    DateTimeFormatter.ofPattern("EEE MMM dd HH:mm:ss Z uuuu", Locale.ENGLISH),
                    DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss Z", Locale.ENGLISH),
                    DateTimeFormatter.ISO_OFFSET_DATE_TIME);

    /** The first tweet was written on this day: earlier times are mistakes. */
    private static final Instant FIRST = Instant.parse("2006-03-21T00:00:00Z");

    /** Ids above this are Snowflake ids, which begin with the milliseconds since their epoch. */
    private static final long LAST_PLAIN_ID = 30_000_000_000L;

    private static final long SNOWFLAKE_EPOCH = 1_288_834_974_657L;
    private static final int SNOWFLAKE_SHIFT = 22;
    private static final Pattern ID = Pattern.compile("\\d{1,18}|[1-8]\\d{18}");

    private Times() {}

    /** {@code Sat Jun 06 13:02:35 +0000 2020}, as nearly all tweets have it. */
    private static final Pattern USUAL =
            Pattern.compile(
                    "[A-Z][a-z]{2} ([A-Z][a-z]{2}) (\\d\\d) (\\d\\d):(\\d\\d):(\\d\\d) \\+0000 (\\d{4})");

    private static final List<String> MONTHS =
            List.of(
                    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov",
                    "Dec");

    /** The time, or null if the text is none in a known form. */
    static @Nullable Instant parse(String text) {
        Matcher usual = USUAL.matcher(text);
        int month = usual.matches() ? MONTHS.indexOf(usual.group(1)) + 1 : 0;
        if (month > 0) {
            try {
                return LocalDateTime.of(
                                Integer.parseInt(usual.group(6)),
                                month,
                                Integer.parseInt(usual.group(2)),
                                Integer.parseInt(usual.group(3)),
                                Integer.parseInt(usual.group(4)),
                                Integer.parseInt(usual.group(5)))
                        .toInstant(ZoneOffset.UTC);
            } catch (DateTimeException e) {
                return null;
            }
        }
        for (DateTimeFormatter form : FORMS) {
            try {
                return OffsetDateTime.parse(text, form).toInstant();
            } catch (DateTimeException e) {
                continue;
            }
        }
        return null;
    }

    /**
     * When a tweet was written: as it says, else as its id says; null if neither says so.
     *
     * @throws UnreadableRecord if there is a time in no known form and the id does not tell
     */
    static @Nullable Instant written(@Nullable String createdAt, @Nullable String id)
            throws UnreadableRecord {
        Instant stated = createdAt == null ? null : parse(createdAt);
        if (stated != null && !stated.isBefore(FIRST)) {
            return stated;
        }
        Instant byId = id == null ? null : ofId(id);
        if (byId == null && createdAt != null && stated == null) {
            throw new UnreadableRecord("the time is not in a known form");
        }
        return byId;
    }

    private static @Nullable Instant ofId(String id) {
        if (!ID.matcher(id).matches()) {
            return null;
        }
        long number = Long.parseLong(id);
        return number <= LAST_PLAIN_ID
                ? null
                : Instant.ofEpochMilli((number >> SNOWFLAKE_SHIFT) + SNOWFLAKE_EPOCH);
    }
}
