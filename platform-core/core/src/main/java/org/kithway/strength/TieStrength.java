package org.kithway.strength;

import org.apache.commons.statistics.distribution.BetaDistribution;
import org.kithway.model.TieEvidence;
import org.kithway.model.TieEvidence.AtSite;
import org.kithway.model.TieEvidence.Direction;
import org.kithway.statistics.Estimate;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * What evidence says of a tie, by a model, at a time.
 *
 * <p><b>Strength.</b> Each site gives a chance of an answer; those of several sites together give
 * {@code 1 - prod (1 - s)^0.7}, because sites tell much the same of the same two people, but never
 * less than the strongest alone.
 *
 * <p><b>Validity.</b> Each kind of evidence says with some chance that the tie exists; it does
 * unless all are wrong.
 */
public final class TieStrength {
    /** How much of its own a further site tells. */
    private static final double OWN_SHARE = 0.7;

    /** How uncertain it is whether anything comes back where nothing ever did, in logits. */
    private static final double UNANSWERED = 1.3;

    /** How often evidence of a kind means a tie, as counts of ties and of none. */
    private enum Kind {
        CONFIRMED(98, 2),
        TWO_WAY(97, 3),
        RECOMMENDED(45, 5),
        ENDORSED(15, 5),
        KEPT(12, 6),
        WROTE(6, 8),
        ACTED(4, 8),
        FOLLOWED(3, 11),
        INVITED(4, 6);

        private final Estimate chance;

        Kind(double ties, double none) {
            BetaDistribution chances = BetaDistribution.of(ties, none);
            chance =
                    new Estimate(
                            chances.inverseCumulativeProbability(0.1),
                            chances.getMean(),
                            chances.inverseCumulativeProbability(0.9));
        }
    }

    private final StrengthModel model;
    private final Instant now;

    /**
     * @param now up to when messages have aged
     */
    public TieStrength(StrengthModel model, Instant now) {
        this.model = model;
        this.now = now;
    }

    /**
     * All that can be said.
     *
     * @param evidence seen from the one who asks
     * @param commonContacts whom both know
     */
    public TieQualities of(TieEvidence evidence, int commonContacts) {
        boolean known = isKnown(evidence);
        List<Estimate> strengths = new ArrayList<>();
        for (AtSite at : evidence.bySite()) {
            double[] x = TieFeatures.of(at, known, commonContacts, evidence.monthsTogether(), now);
            strengths.add(model.estimate(x, known ? 0 : UNANSWERED));
        }
        List<Estimate> kinds = kinds(evidence).stream().map(kind -> kind.chance).toList();
        return new TieQualities(
                known,
                new Estimate(
                        together(strengths, Estimate::low),
                        together(strengths, Estimate::value),
                        together(strengths, Estimate::high)),
                new Estimate(
                        any(kinds, Estimate::low),
                        any(kinds, Estimate::value),
                        any(kinds, Estimate::high)));
    }

    /** What {@link TieQualities#chance} says, its value alone; above 0. */
    public double chance(TieEvidence evidence, int commonContacts) {
        boolean known = isKnown(evidence);
        double strongest = 0;
        double none = 1;
        for (AtSite at : evidence.bySite()) {
            double chance =
                    model.chance(
                            TieFeatures.of(
                                    at, known, commonContacts, evidence.monthsTogether(), now));
            strongest = Math.max(strongest, chance);
            none *= Math.pow(1 - chance, OWN_SHARE);
        }
        double absent = 1;
        for (Kind kind : kinds(evidence)) {
            absent *= 1 - kind.chance.value();
        }
        return Math.max(strongest, 1 - none) * (1 - absent);
    }

    /** What {@link StrengthModel.Label} wants: of the site that tells most. */
    public double[] features(TieEvidence evidence, int commonContacts) {
        boolean known = isKnown(evidence);
        double[] best = new double[0];
        double most = -1;
        for (AtSite at : evidence.bySite()) {
            double[] x = TieFeatures.of(at, known, commonContacts, evidence.monthsTogether(), now);
            double chance = model.chance(x);
            if (chance > most) {
                most = chance;
                best = x;
            }
        }
        return best;
    }

    /** Whether anybody said that the two know each other, or something went both ways. */
    public static boolean isKnown(TieEvidence evidence) {
        return evidence.confirmed() || evidence.isTwoWay();
    }

    /** Interactions Rank over all sites, as of now. */
    public static double interactionsRank(TieEvidence evidence, Instant now) {
        return TieFeatures.interactionsRank(evidence.out(), evidence.in(), now);
    }

    private static double together(List<Estimate> strengths, ToDoubleFunction<Estimate> end) {
        double strongest = 0;
        double none = 1;
        for (Estimate strength : strengths) {
            double chance = end.applyAsDouble(strength);
            strongest = Math.max(strongest, chance);
            none *= Math.pow(1 - chance, OWN_SHARE);
        }
        return Math.max(strongest, 1 - none);
    }

    private static double any(List<Estimate> kinds, ToDoubleFunction<Estimate> end) {
        double none = 1;
        for (Estimate kind : kinds) {
            none *= 1 - end.applyAsDouble(kind);
        }
        return 1 - none;
    }

    private static List<Kind> kinds(TieEvidence evidence) {
        List<Kind> kinds = new ArrayList<>();
        if (evidence.confirmed()) {
            kinds.add(Kind.CONFIRMED);
        }
        if (evidence.isTwoWay()) {
            kinds.add(Kind.TWO_WAY);
        }
        if (!kinds.isEmpty()) {
            return kinds;
        }
        boolean out = evidence.bySite().stream().anyMatch(at -> at.out().isAny());
        Direction way = out ? evidence.out() : evidence.in();
        if (way.recommendations() > 0) {
            kinds.add(Kind.RECOMMENDED);
        }
        if (way.endorsements() > 0) {
            kinds.add(Kind.ENDORSED);
        }
        if (way.keeps()) {
            kinds.add(Kind.KEPT);
        }
        if (way.messages() > 0) {
            kinds.add(Kind.WROTE);
        }
        if (way.interactions() > 0) {
            kinds.add(Kind.ACTED);
        }
        if (way.follows()) {
            kinds.add(Kind.FOLLOWED);
        }
        if (kinds.isEmpty()) {
            kinds.add(Kind.INVITED);
        }
        return kinds;
    }
}
