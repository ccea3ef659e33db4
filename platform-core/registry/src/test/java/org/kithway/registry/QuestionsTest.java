package org.kithway.registry;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.kithway.model.PersonId;

import java.util.List;

/** Searches for candidates, and searches that are kept. */
@ParameterizedClass
@EnumSource(Database.class)
class QuestionsTest {
    private static final PersonId ONE = new PersonId("per_one");
    private static final PersonId TWO = new PersonId("per_two");

    private final Fixture fixture;
    private final CandidateSearches candidates;
    private final SavedSearches searches;
    private final Principal ann;
    private final Principal ben;
    private final Principal stranger;

    QuestionsTest(Database database) {
        fixture = new Fixture(database);
        candidates = fixture.registry.candidateSearches();
        searches = fixture.registry.savedSearches();
        ann = new Principal(Fixture.ACME, fixture.ann.id(), Role.MEMBER);
        ben = new Principal(Fixture.ACME, fixture.ben.id(), Role.ADMIN);
        stranger = new Principal(Fixture.OTHER, fixture.stranger.id(), Role.ADMIN);
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void candidatesAreSearchedOnlyWhereThatIsAllowed() {
        assertThat(candidates.allowed(Fixture.ACME)).isFalse();
        candidates.allow(ben, true);
        assertThat(candidates.allowed(Fixture.ACME)).isTrue();
        assertThat(candidates.allowed(Fixture.OTHER)).isFalse();
        candidates.allow(ben, false);
        assertThat(candidates.allowed(Fixture.ACME)).isFalse();
    }

    @Test
    void eachSearchIsRecordedWithWhomItNamed() {
        candidates.record(ann, "Successor of Kim", List.of(TWO, ONE));
        candidates.record(stranger, "Another's", List.of());

        assertThat(candidates.list(Fixture.ACME, 10))
                .singleElement()
                .satisfies(recorded -> {
                    assertThat(recorded.member()).isEqualTo(ann.member());
                    assertThat(recorded.purpose()).isEqualTo("Successor of Kim");
                    assertThat(recorded.people()).containsExactly(TWO, ONE);
                });
    }

    @Test
    void onlyAChangedAnswerIsNotified() {
        SavedSearches.Saved saved = searches.save(ann, "skill:rye", List.of(ONE));
        searches.look(saved, List.of(ONE));
        assertThat(searches.notifications(ann, 10)).isEmpty();

        searches.look(saved, List.of(TWO));
        searches.look(saved, List.of(TWO));

        assertThat(searches.notifications(ann, 10))
                .singleElement()
                .satisfies(notification -> {
                    assertThat(notification.query()).isEqualTo("skill:rye");
                    assertThat(notification.added()).containsExactly(TWO);
                    assertThat(notification.gone()).isOne();
                });
        assertThat(searches.notifications(ben, 10)).isEmpty();
    }

    @Test
    void aSearchIsItsMembersOwn() {
        SavedSearches.Saved saved = searches.save(ann, "skill:rye", List.of());
        searches.look(saved, List.of(ONE));

        assertThat(searches.list(ann)).extracting(SavedSearches.Saved::id).contains(saved.id());
        assertThat(searches.list(ben)).isEmpty();
        assertThat(searches.delete(ben, saved.id())).isFalse();
        assertThat(searches.delete(ann, saved.id())).isTrue();
        assertThat(searches.notifications(ann, 10)).isEmpty();
    }
}
