package org.kithway.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.kithway.asking.RefusalMemory;
import org.kithway.experiment.Code;
import org.kithway.model.PersonId;
import org.kithway.model.Site;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

@ParameterizedClass
@EnumSource(Database.class)
class AsksTest {
    private static final Site LINKEDIN = new Site("linkedin");
    private static final Site SLACK = new Site("slack");
    private static final PersonId PIA = new PersonId("per_pia");
    private static final PersonId NORA = new PersonId("per_nora");

    private final Fixture fixture;
    private final Asks asks;
    private final Principal ann;

    AsksTest(Database database) {
        fixture = new Fixture(database);
        asks = fixture.registry.asks();
        ann = fixture.ann.principal();
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void eachRecipientGetsACodeAndOneOfTheWordings() {
        Map<PersonId, Site> people = new HashMap<>();
        for (int i = 0; i < 31; i++) {
            people.put(new PersonId("per_" + i), LINKEDIN);
        }
        Ask made = asks.make(ann, ask(people)).ask();

        assertThat(made.recipients()).extracting(Ask.Recipient::code).doesNotHaveDuplicates();
        assertThat(made.recipients().stream().filter(one -> one.wording().equals("plain")).count())
                .isBetween(15L, 16L);
        Ask found = asks.find(ann, made.id()).orElseThrow();
        assertThat(found.recipients()).containsExactlyInAnyOrderElementsOf(made.recipients());
        assertThat(found.wordings()).containsExactlyInAnyOrderElementsOf(made.wordings());
        assertThat(asks.list(ann, 0, 10)).containsExactly(found);
    }

    @Test
    void anAskIsSeenByTheMemberAlone() {
        String id = asks.make(ann, ask(Map.of(PIA, LINKEDIN))).ask().id();

        assertThat(asks.find(fixture.ben.principal(), id)).isEmpty();
        assertThat(asks.find(fixture.stranger.principal(), id)).isEmpty();
        assertThat(asks.note(fixture.ben.principal(), id, PIA, Ask.Event.ANSWERED, null)).isFalse();
    }

    @Test
    void asksAndWhatComesOfThemAreDecisions() {
        Ask made = asks.make(ann, ask(Map.of(PIA, LINKEDIN))).ask();
        asks.note(ann, made.id(), PIA, Ask.Event.ANSWERED, SLACK);
        asks.note(ann, made.id(), PIA, Ask.Event.ANSWERED, null);

        assertThat(fixture.registry.decisions().all(Fixture.ACME, 0, 10))
                .extracting(LoggedDecision::decision)
                .containsExactly(
                        new Decision.AskMade(
                                made.id(), ann.member(), Purpose.HIRE, Set.of(PIA), made.created()),
                        new Decision.AskNoted(
                                made.id(),
                                made.recipients().getFirst().code(),
                                Ask.Event.ANSWERED,
                                made.created()));
        Ask.Recipient pia = asks.find(ann, made.id()).orElseThrow().recipients().getFirst();
        assertThat(pia.sent()).isEqualTo(made.created());
        assertThat(pia.answeredOver()).isEqualTo(SLACK);
    }

    @Test
    void whoStillOwesAnAnswerIsNotAskedAgainForTheSame() {
        Ask made = asks.make(ann, ask(Map.of(PIA, LINKEDIN))).ask();

        assertThatExceptionOfType(Asks.NobodyLeftException.class)
                .isThrownBy(() -> asks.make(ann, ask(Map.of(PIA, LINKEDIN))));
        Asks.Made second = asks.make(ann, ask(Map.of(PIA, LINKEDIN, NORA, LINKEDIN)));
        assertThat(second.spared()).isEqualTo(Map.of(PIA, Asks.Spared.WAITING));

        asks.note(ann, made.id(), PIA, Ask.Event.DECLINED, null);
        assertThat(asks.make(ann, ask(Map.of(PIA, LINKEDIN))).spared()).isEmpty();
    }

    @Test
    void nobodyIsAskedMoreOftenInAWeekThanTheyLike() {
        for (int i = 0; i < Asks.WEEKLY; i++) {
            Ask made = asks.make(ann, ask(Map.of(PIA, LINKEDIN))).ask();
            asks.note(ann, made.id(), PIA, Ask.Event.ANSWERED, null);
        }

        assertThatExceptionOfType(Asks.NobodyLeftException.class)
                .isThrownBy(() -> asks.make(ann, ask(Map.of(PIA, LINKEDIN))));
        assertThat(asks.loads(Fixture.ACME, fixture.clock.instant())).containsEntry(PIA, 3);
        asks.prefer(ann, PIA, new Asks.Preference(Set.of(Purpose.SALE), 5));
        assertThat(asks.make(ann, ask(Map.of(PIA, LINKEDIN))).spared()).isEmpty();
    }

    @Test
    void whoNeverHelpsWithSomethingIsNotAskedForIt() {
        asks.prefer(ann, PIA, new Asks.Preference(Set.of(Purpose.HIRE), 3));

        assertThat(asks.make(ann, ask(Map.of(PIA, LINKEDIN, NORA, LINKEDIN))).spared())
                .isEqualTo(Map.of(PIA, Asks.Spared.NEVER));
    }

    @Test
    void aCodeTellsWhatItsHolderSaysAndIsPassedOn() {
        Ask made = asks.make(ann, ask(Map.of(PIA, LINKEDIN))).ask();
        Code code = new Code(made.recipients().getFirst().code());

        assertThat(asks.held(code).orElseThrow().title()).isEqualTo("A baker for the night shift");
        Code first = asks.passOn(code).orElseThrow();
        Code second = asks.passOn(code).orElseThrow();
        Code deeper = asks.passOn(first).orElseThrow();
        assertThat(List.of(first, second, deeper))
                .containsExactly(code.child(1), code.child(2), code.child(1).child(1));
        assertThat(asks.redeem(deeper, Ask.Event.ANSWERED, null)).isTrue();
        assertThat(asks.redeem(code.child(3), Ask.Event.ANSWERED, null)).isFalse();
        assertThat(asks.passedOn(made)).containsExactlyInAnyOrder(first, deeper);
        assertThat(asks.find(ann, made.id()).orElseThrow().recipients().getFirst().forwarded())
                .isNotNull();
    }

    @Test
    void whatCameOfAskingIsRememberedByPurpose() {
        Ask made = asks.make(ann, ask(Map.of(PIA, LINKEDIN, NORA, LINKEDIN))).ask();
        asks.note(ann, made.id(), PIA, Ask.Event.ANSWERED, null);
        asks.note(ann, made.id(), NORA, Ask.Event.SENT, null);
        var records = asks.records(Fixture.ACME, Purpose.HIRE, fixture.clock.instant());

        assertThat(records)
                .containsEntry(PIA, new RefusalMemory.Record(1, 0, List.of()))
                .containsEntry(NORA, new RefusalMemory.Record(0, 0, List.of(0.0)));
        assertThat(asks.records(Fixture.ACME, Purpose.SALE, fixture.clock.instant())).isEmpty();
    }

    @Test
    void anAskHasPeopleAndDifferentWordings() {
        assertThatIllegalArgumentException().isThrownBy(() -> ask(Map.of()));
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new NewAsk(
                                Purpose.HIRE,
                                "x",
                                LocalDate.EPOCH,
                                List.of(new Ask.Wording("a", "one"), new Ask.Wording("a", "two")),
                                Map.of(PIA, LINKEDIN)));
    }

    private static NewAsk ask(Map<PersonId, Site> people) {
        return new NewAsk(
                Purpose.HIRE,
                "A baker for the night shift",
                LocalDate.parse("2026-12-31"),
                List.of(
                        new Ask.Wording("plain", "We look for a baker."),
                        new Ask.Wording("warm", "You know everybody who bakes!")),
                people);
    }
}
