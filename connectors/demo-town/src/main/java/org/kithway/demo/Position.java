package org.kithway.demo;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.time.YearMonth;

/** A job, or a seat on a board. {@code finished} is null while it lasts. */
public record Position(
        Company company,
        String title,
        String description,
        YearMonth started,
        @Nullable YearMonth finished) {
    /** Whether the position is held on that day; the last month counts as held. */
    public boolean heldOn(LocalDate day) {
        YearMonth month = YearMonth.from(day);
        return !started.isAfter(month) && (finished == null || !finished.isBefore(month));
    }
}
