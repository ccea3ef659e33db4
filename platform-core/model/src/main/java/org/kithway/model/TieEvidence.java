package org.kithway.model;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;

/**
 * What is known of how two people stand to one another, added up over all exports that speak of
 * them; what a tie's strength is computed from.
 *
 * @param sites where the two meet, sorted, without repetition
 * @param confirmed whether both confirmed at some site that they know each other
 * @param since the earliest date of such a confirmation, where given
 * @param out what the first did towards the second
 * @param in what the second did towards the first
 */
public record TieEvidence(
        List<Site> sites,
        boolean confirmed,
        @Nullable PartialDate since,
        Direction out,
        Direction in) {
    public TieEvidence {
        sites = List.copyOf(sites);
    }

    /** The same tie seen from the other end. */
    public TieEvidence reversed() {
        return new TieEvidence(sites, confirmed, since, in, out);
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
    }

    /** Messages lose half of their weight in this time. */
    public static final int HALF_LIFE_DAYS = 90;

    /** The instant to which weights are aged, so that a sum stays valid while time goes on. */
    public static final Instant EPOCH = Instant.parse("2000-01-01T00:00:00Z");

    public static final int SKILLS_SHOWN = 5;
}
