package org.kithway.model;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What is known of how two people stand to one another, site by site, as all exports that speak of
 * them tell it; what a tie's strength is computed from.
 *
 * @param bySite what is known from each site, sorted by site, each site once; what members say by
 *     themselves stands under {@link Site#KITHWAY}
 * @param monthsTogether for how many months both are known to have been at the same organization or
 *     school, at the one where that was longest
 */
public record TieEvidence(List<AtSite> bySite, int monthsTogether) {
    public TieEvidence {
        bySite = List.copyOf(bySite);
        if (bySite.isEmpty() || monthsTogether < 0) {
            throw new IllegalArgumentException("a tie rests on something");
        }
        for (int i = 1; i < bySite.size(); i++) {
            if (bySite.get(i - 1).site().compareTo(bySite.get(i).site()) >= 0) {
                throw new IllegalArgumentException("sites are sorted, each is there once");
            }
        }
    }

    /** What is known from one site alone, of two who were never seen at the same place. */
    public static TieEvidence at(
            Site site,
            boolean confirmed,
            @Nullable PartialDate since,
            Direction out,
            Direction in) {
        return new TieEvidence(List.of(new AtSite(site, confirmed, since, out, in)), 0);
    }

    /**
     * What is known from one site.
     *
     * @param confirmed whether both confirmed there that they know each other
     * @param since the earliest date of such a confirmation, where given
     * @param out what the first did towards the second
     * @param in what the second did towards the first
     */
    public record AtSite(
            Site site,
            boolean confirmed,
            @Nullable PartialDate since,
            Direction out,
            Direction in) {
        /** Whether both did something towards the other. */
        public boolean isTwoWay() {
            return out.isAny() && in.isAny();
        }

        private AtSite reversed() {
            return new AtSite(site, confirmed, since, in, out);
        }
    }

    /** The same tie seen from the other end. */
    public TieEvidence reversed() {
        return new TieEvidence(bySite.stream().map(AtSite::reversed).toList(), monthsTogether);
    }

    /** Where the two meet, sorted, without what members say by themselves. */
    public List<Site> sites() {
        return bySite.stream().map(AtSite::site).filter(s -> !s.equals(Site.KITHWAY)).toList();
    }

    /** Whether both confirmed at some site that they know each other. */
    public boolean confirmed() {
        return bySite.stream().anyMatch(AtSite::confirmed);
    }

    /** The earliest date of a confirmation, where given. */
    public @Nullable PartialDate since() {
        @Nullable PartialDate first = null;
        for (AtSite at : bySite) {
            @Nullable PartialDate since = at.since();
            if (since != null && (first == null || since.compareTo(first) < 0)) {
                first = since;
            }
        }
        return first;
    }

    /** Whether there was traffic both ways, be it at different sites. */
    public boolean isTwoWay() {
        return bySite.stream().anyMatch(at -> at.out().isAny())
                && bySite.stream().anyMatch(at -> at.in().isAny());
    }

    /** What the first did towards the second, at all sites together. */
    public Direction out() {
        return Direction.sum(bySite.stream().map(AtSite::out).toList());
    }

    /** What the second did towards the first, at all sites together. */
    public Direction in() {
        return Direction.sum(bySite.stream().map(AtSite::in).toList());
    }

    /**
     * What one person did towards another.
     *
     * @param messages private messages, as they were counted
     * @param weight the messages' weight, each diluted by the number of those who took part and
     *     aged from {@link #EPOCH}: {@code sum 2^((t - EPOCH) / h) / (n - 1)} with the half-life h
     *     of {@link #HALF_LIFE_DAYS}; a reader divides by {@code 2^((now - EPOCH) / h)}
     * @param last the last message or public act, or null if there was none
     * @param interactions public answers, mentions and reactions
     * @param endorsements how many skills were endorsed
     * @param skills some of the endorsed skills, sorted, at most {@link #SKILLS_SHOWN}
     * @param recommendations how many recommendations were given
     * @param invited whether an invitation to connect was sent
     * @param follows whether the first follows the second
     * @param keeps whether the first keeps the second in an address book
     */
    public record Direction(
            int messages,
            double weight,
            @Nullable Instant last,
            int interactions,
            int endorsements,
            List<String> skills,
            int recommendations,
            boolean invited,
            boolean follows,
            boolean keeps) {
        /** Nothing was done. */
        public static final Direction NONE =
                new Direction(0, 0, null, 0, 0, List.of(), 0, false, false);

        public Direction {
            skills = List.copyOf(skills);
        }

        /** One that keeps no entry of the other. */
        public Direction(
                int messages,
                double weight,
                @Nullable Instant last,
                int interactions,
                int endorsements,
                List<String> skills,
                int recommendations,
                boolean invited,
                boolean follows) {
            this(
                    messages,
                    weight,
                    last,
                    interactions,
                    endorsements,
                    skills,
                    recommendations,
                    invited,
                    follows,
                    false);
        }

        /** Whether anything was done but to ask for a connection. */
        public boolean isAny() {
            return messages > 0
                    || interactions > 0
                    || endorsements > 0
                    || recommendations > 0
                    || follows
                    || keeps;
        }

        private static Direction sum(List<Direction> all) {
            return all.size() == 1 ? all.getFirst() : all.stream().reduce(NONE, Direction::plus);
        }

        private Direction plus(Direction other) {
            if (other.equals(NONE)) {
                return this;
            }
            SortedSet<String> both = new TreeSet<>(skills);
            both.addAll(other.skills);
            return new Direction(
                    messages + other.messages,
                    weight + other.weight,
                    later(last, other.last),
                    interactions + other.interactions,
                    endorsements + other.endorsements,
                    new ArrayList<>(both).subList(0, Math.min(SKILLS_SHOWN, both.size())),
                    recommendations + other.recommendations,
                    invited || other.invited,
                    follows || other.follows,
                    keeps || other.keeps);
        }

        private static @Nullable Instant later(@Nullable Instant one, @Nullable Instant other) {
            if (one == null || other == null) {
                return one == null ? other : one;
            }
            return one.isAfter(other) ? one : other;
        }
    }

    /** Messages lose half of their weight in this time. */
    public static final int HALF_LIFE_DAYS = 90;

    /** The instant to which weights are aged, so that a sum stays valid while time goes on. */
    public static final Instant EPOCH = Instant.parse("2000-01-01T00:00:00Z");

    public static final int SKILLS_SHOWN = 5;
}
