package org.kithway.expertise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.kithway.expertise.ExpertRanking.Contribution;
import org.kithway.expertise.ExpertRanking.Expert;
import org.kithway.expertise.ExpertRanking.Hit;
import org.kithway.expertise.ExpertRanking.Kind;
import org.kithway.model.PersonId;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

class ExpertRankingTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 6, 1);

    @Test
    void theBestAndNewestTextHasThePointsOfItsKind() {
        for (Kind kind : Kind.values()) {
            Expert expert = rank(hit("h", "a", kind, 7.5, TODAY)).getFirst();

            assertThat(expert.score()).isCloseTo(kind.weight(), within(1e-12));
        }
    }

    @Test
    void endorsementsCountByTheLogarithmOfTheirNumber() {
        for (int n : new int[] {1, 5, 99}) {
            List<Hit> hits =
                    IntStream.range(0, n)
                            .mapToObj(i -> hit("h" + i, "a", Kind.ENDORSEMENT, 2, TODAY))
                            .toList();

            assertThat(ExpertRanking.rank(hits, TODAY, 1).getFirst().score())
                    .isCloseTo(Math.log(1 + n) / Math.log(100), within(1e-12));
        }
    }

    @Test
    void theSecondOfAKindCountsByItsReciprocalRank() {
        List<Expert> experts =
                rank(
                        hit("h1", "a", Kind.SKILL, 3, TODAY),
                        hit("h2", "b", Kind.SKILL, 2, TODAY),
                        hit("h3", "c", Kind.POSITION, 1, TODAY));

        assertThat(experts)
                .extracting(e -> e.person().value())
                .containsExactly("per_c", "per_a", "per_b");
        assertThat(experts.getLast().score()).isCloseTo(0.6 * 61 / 62, within(1e-12));
    }

    @Test
    void equalScoresShareTheBetterRankAndAreOrderedById() {
        List<Expert> experts =
                rank(hit("h2", "b", Kind.SKILL, 2, TODAY), hit("h1", "a", Kind.SKILL, 2, TODAY));

        assertThat(experts).extracting(e -> e.person().value()).containsExactly("per_a", "per_b");
        assertThat(experts.getFirst().score()).isEqualTo(experts.getLast().score());
    }

    @Test
    void evidenceCountsHalfAfterFiveYearsAndNeverLessThanAQuarter() {
        double fresh = rank(hit("h", "a", Kind.POST, 1, TODAY)).getFirst().score();

        assertThat(rank(hit("h", "a", Kind.POST, 1, TODAY.minusYears(5))).getFirst().score())
                .isCloseTo(fresh / 2, within(1e-3));
        assertThat(rank(hit("h", "a", Kind.POST, 1, TODAY.minusYears(40))).getFirst().score())
                .isCloseTo(fresh / 4, within(1e-12));
        assertThat(rank(hit("h", "a", Kind.POST, 1, TODAY.plusYears(1))).getFirst().score())
                .isEqualTo(fresh);
        assertThat(rank(hit("h", "a", Kind.POST, 1, null)).getFirst().score())
                .isCloseTo(fresh / 2, within(1e-12));
    }

    @Test
    void oneRecommendationOutweighsAFewEndorsements() {
        List<Hit> hits = new ArrayList<>();
        hits.add(hit("r", "a", Kind.RECOMMENDATION, 1, TODAY));
        for (int i = 0; i < 10; i++) {
            hits.add(hit("e" + i, "b", Kind.ENDORSEMENT, 9, TODAY));
        }

        assertThat(ExpertRanking.rank(hits, TODAY, 1).getFirst().person().value())
                .isEqualTo("per_a");
    }

    @Test
    void everyScoreIsTheSumOfItsContributionsAndEveryHitIsShownOnce() {
        for (long seed = 0; seed < 200; seed++) {
            List<Hit> hits = random(seed);

            List<Expert> experts = ExpertRanking.rank(hits, TODAY, Integer.MAX_VALUE);

            for (Expert expert : experts) {
                double sum = 0;
                for (Contribution contribution : expert.contributions()) {
                    assertThat(contribution.points()).as("seed %d", seed).isPositive();
                    sum += contribution.points();
                }
                assertThat(expert.score()).as("seed %d", seed).isEqualTo(sum);
                assertThat(ids(expert.contributions()))
                        .as("seed %d", seed)
                        .isEqualTo(
                                hits.stream()
                                        .filter(hit -> hit.person().equals(expert.person()))
                                        .map(Hit::id)
                                        .collect(Collectors.toSet()));
            }
            assertThat(experts.stream().mapToInt(e -> e.contributions().size()).sum())
                    .as("seed %d", seed)
                    .isEqualTo(hits.size());
        }
    }

    @Test
    void theOrderOfTheHitsDoesNotMatter() {
        for (long seed = 0; seed < 200; seed++) {
            List<Hit> hits = random(seed);
            List<Hit> shuffled = new ArrayList<>(hits);
            Collections.shuffle(shuffled, new Random(seed));

            assertThat(ExpertRanking.rank(shuffled, TODAY, 5))
                    .as("seed %d", seed)
                    .isEqualTo(ExpertRanking.rank(hits, TODAY, 5));
        }
    }

    @Test
    void withoutHitsThereIsNoExpert() {
        assertThat(rank()).isEmpty();
    }

    private static Set<String> ids(List<Contribution> contributions) {
        return contributions.stream().map(Contribution::id).collect(Collectors.toSet());
    }

    private static List<Hit> random(long seed) {
        Random random = new Random(seed);
        return IntStream.range(0, random.nextInt(60))
                .mapToObj(i ->
                        hit(
                                "h" + i,
                                String.valueOf((char) ('a' + random.nextInt(8))),
                                Kind.values()[random.nextInt(Kind.values().length)],
                                random.nextInt(1, 6),
                                random.nextBoolean()
                                        ? null
                                        : TODAY.minusDays(random.nextInt(9_000))))
                .toList();
    }

    private static List<Expert> rank(Hit... hits) {
        return ExpertRanking.rank(List.of(hits), TODAY, 100);
    }

    private static Hit hit(
            String id, String person, Kind kind, double score, @Nullable LocalDate date) {
        return new Hit(id, new PersonId("per_" + person), kind, score, date);
    }
}
