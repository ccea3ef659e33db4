package org.kithway.connector.twitter;

import org.jspecify.annotations.Nullable;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

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

    private Times() {}

    /** The time, or null if the text is none in a known form. */
    static @Nullable Instant parse(String text) {
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
     * @throws Unreadable if there is a time in no known form and the id does not tell
     */
    static @Nullable Instant written(@Nullable String createdAt, @Nullable String id)
            throws Unreadable {
        Instant stated = createdAt == null ? null : parse(createdAt);
        if (stated != null && !stated.isBefore(FIRST)) {
            return stated;
        }
        Instant byId = id == null ? null : ofId(id);
        if (byId == null && createdAt != null && stated == null) {
            throw new Unreadable("the time is not in a known form");
        }
        return byId;
    }

    private static @Nullable Instant ofId(String id) {
        if (!id.matches("\\d{1,18}|[1-8]\\d{18}")) {
            return null;
        }
        long number = Long.parseLong(id);
        return number <= LAST_PLAIN_ID
                ? null
                : Instant.ofEpochMilli((number >> SNOWFLAKE_SHIFT) + SNOWFLAKE_EPOCH);
    }
}
