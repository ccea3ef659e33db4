package org.kithway.strength;

import static org.kithway.model.TieEvidence.EPOCH;
import static org.kithway.model.TieEvidence.HALF_LIFE_DAYS;

import org.jspecify.annotations.Nullable;
import org.kithway.model.TieEvidence.AtSite;
import org.kithway.model.TieEvidence.Direction;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/**
 * What the strength of a tie is computed from, in numbers: one entry per {@link #NAMES name}, seen
 * from the one who asks.
 */
final class TieFeatures {
    /** What each entry is, for the report of what the model goes by. */
    static final String[] NAMES = {
        "base",
        "unanswered",
        "interactionsRank",
        "reciprocity",
        "yearsKnown",
        "recency",
        "messages",
        "recommendedByThem",
        "recommendedThem",
        "endorsedByThem",
        "endorsedThem",
        "interactions",
        "invitedByThem",
        "followedByThem",
        "keptByThem",
        "keptThem",
        "commonContacts",
        "monthsTogether"
    };

    static final int COUNT = NAMES.length;

    private static final double WEIGHT_OUT = 1.5;
    private static final double YEAR = 365;

    private TieFeatures() {}

    /**
     * Of what one site tells; the other two are known of the people, at whichever site.
     *
     * @param known whether it is known that the two know each other, from whichever site
     */
    static double[] of(
            AtSite at, boolean known, int commonContacts, int monthsTogether, Instant now) {
        Direction out = at.out();
        Direction in = at.in();
        double[] x = new double[COUNT];
        x[0] = 1;
        int next = 1;
        x[next++] = known ? 0 : 1;
        if (known) {
            x[next++] = Math.log1p(interactionsRank(out, in, now));
            x[next++] = reciprocity(out.messages(), in.messages());
            x[next++] = Math.log1p(daysKnown(at, now) / YEAR);
            @Nullable Instant last = last(out, in);
            x[next++] = last == null ? 0 : Math.exp(-daysSince(last, now) / YEAR);
            x[next++] = Math.log1p((double) out.messages() + in.messages());
        } else {
            next += 5;
        }
        x[next++] = Math.min(1, in.recommendations());
        x[next++] = Math.min(1, out.recommendations());
        x[next++] = Math.log1p(in.endorsements());
        x[next++] = Math.log1p(out.endorsements());
        x[next++] = Math.log1p((double) in.interactions() + out.interactions());
        x[next++] = in.invited() ? 1 : 0;
        x[next++] = in.follows() ? 1 : 0;
        x[next++] = in.keeps() ? 1 : 0;
        x[next++] = out.keeps() ? 1 : 0;
        x[next++] = Math.log1p(commonContacts);
        x[next] = Math.log1p(monthsTogether);
        return x;
    }

    /**
     * Interactions Rank as of now: {@code w sum_out 2^(-age/h) + sum_in 2^(-age/h)} with {@code w =
     * 1.5} and the half-life of {@link org.kithway.model.TieEvidence#HALF_LIFE_DAYS}; what was said
     * among n counts 1/(n-1) (Roth and others, "Suggesting friends using the implicit social
     * graph", KDD 2010).
     */
    static double interactionsRank(Direction out, Direction in, Instant now) {
        double days = Duration.between(EPOCH, now).toSeconds() / 86_400.0;
        double aged = Math.pow(2, -days / HALF_LIFE_DAYS);
        return (WEIGHT_OUT * out.weight() + in.weight()) * aged;
    }

    /**
     * {@code 2 min(in, out) / (in + out)}, from 0 (one way or nothing) to 1 (as much back as
     * forth).
     */
    static double reciprocity(int out, int in) {
        return out + in == 0 ? 0 : 2.0 * Math.min(out, in) / (out + in);
    }

    private static @Nullable Instant last(Direction out, Direction in) {
        @Nullable Instant to = out.last();
        @Nullable Instant from = in.last();
        if (to == null || from == null) {
            return to == null ? from : to;
        }
        return to.isAfter(from) ? to : from;
    }

    private static double daysSince(Instant then, Instant now) {
        return Math.max(0, ChronoUnit.DAYS.between(then, now));
    }

    private static double daysKnown(AtSite at, Instant now) {
        if (at.since() == null) {
            return 0;
        }
        LocalDate today = now.atZone(ZoneOffset.UTC).toLocalDate();
        return Math.max(0, ChronoUnit.DAYS.between(at.since().earliest(), today));
    }
}
