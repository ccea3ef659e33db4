package org.kithway.web;

import org.jspecify.annotations.Nullable;
import org.kithway.model.PartialDate;
import org.kithway.model.Site;
import org.kithway.model.TieEvidence;
import org.kithway.model.TieEvidence.Direction;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Why one person would answer another, in words; the most telling first. */
final class Reasons {
    private static final DateTimeFormatter MONTH =
            DateTimeFormatter.ofPattern("MMMM uuuu", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    private Reasons() {}

    /**
     * The reasons, from the view of the one who asks.
     *
     * @param title a site's name as people write it
     */
    static List<String> of(TieEvidence evidence, Function<Site, String> title) {
        Direction out = evidence.out();
        Direction in = evidence.in();
        List<String> reasons = new ArrayList<>();
        List<Site> sites = evidence.sites();
        if (evidence.confirmed()) {
            String where =
                    evidence.bySite().stream()
                            .filter(at -> at.confirmed() && !at.site().equals(Site.KITHWAY))
                            .map(at -> title.apply(at.site()))
                            .collect(Collectors.joining(" and "));
            PartialDate since = evidence.since();
            reasons.add(
                    "connected"
                            + (where.isEmpty() ? "" : " on " + where)
                            + (since == null ? "" : " since " + words(since)));
        }
        messages(out, in, reasons);
        if (in.recommendations() > 0) {
            reasons.add("was recommended by them");
        }
        if (out.recommendations() > 0) {
            reasons.add("wrote a recommendation for them");
        }
        if (in.endorsements() > 0) {
            reasons.add("was endorsed by them for " + skills(in));
        }
        if (out.endorsements() > 0) {
            reasons.add("endorsed them for " + skills(out));
        }
        int acts = out.interactions() + in.interactions();
        if (acts > 0) {
            String last = out.messages() + in.messages() > 0 ? "" : last(out, in);
            reasons.add(
                    count(acts, "public answer or reaction", "public answers and reactions")
                            + last);
        }
        if (!evidence.confirmed()) {
            if (out.invited()) {
                reasons.add("invited them to connect");
            }
            if (in.invited()) {
                reasons.add("was invited by them to connect");
            }
        }
        if (out.follows() || in.follows()) {
            reasons.add(
                    out.follows() && in.follows()
                            ? "follow each other"
                            : out.follows() ? "follows them" : "is followed by them");
        }
        if (out.keeps() || in.keeps()) {
            reasons.add(
                    out.keeps() && in.keeps()
                            ? "keep each other in their address books"
                            : out.keeps()
                                    ? "keeps them in an address book"
                                    : "is kept by them in an address book");
        }
        if (evidence.monthsTogether() > 0) {
            reasons.add(
                    "at the same place for " + count(evidence.monthsTogether(), "month", "months"));
        }
        if (sites.size() > 1) {
            reasons.add(
                    "meet on "
                            + sites.size()
                            + " sites: "
                            + sites.stream().map(title).collect(Collectors.joining(", ")));
        }
        return List.copyOf(reasons);
    }

    /**
     * Why the first may speak of the second from experience: how long and how closely they have
     * known each other, and for what the first vouched for the second.
     */
    static List<String> experience(TieEvidence evidence, Function<Site, String> title) {
        Direction out = evidence.out();
        List<String> reasons = new ArrayList<>();
        if (out.recommendations() > 0) {
            reasons.add("recommended them in writing");
        }
        if (out.endorsements() > 0) {
            reasons.add("vouched for " + skills(out));
        }
        if (evidence.monthsTogether() > 0) {
            reasons.add(
                    "was at the same place for "
                            + count(evidence.monthsTogether(), "month", "months"));
        }
        PartialDate since = evidence.since();
        if (since != null) {
            reasons.add("has been connected since " + words(since));
        }
        if (evidence.isTwoWay() && out.messages() > 0 && evidence.in().messages() > 0) {
            reasons.add("has exchanged messages both ways");
        }
        List<Site> sites = evidence.sites();
        if (sites.size() > 1) {
            reasons.add(
                    "meets them on " + sites.stream().map(title).collect(Collectors.joining(", ")));
        }
        return List.copyOf(reasons);
    }

    private static void messages(Direction out, Direction in, List<String> reasons) {
        int all = out.messages() + in.messages();
        if (all > 0) {
            String way =
                    out.messages() > 0 && in.messages() > 0
                            ? " both ways"
                            : out.messages() > 0 ? " to them, none back" : " from them, none back";
            reasons.add(count(all, "message", "messages") + way + last(out, in));
        }
    }

    private static String last(Direction out, Direction in) {
        Instant last = later(out.last(), in.last());
        return last == null ? "" : ", last in " + MONTH.format(last);
    }

    private static @Nullable Instant later(@Nullable Instant one, @Nullable Instant other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isAfter(other) ? one : other;
    }

    private static String skills(Direction side) {
        int more = side.endorsements() - side.skills().size();
        if (side.skills().isEmpty()) {
            return count(more, "skill", "skills");
        }
        return String.join(", ", side.skills()) + (more > 0 ? " and " + more + " more" : "");
    }

    private static String count(int number, String one, String many) {
        return number + " " + (number == 1 ? one : many);
    }

    private static String words(PartialDate date) {
        return date.month() == null ? Integer.toString(date.year()) : MONTH.format(date.earliest());
    }
}
