package org.kithway.strength;

import org.jspecify.annotations.Nullable;
import org.kithway.model.Fact;
import org.kithway.model.PartialDate;

import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.function.UnaryOperator;

/**
 * That somebody was at an organization or a school, from one month to another.
 *
 * @param kind work or learning: who learned where another works need not have met them
 * @param place the organization's or school's name in the one spelling that stands for all
 * @param from the first month
 * @param to the last month, not before the first
 */
public record Stay(Kind kind, String place, YearMonth from, YearMonth to) {
    /** Longer stays than this are mistakes of exports; they are cut to it. */
    static final int MOST_YEARS = 60;

    /** What somebody did there. */
    public enum Kind {
        WORK,
        LEARNING
    }

    public Stay {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("the stay ends before it begins");
        }
        YearMonth latest = from.plusYears(MOST_YEARS);
        to = to.isAfter(latest) ? latest : to;
    }

    /**
     * The stay that a fact tells of, or null if it tells of none: its dates or its place are
     * unknown, or it is of another kind.
     *
     * <p>Work without an end goes on until {@code now}; work of which only a day is known on which
     * it was the present one counts for that month alone; learning without an end for the year in
     * which it began.
     *
     * @param spelling the one spelling of a name, blank for names that are too common to tell
     *     anything, such as {@code Self-employed}
     */
    public static @Nullable Stay of(Fact fact, UnaryOperator<String> spelling, YearMonth now) {
        return switch (fact) {
            case Fact.Position p -> {
                PartialDate from = p.from() == null ? p.asOf() : p.from();
                PartialDate end = p.to();
                YearMonth to =
                        end != null
                                ? latest(end)
                                : p.from() == null && from != null ? latest(from) : now;
                yield of(Kind.WORK, p.organization(), from, to, spelling);
            }
            case Fact.Education e -> {
                PartialDate from = e.from() == null ? e.to() : e.from();
                PartialDate end = e.to() == null ? from : e.to();
                yield of(
                        Kind.LEARNING, e.school(), from, end == null ? now : latest(end), spelling);
            }
            case Fact.Described d -> null;
            case Fact.Skill s -> null;
            case Fact.Interest i -> null;
            case Fact.Published p -> null;
            case Fact.SameAs s -> null;
            case Fact.Connected c -> null;
            case Fact.Invited i -> null;
            case Fact.Follows f -> null;
            case Fact.Keeps k -> null;
            case Fact.Messaged m -> null;
            case Fact.Interacted i -> null;
            case Fact.Endorsed e -> null;
            case Fact.Recommended r -> null;
        };
    }

    private static @Nullable Stay of(
            Kind kind,
            @Nullable String name,
            @Nullable PartialDate from,
            YearMonth to,
            UnaryOperator<String> spelling) {
        String place = name == null ? "" : spelling.apply(name).strip();
        if (place.isEmpty() || from == null) {
            return null;
        }
        YearMonth first = YearMonth.from(from.earliest());
        return to.isBefore(first) ? null : new Stay(kind, place, first, to);
    }

    private static YearMonth latest(PartialDate date) {
        return YearMonth.from(date.latest());
    }

    /** How many months, of both ends' months one. */
    int months() {
        return (int) ChronoUnit.MONTHS.between(from, to) + 1;
    }
}
