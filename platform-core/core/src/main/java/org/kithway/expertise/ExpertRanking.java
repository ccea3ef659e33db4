package org.kithway.expertise;

import org.jspecify.annotations.Nullable;
import org.kithway.model.PersonId;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Fuses texts that match a topic into a ranking of the people for whom they speak.
 *
 * <p>A document votes for its person, as in the voting model of Macdonald and Ounis (<i>Voting for
 * Candidates</i>, CIKM 2006); its vote is the reciprocal rank of Cormack, Clarke and Büttcher
 * (<i>Reciprocal Rank Fusion</i>, SIGIR 2009) within the documents of its kind, because the scores
 * of texts as unlike as a skill's name and a recommendation cannot be compared, and their ranks
 * can. Each kind has a weight, after the document-candidate associations of Balog, Azzopardi and de
 * Rijke (<i>Formal Models for Expert Finding</i>, SIGIR 2006). The points of a hit are
 *
 * <pre>
 * weight(kind) * (K + 1) / (K + rank) * log2((j + 1) / j) * max(FLOOR, 2^(-age / HALF_LIFE))
 * </pre>
 *
 * where the rank counts from 1 by descending score, equal scores sharing the better rank, and the
 * hit is the person's j-th best of that kind. So n equally good hits of one kind count log2(1 + n)
 * times one hit, which keeps a prolific writer from winning by mass; with the weight of an
 * endorsement, n of them count ln(1 + n) / ln(100). A text without a date counts as one half-life
 * old.
 *
 * <p>A person's score is the sum of the points of that person's hits and nothing else.
 */
public final class ExpertRanking {
    /** The constant of reciprocal rank fusion. */
    public static final int K = 60;

    /** Evidence counts half after this time, in days: five years. */
    public static final double HALF_LIFE = 5 * 365.25;

    /** However old, evidence counts at least this much. */
    public static final double FLOOR = 0.25;

    private static final Comparator<Hit> BEST_FIRST =
            Comparator.comparingDouble(Hit::score).reversed().thenComparing(Hit::id);

    private ExpertRanking() {}

    /** What kind of text a hit is. */
    public enum Kind {
        RECOMMENDATION(1.0),
        POSITION(0.9),
        ARTICLE(0.8),
        POST(0.8),
        COMMENT(0.4),
        HEADLINE(0.8),
        SUMMARY(0.6),
        SKILL(0.6),
        ENDORSEMENT(Math.log(2) / Math.log(100)),
        EDUCATION(0.3);

        private final double weight;

        Kind(double weight) {
            this.weight = weight;
        }

        /** The points of the best and newest text of this kind. */
        public double weight() {
            return weight;
        }
    }

    /**
     * A text that matches the topic.
     *
     * @param id of the text
     * @param person for whom it speaks
     * @param score how well it matches; comparable among hits of one kind
     * @param date when it was said, or null if unknown
     */
    public record Hit(
            String id, PersonId person, Kind kind, double score, @Nullable LocalDate date) {}

    /** What one hit adds to a person's score; above 0. */
    public record Contribution(String id, double points) {}

    /**
     * @param score the sum of the contributions' points, added in their order
     * @param contributions most points first, then by id
     */
    public record Expert(PersonId person, double score, List<Contribution> contributions) {
        public Expert {
            contributions = List.copyOf(contributions);
        }
    }

    /**
     * The people for whom the hits speak, best first, equal scores by id; O(n log n) in the hits.
     *
     * @param hits in any order, each id once
     * @param today the day from which ages are counted; a later date is of age 0
     * @param limit at most so many people
     */
    public static List<Expert> rank(List<Hit> hits, LocalDate today, int limit) {
        Map<PersonId, List<Contribution>> contributions = new HashMap<>();
        byKind(hits)
                .forEach((kind, ofKind) -> {
                    Map<PersonId, Integer> seen = new HashMap<>();
                    int rank = 0;
                    for (int i = 0; i < ofKind.size(); i++) {
                        Hit hit = ofKind.get(i);
                        if (i == 0 || hit.score() != ofKind.get(i - 1).score()) {
                            rank = i + 1;
                        }
                        int j = seen.merge(hit.person(), 1, Integer::sum);
                        double points =
                                kind.weight()
                                        * (K + 1)
                                        / (K + rank)
                                        * log2((j + 1.0) / j)
                                        * freshness(hit.date(), today);
                        contributions
                                .computeIfAbsent(hit.person(), p -> new ArrayList<>())
                                .add(new Contribution(hit.id(), points));
                    }
                });
        return contributions.entrySet().stream()
                .map(entry -> expert(entry.getKey(), entry.getValue()))
                .sorted(
                        Comparator.comparingDouble(Expert::score)
                                .reversed()
                                .thenComparing(Expert::person))
                .limit(limit)
                .toList();
    }

    private static Map<Kind, List<Hit>> byKind(List<Hit> hits) {
        Map<Kind, List<Hit>> byKind = new EnumMap<>(Kind.class);
        for (Hit hit : hits) {
            byKind.computeIfAbsent(hit.kind(), kind -> new ArrayList<>()).add(hit);
        }
        byKind.values().forEach(ofKind -> ofKind.sort(BEST_FIRST));
        return byKind;
    }

    private static Expert expert(PersonId person, List<Contribution> contributions) {
        contributions.sort(
                Comparator.comparingDouble(Contribution::points)
                        .reversed()
                        .thenComparing(Contribution::id));
        double score = 0;
        for (Contribution contribution : contributions) {
            score += contribution.points();
        }
        return new Expert(person, score, contributions);
    }

    private static double freshness(@Nullable LocalDate date, LocalDate today) {
        if (date == null) {
            return 0.5;
        }
        double age = Math.max(0, ChronoUnit.DAYS.between(date, today));
        return Math.max(FLOOR, Math.pow(2, -age / HALF_LIFE));
    }

    private static double log2(double x) {
        return Math.log(x) / Math.log(2);
    }
}
