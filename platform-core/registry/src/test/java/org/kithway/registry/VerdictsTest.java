package org.kithway.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.kithway.model.AccountId;
import org.kithway.model.Layer;
import org.kithway.model.PersonId;
import org.kithway.model.Site;

import java.util.List;
import java.util.Set;

@ParameterizedClass
@EnumSource(Database.class)
class VerdictsTest {
    private static final AccountId PIA = AccountId.of(new Site("linkedin"), "pia");
    private static final AccountId BIRD = AccountId.of(new Site("twitter"), "7");

    private final Fixture fixture;
    private final Verdicts verdicts;
    private final IdentityEvents events;
    private final Principal ann;
    private final Principal ben;

    VerdictsTest(Database database) {
        fixture = new Fixture(database);
        verdicts = fixture.registry.verdicts();
        events = fixture.registry.identityEvents();
        ann = fixture.ann.principal();
        ben = fixture.ben.principal();
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    private RecordedVerdict same(Layer layer) {
        return verdicts.same(ann, layer, false, List.of(PIA, BIRD), "they told me");
    }

    @Test
    void aVerdictIsADecisionAndIsFoundByItsAccounts() {
        RecordedVerdict given = same(Layer.ORGANIZATION);

        assertThat(verdicts.find(ben, given.verdict().id())).contains(given);
        assertThat(verdicts.about(ben, Set.of(BIRD), 10)).containsExactly(given);
        assertThat(verdicts.about(ben, Set.of(AccountId.email("x@example.org")), 10)).isEmpty();
        assertThat(verdicts.list(ben, 0, 10)).containsExactly(given);
        assertThat(fixture.registry.decisions().all(Fixture.ACME, 0, 10))
                .extracting(LoggedDecision::decision)
                .containsExactly(given.verdict());
    }

    @Test
    void whatIsPrivateIsSeenByNobodyElse() {
        RecordedVerdict given = same(Layer.of(ann.member()));

        assertThat(verdicts.find(ann, given.verdict().id())).contains(given);
        assertThat(verdicts.find(ben, given.verdict().id())).isEmpty();
        assertThat(verdicts.list(ben, 0, 10)).isEmpty();
        assertThat(verdicts.withdraw(ben, given.verdict().id())).isFalse();
        assertThat(verdicts.find(fixture.stranger.principal(), given.verdict().id())).isEmpty();
    }

    @Test
    void aVerdictIsWithdrawnOnce() {
        String id = same(Layer.ORGANIZATION).verdict().id();

        assertThat(verdicts.withdraw(ben, id)).isTrue();
        assertThat(verdicts.withdraw(ben, id)).isFalse();

        RecordedVerdict withdrawn = verdicts.find(ann, id).orElseThrow();
        assertThat(withdrawn.stands()).isFalse();
        assertThat(withdrawn.withdrawnBy()).isEqualTo(ben.member());
        assertThat(fixture.registry.decisions().all(Fixture.ACME, 0, 10).getLast().decision())
                .isEqualTo(new Decision.VerdictWithdrawn(id, ben.member()));
    }

    @Test
    void aVerdictIsAppliedOnceAllThatFollowsIsDone() {
        String id = same(Layer.ORGANIZATION).verdict().id();
        long sequence = fixture.registry.decisions().all(Fixture.ACME, 0, 10).getLast().sequence();
        assertThat(verdicts.find(ann, id).orElseThrow().applied()).isFalse();

        events.finished(Fixture.ACME, sequence);
        events.finished(Fixture.ACME, sequence - 1);

        assertThat(verdicts.find(ann, id).orElseThrow().applied()).isTrue();
        assertThat(events.progress(Fixture.ACME)).isEqualTo(sequence);
        assertThat(events.progress(Fixture.OTHER)).isEqualTo(-1);
    }

    @Test
    void oneAccountAloneIsNoVerdict() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        verdicts.same(ann, Layer.ORGANIZATION, false, List.of(PIA, PIA), null));
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        verdicts.different(
                                ann, Layer.ORGANIZATION, List.of(PIA), List.of(PIA), null));
    }

    @Test
    void anEventIsRecordedOnceAndNeverAgainByARebuild() {
        IdentityEvent event = event("evt_1", Layer.ORGANIZATION);
        events.record(Fixture.ACME, 5, List.of(event));
        events.record(Fixture.ACME, 5, List.of(event));
        events.finished(Fixture.ACME, 5);
        events.record(Fixture.ACME, 4, List.of(event("evt_2", Layer.ORGANIZATION)));
        events.record(Fixture.ACME, 6, List.of(event("evt_3", Layer.of(ben.member()))));

        assertThat(events.list(ann, null, 0, 10))
                .extracting(IdentityEvents.Recorded::event)
                .containsExactly(event);
        assertThat(events.list(ben, null, 0, 10)).hasSize(2);
        assertThat(events.list(ann, Set.of(PIA), 0, 10)).hasSize(1);
        assertThat(events.list(ann, Set.of(AccountId.email("x@example.org")), 0, 10)).isEmpty();
    }

    private static IdentityEvent event(String id, Layer layer) {
        return new IdentityEvent(
                id,
                IdentityEvent.Kind.MERGED,
                layer,
                new PersonId("per_1"),
                List.of(List.of(PIA), List.of(BIRD)),
                List.of(new IdentityEvent.Reason("same name, rare", 9.1)),
                "imp_1");
    }
}
