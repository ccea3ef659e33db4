package org.kithway.strength;

import static org.kithway.model.TieEvidence.EPOCH;
import static org.kithway.model.TieEvidence.HALF_LIFE_DAYS;

import org.jspecify.annotations.Nullable;
import org.kithway.model.TieEvidence;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/**
 * How likely it is that the second of two people answers the first when asked for an introduction.
 *
 * <p>A logistic model over the evidence, after the ordering of Gilbert and Karahalios, "Predicting
 * tie strength with social media" (CHI 2009): recency and volume of messages by Interactions Rank
 * (Roth et al., "Suggesting friends using the implicit social graph", KDD 2010), reciprocity, time
 * known, recommendations, endorsements and the number of sites. The weights are a start: no answers
 * have been counted yet that they could be fitted to.
 */
public final class TieStrength {
    private static final double LEAST = 0.01;
    private static final double MOST = 0.98;
    private static final double WEIGHT_OUT = 1.5;

    private TieStrength() {}

    /**
     * The probability that the second answers the first, in [0.01, 0.98]; one-way traffic alone
     * counts as little as an unknown tie, and that one keeps the other in an address book for
     * little more.
     *
     * @param evidence seen from the one who asks
     * @param now up to when messages have aged
     */
    public static double probability(TieEvidence evidence, Instant now) {
        TieEvidence.Direction out = evidence.out();
        TieEvidence.Direction in = evidence.in();
        boolean known = evidence.confirmed() || twoWay(evidence);
        double z = known ? -1.1 : -3.2;
        if (known) {
            z += 0.75 * Math.log1p(interactionsRank(evidence, now));
            z += 0.7 * reciprocity(out.messages(), in.messages());
            z += 0.12 * Math.log1p(daysKnown(evidence, now) / 365.0);
            z +=
                    last(evidence) == null
                            ? 0
                            : 0.8 * Math.exp(-daysSince(last(evidence), now) / 365.0);
            z += 0.15 * Math.log1p((double) out.messages() + in.messages());
        }
        z += 0.9 * Math.min(1, in.recommendations()) + 0.6 * Math.min(1, out.recommendations());
        z += 0.25 * Math.log1p(in.endorsements()) + 0.15 * Math.log1p(out.endorsements());
        z += 0.2 * Math.log1p((double) in.interactions() + out.interactions());
        z += in.invited() ? 0.15 : 0;
        z += in.follows() ? 0.1 : 0;
        // Who keeps an entry knows the other; who is kept perhaps not.
        z += (in.keeps() ? 0.6 : 0) + (out.keeps() ? 0.4 : 0);
        z += 0.3 * Math.max(0, evidence.sites().size() - 1);
        return Math.clamp(1 / (1 + Math.exp(-z)), LEAST, MOST);
    }

    /**
     * Interactions Rank as of now: {@code w sum_out 2^(-age/h) + sum_in 2^(-age/h)} with {@code w =
     * 1.5} and the half-life of {@link TieEvidence#HALF_LIFE_DAYS}.
     */
    public static double interactionsRank(TieEvidence evidence, Instant now) {
        double days = Duration.between(EPOCH, now).toSeconds() / 86_400.0;
        double aged = Math.pow(2, -days / HALF_LIFE_DAYS);
        return (WEIGHT_OUT * evidence.out().weight() + evidence.in().weight()) * aged;
    }

    /**
     * {@code 2 min(in, out) / (in + out)}, from 0 (one way or nothing) to 1 (as much back as
     * forth).
     */
    static double reciprocity(int out, int in) {
        return out + in == 0 ? 0 : 2.0 * Math.min(out, in) / (out + in);
    }

    /** Whether there was traffic both ways. */
    public static boolean twoWay(TieEvidence evidence) {
        return acts(evidence.out()) && acts(evidence.in());
    }

    private static boolean acts(TieEvidence.Direction side) {
        return side.messages() + side.interactions() + side.endorsements() + side.recommendations()
                        > 0
                || side.follows()
                || side.keeps();
    }

    private static @Nullable Instant last(TieEvidence evidence) {
        @Nullable Instant out = evidence.out().last();
        @Nullable Instant in = evidence.in().last();
        if (out == null || in == null) {
            return out == null ? in : out;
        }
        return out.isAfter(in) ? out : in;
    }

    private static double daysSince(@Nullable Instant then, Instant now) {
        return then == null ? Double.MAX_VALUE : Math.max(0, ChronoUnit.DAYS.between(then, now));
    }

    private static double daysKnown(TieEvidence evidence, Instant now) {
        if (evidence.since() == null) {
            return 0;
        }
        LocalDate today = now.atZone(ZoneOffset.UTC).toLocalDate();
        return Math.max(0, ChronoUnit.DAYS.between(evidence.since().earliest(), today));
    }
}
