package org.kithway.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

class TownTest {
    private static final Town TOWN = Town.of(5, 800);

    @Test
    void theSameSeedYieldsTheSamePeopleAndTies() {
        Town again = Town.of(5, 800);
        assertThat(again.people()).isEqualTo(TOWN.people());
        assertThat(again.friendships()).isEqualTo(TOWN.friendships());
    }

    @Test
    void answersDoNotDependOnTheOrderOfQuestions() {
        Friendship pair = TOWN.friendships().getFirst();
        List<Endorsement> first = TOWN.endorsements(pair, pair.a());
        TOWN.friendships().forEach(other -> TOWN.endorsements(other, other.b()));
        assertThat(TOWN.endorsements(pair, pair.a())).isEqualTo(first);
    }

    @Test
    void everyTieIsBetweenTwoPeopleAndWithinItsScale() {
        Set<List<Integer>> pairs = new HashSet<>();
        for (Friendship pair : TOWN.friendships()) {
            assertThat(pair.a()).isLessThan(pair.b());
            assertThat(pair.strength()).isGreaterThan(0).isLessThanOrEqualTo(1);
            assertThat(pair.since()).isBeforeOrEqualTo(Town.TODAY);
            assertThat(pairs.add(List.of(pair.a(), pair.b()))).isTrue();
        }
    }

    @Test
    void whoKnowsEachOtherBetterWritesMore() {
        double close = meanMessages(0.5, 1.01);
        double distant = meanMessages(0, 0.2);
        assertThat(close).isGreaterThan(5 * distant);
    }

    @Test
    void whoKnowsMoreIsEndorsedMoreOften() {
        assertThat(shareEndorsed(0.7, 1.01)).isGreaterThan(1.5 * shareEndorsed(0, 0.4));
    }

    @Test
    void careersDoNotOverlapAndEndNoLaterThanToday() {
        for (Person person : TOWN.people()) {
            List<Position> jobs =
                    person.positions().stream()
                            .filter(job -> !job.company().equals(Town.COOPERATIVE))
                            .toList();
            for (int i = 0; i + 1 < jobs.size(); i++) {
                assertThat(jobs.get(i + 1).finished()).isNotNull();
                assertThat(jobs.get(i).started()).isAfterOrEqualTo(jobs.get(i + 1).finished());
            }
        }
    }

    @Test
    void slugsAreDifferent() {
        assertThat(TOWN.people().stream().map(Person::slug).distinct().count())
                .isEqualTo(TOWN.people().size());
    }

    @Test
    void aTownTooSmallForItsCooperativeIsRefused() {
        assertThatThrownBy(() -> Town.of(1, 11)).isInstanceOf(IllegalArgumentException.class);
        assertThat(Town.of(1, Town.COOPERATIVE_SIZE).people()).hasSize(Town.COOPERATIVE_SIZE);
    }

    private static double meanMessages(double from, double to) {
        return TOWN.friendships().stream()
                .filter(pair -> pair.strength() >= from && pair.strength() < to)
                .mapToInt(pair -> TOWN.conversation(pair).map(c -> c.messages().size()).orElse(0))
                .average()
                .orElseThrow();
    }

    /** Of all the skills of that level that friends could vouch for, the share that they do. */
    private static double shareEndorsed(double from, double to) {
        long possible = 0;
        long done = 0;
        for (Friendship pair : TOWN.friendships()) {
            List<Endorsement> given = TOWN.endorsements(pair, pair.a());
            for (Skill skill : TOWN.person(pair.b()).skills()) {
                if (skill.level() >= from && skill.level() < to) {
                    possible++;
                    done += given.stream().anyMatch(e -> e.skill().equals(skill.name())) ? 1 : 0;
                }
            }
        }
        return (double) done / possible;
    }
}
