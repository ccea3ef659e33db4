package org.kithway.web;

import org.jspecify.annotations.Nullable;
import org.kithway.quality.Portrait;
import org.kithway.quality.UnseenTies;
import org.kithway.search.Field;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Qualities of a network in plain words: what each means, and what to do about it. */
final class QualityWords {
    private static final int FEW = 30;

    private QualityWords() {}

    /**
     * @param name for programs
     * @param low the least that it may be, where not all that decides it is known
     * @param high the most that it may be
     * @param meaning what the value says
     * @param advice what to do, or null if there is nothing to do
     */
    record Quality(
            String name,
            double value,
            @Nullable Double low,
            @Nullable Double high,
            String meaning,
            @Nullable String advice) {}

    static List<Quality> of(Portrait portrait, boolean several) {
        List<Quality> qualities = new ArrayList<>();
        qualities.add(size(portrait, several));
        if (portrait.size() == 0) {
            return qualities;
        }
        qualities.add(effectiveSize(portrait));
        qualities.add(
                exact(
                        "constraint",
                        portrait.position().constraint(),
                        "How far all ties lead back to the same people: near 0 is open, 1 and more is closed.",
                        portrait.position().constraint() > 0.5
                                ? "Look for contacts outside of these circles."
                                : null));
        qualities.add(
                exact(
                        "hierarchy",
                        portrait.position().hierarchy(),
                        "How far a single contact is behind that: 0 is nobody, 1 is one alone.",
                        null));
        qualities.add(
                exact(
                        "clustering",
                        portrait.clustering(),
                        percent(portrait.clustering())
                                + " of the pairs of contacts are known to know each other.",
                        null));
        qualities.add(
                exact(
                        "circles",
                        portrait.circles(),
                        "The contacts fall into "
                                + count(portrait.circles(), "circle", "circles")
                                + ", as far as their own ties are known; who is tied to no other contact is one.",
                        null));
        addTies(qualities, portrait);
        addReach(qualities, portrait, several);
        PositionWords.add(qualities, portrait);
        return qualities;
    }

    private static Quality size(Portrait portrait, boolean several) {
        return exact(
                "size",
                portrait.size(),
                several
                        ? "You know " + count(portrait.size(), "person", "people") + " together."
                        : count(portrait.size(), "contact", "contacts") + ".",
                portrait.size() < FEW
                        ? "Upload the archives of further sites, or ask colleagues to."
                        : null);
    }

    private static Quality effectiveSize(Portrait portrait) {
        UnseenTies.Interval interval = portrait.effectiveSize();
        boolean wide = interval.high() - interval.low() > 0.05 * portrait.size();
        return new Quality(
                "effectiveSize",
                portrait.position().effectiveSize(),
                interval.low(),
                interval.high(),
                "The contacts are worth %s to %s who do not know each other; of %s of their pairs it is known whether they do."
                        .formatted(
                                number(interval.low()),
                                number(interval.high()),
                                percent(portrait.observed())),
                wide
                        ? "If your contacts who are members uploaded theirs, this would be known better."
                        : null);
    }

    private static void addTies(List<Quality> qualities, Portrait portrait) {
        qualities.add(
                exact(
                        "strong",
                        portrait.strong(),
                        portrait.strong()
                                + " would probably answer if asked; "
                                + portrait.weak()
                                + " hardly would.",
                        portrait.strong() == 0
                                ? "Write to some of them before you need them."
                                : null));
        qualities.add(
                exact(
                        "mutual",
                        portrait.mutual(),
                        "With %d of them (%s) something went both ways, or both confirmed it; only these are told of in the description."
                                .formatted(
                                        Math.round(portrait.mutual() * portrait.size()),
                                        percent(portrait.mutual())),
                        null));
        if (!Double.isNaN(portrait.balance())) {
            qualities.add(
                    exact(
                            "reciprocity",
                            portrait.balance(),
                            "Of what is written, %s is balanced: 100 %% if both write as much."
                                    .formatted(percent(portrait.balance())),
                            null));
        }
        if (!Double.isNaN(portrait.dormant())) {
            qualities.add(
                    exact(
                            "dormant",
                            portrait.dormant(),
                            percent(portrait.dormant())
                                    + " of those with dated traffic were silent for a year.",
                            portrait.dormant() > 0.5
                                    ? "Wake some of them: old ties often bring the newest news."
                                    : null));
        }
        qualities.add(
                exact(
                        "multiplex",
                        portrait.multiplex(),
                        percent(portrait.multiplex()) + " are met at more than one site.",
                        null));
        qualities.add(
                exact(
                        "siteDiversity",
                        portrait.diversityOfSites().effective(),
                        "As diverse as "
                                + number(portrait.diversityOfSites().effective())
                                + " sites used equally.",
                        null));
    }

    private static void addReach(List<Quality> qualities, Portrait portrait, boolean several) {
        if (several) {
            qualities.add(
                    exact(
                            "singleKeeper",
                            portrait.singleKeeper(),
                            percent(portrait.singleKeeper())
                                    + " are known by one of you alone: with that member the way to them goes.",
                            portrait.singleKeeper() > 0.8
                                    ? "Let members introduce each other to those who matter most."
                                    : null));
        }
        qualities.add(
                exact(
                        "withinTwo",
                        portrait.withinTwo(),
                        count(portrait.withinTwo(), "person is", "people are")
                                + " at most two steps away.",
                        null));
        qualities.add(
                exact(
                        "withinThree",
                        portrait.withinThree(),
                        count(portrait.withinThree(), "person is", "people are")
                                + " at most three steps away.",
                        null));
        qualities.add(
                exact(
                        "largeOrGood",
                        portrait.enough(),
                        "The best %d of %d contacts give 80 %% of your reach, which is %s people to be expected."
                                .formatted(
                                        portrait.enough(),
                                        portrait.size(),
                                        number(portrait.expectedReach())),
                        null));
    }

    static Quality exact(String name, double value, String meaning, @Nullable String advice) {
        return new Quality(name, value, null, null, meaning, advice);
    }

    static String sentence(Field field, String value, long count, long total) {
        String what =
                switch (field) {
                    case COMPANY -> "work or worked at " + value;
                    case TITLE -> "have the title " + value;
                    case INDUSTRY -> "are in " + value;
                    case PLACE -> "live in " + value;
                    case SCHOOL -> "learned at " + value;
                    case SITE -> "are met at " + value;
                    case NAME, HEADLINE, SKILL, LANGUAGE, INTEREST, KNOWNBY, SINCE ->
                            "have " + value;
                };
        return count + " of " + total + " " + what;
    }

    static String count(int count, String one, String many) {
        return count + " " + (count == 1 ? one : many);
    }

    static String percent(double share) {
        return Math.round(100 * share) + " %";
    }

    static String number(double value) {
        return String.format(Locale.ROOT, value < 10 ? "%.1f" : "%.0f", value);
    }
}
