package org.kithway.ingestion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kithway.model.AccountId;
import org.kithway.model.Fact;
import org.kithway.model.ImportId;
import org.kithway.model.Layer;
import org.kithway.model.MemberId;
import org.kithway.model.OrganizationId;
import org.kithway.model.Place;
import org.kithway.model.Site;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

class IntakeTest {
    private static final Site SITE = new Site("linkedin");
    private static final AccountId BEN = AccountId.of(SITE, "ben");
    private static final MemberId ANN = new MemberId("mem_ann");
    private static final MemberId EVE = new MemberId("mem_eve");

    private final List<Assertion> logged = new ArrayList<>();
    private final Intake intake =
            new Intake(assertions -> {
                logged.addAll(assertions);
                return Map.of(0, (long) logged.size());
            });

    @Test
    void theMemberTakesThePlaceOfI() {
        accept(run(ANN), new Fact.Connected(AccountId.OWNER, BEN, null));

        assertThat(logged)
                .extracting(Assertion::fact)
                .containsExactly(new Fact.Connected(AccountId.member(ANN), BEN, null));
    }

    @Test
    void twoMembersWhoSayTheSameSayOneFact() {
        accept(run(ANN), new Fact.Skill(BEN, "sql"));
        accept(run(EVE), new Fact.Skill(BEN, "sql"));

        assertThat(logged.get(0).factId()).isEqualTo(logged.get(1).factId());
    }

    @Test
    void whatTwoKindsOfFileSayIsAssertedTwiceAndWhatOneSaysTwiceOnce() {
        Fact fact = new Fact.Skill(BEN, "sql");
        intake.accept(
                run(ANN),
                List.of(
                        stated("Skills.csv", 1, "skills", fact),
                        stated("Skills.csv", 9, "skills", fact),
                        stated("Profile.csv", 1, "profile", fact)));

        assertThat(logged).extracting(Assertion::factId).hasSize(3).containsOnly(factId(fact));
        assertThat(logged.get(0).key()).isEqualTo(logged.get(1).key());
        assertThat(logged.get(0).key()).isNotEqualTo(logged.get(2).key());
    }

    @Test
    void aKeyIsShortHoweverLongTheKindOfFileIsCalled() {
        intake.accept(
                run(ANN), List.of(stated("x", 1, "k".repeat(2_000), new Fact.Skill(BEN, "sql"))));

        String key = logged.getFirst().key();
        assertThat(key).matches("[0-9a-f]{32}:imp_1:[0-9a-f]{16}");
        assertThat(AssertionKey.parse(key)).isEqualTo(AssertionKey.of(logged.getFirst()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no key at all",
                "0123456789abcdef0123456789abcdef:imp_1",
                "0123456789abcdef0123456789abcdef:imp_1:",
                "0123456789abcdef0123456789abcdef:imp_1:connections",
                "0123456789ABCDEF0123456789ABCDEF:imp_1:0123456789abcdef"
            })
    void whatIsNoKeyIsRefused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> AssertionKey.parse(text));
    }

    @Test
    void aNameIsBoundToTheMemberWhoseExportGivesIt() {
        AccountId name = AccountId.named(SITE, "Ben Moor");
        accept(run(ANN), new Fact.Skill(name, "sql"));
        accept(run(EVE), new Fact.Skill(name, "sql"));

        assertThat(logged.get(0).fact().subject()).isNotEqualTo(logged.get(1).fact().subject());
        assertThat(logged.get(0).fact().subject().isName()).isTrue();
    }

    @Test
    void aFileMayNotNameOtherMembers() {
        Intake.Outcome outcome =
                accept(run(ANN), new Fact.Connected(AccountId.member(EVE), BEN, null));

        assertThat(logged).isEmpty();
        assertThat(outcome.refused())
                .singleElement()
                .satisfies(r -> assertThat(r.reason()).contains("administrator"));
    }

    @Test
    void anAdministratorsFileMayNameMembers() {
        ImportRun run = run(ANN, Set.of(ANN, EVE), Set.of());

        assertThat(accept(run, new Fact.Connected(AccountId.member(EVE), BEN, null)).refused())
                .isEmpty();
        assertThat(logged).hasSize(1);
    }

    @Test
    void nobodyMayNameAMemberWhoDoesNotExist() {
        ImportRun run = run(ANN, Set.of(ANN, EVE), Set.of());

        assertThat(
                        accept(
                                        run,
                                        new Fact.Connected(
                                                AccountId.parse("kithway:mem_nobody"), BEN, null))
                                .refused())
                .hasSize(1);
    }

    @Test
    void aSuppressedPersonIsWithheld() {
        Intake.Outcome outcome =
                accept(
                        run(ANN, Set.of(), Set.of(BEN)),
                        new Fact.Connected(AccountId.OWNER, BEN, null));

        assertThat(logged).isEmpty();
        assertThat(outcome.withheld()).containsExactly(new Place("Connections.csv", 7));
    }

    @Test
    void aRecordThatStillSaysSomethingAboutOthersIsKept() {
        Intake.Outcome outcome =
                accept(
                        run(ANN, Set.of(), Set.of(BEN)),
                        new Fact.Connected(AccountId.OWNER, BEN, null),
                        new Fact.Skill(AccountId.OWNER, "sql"));

        assertThat(outcome.withheld()).isEmpty();
        assertThat(logged)
                .extracting(Assertion::fact)
                .containsExactly(new Fact.Skill(AccountId.member(ANN), "sql"));
    }

    @Test
    void organizationsKnowTheSameFactByDifferentIds() {
        byte[] other = new byte[32];
        other[5] = 1;
        Fact fact = new Fact.Skill(BEN, "sql");

        assertThat(new Fingerprints(new byte[32]).of(fact))
                .isNotEqualTo(new Fingerprints(other).of(fact))
                .matches("[0-9a-f]{32}");
    }

    private Intake.Outcome accept(ImportRun run, Fact... facts) {
        return intake.accept(
                run,
                List.of(
                        new Intake.Stated(
                                new Place("Connections.csv", 7), "connections", List.of(facts))));
    }

    private static Intake.Stated stated(String entry, long record, String part, Fact fact) {
        return new Intake.Stated(new Place(entry, record), part, List.of(fact));
    }

    private static String factId(Fact fact) {
        return new Fingerprints(new byte[32]).of(fact);
    }

    private static ImportRun run(MemberId member) {
        return run(member, Set.of(), Set.of());
    }

    private static ImportRun run(
            MemberId member, Set<MemberId> nameable, Set<AccountId> suppressed) {
        return new ImportRun(
                new OrganizationId("default"),
                new Fingerprints(new byte[32]),
                new ImportId("imp_1"),
                member,
                Layer.ORGANIZATION,
                nameable,
                suppressed::contains);
    }
}
