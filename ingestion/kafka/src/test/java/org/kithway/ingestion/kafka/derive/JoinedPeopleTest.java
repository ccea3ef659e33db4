package org.kithway.ingestion.kafka.derive;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kithway.identity.IdentityModel;
import org.kithway.model.AccountId;
import org.kithway.model.Fact;
import org.kithway.model.Layer;
import org.kithway.model.MemberId;
import org.kithway.model.PartialDate;
import org.kithway.model.Site;
import org.kithway.registry.Decision;
import org.kithway.registry.IdentityEvent;
import org.kithway.search.PersonDocument;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** People who are joined across sites by what is known of them, and told apart by members. */
class JoinedPeopleTest {
    private static final MemberId MEMBER = new MemberId("mem_a");
    private static final AccountId LINKEDIN = AccountId.of(new Site("linkedin"), "ottilie-z");
    private static final AccountId TWITTER = AccountId.of(new Site("twitter"), "88211");

    @TempDir Path folder;
    private final Universe universe = new Universe(1);
    private int runs;

    private Run run() {
        runs++;
        return new Run(folder.resolve("state-" + runs), 1, 0);
    }

    private static List<Fact> about(AccountId account) {
        return about(account, "Ottilie Zwingmann", "Quarrendon Lantern Works");
    }

    private static List<Fact> about(AccountId account, String name, String employer) {
        return List.of(
                new Fact.Described(account, Fact.Trait.NAME, name),
                new Fact.Described(account, Fact.Trait.PLACE, "Oxenholme"),
                new Fact.Skill(account, "lanterns of " + account.site()),
                new Fact.Position(
                        account,
                        employer,
                        "Treasurer",
                        null,
                        null,
                        PartialDate.of(2015),
                        null,
                        null));
    }

    private static Decision.DifferentPeople different(Layer layer) {
        return new Decision.DifferentPeople(
                "dec_1",
                MEMBER,
                layer,
                new TreeSet<>(Set.of(LINKEDIN)),
                new TreeSet<>(Set.of(TWITTER)));
    }

    private static Decision.SamePerson same(AccountId... accounts) {
        return new Decision.SamePerson(
                "dec_2", MEMBER, Layer.ORGANIZATION, false, new TreeSet<>(List.of(accounts)));
    }

    private static List<List<AccountId>> people(Run run) {
        return run.documents().people().values().stream().map(PersonDocument::accounts).toList();
    }

    @Test
    void whatIsKnownOfTwoAccountsMakesThemOnePersonAndTheReasonsAreTold() {
        try (Run run = run()) {
            run.add(universe.saying(about(LINKEDIN), "profile")).settle();
            assertThat(people(run)).containsExactly(List.of(LINKEDIN));

            Universe.Import second = universe.saying(about(TWITTER), "contacts");
            run.add(second).settle();

            assertThat(people(run)).containsExactly(List.of(LINKEDIN, TWITTER));
            IdentityEvent event = run.events().getLast();
            assertThat(event.kind()).isEqualTo(IdentityEvent.Kind.MERGED);
            assertThat(event.parts()).containsExactly(List.of(LINKEDIN), List.of(TWITTER));
            assertThat(event.cause()).isEqualTo(second.settled().imported().value());
            assertThat(event.reasons()).anyMatch(reason -> reason.words().contains("name"));
            assertThat(run.documents().evidence()).hasSize(4);
        }
    }

    @Test
    void aVerdictDividesThemWhateverTheMachineSaysAndItsWithdrawalRestoresEverything() {
        try (Run run = run()) {
            run.add(universe.saying(about(LINKEDIN), "profile")).settle();
            run.add(universe.saying(about(TWITTER), "contacts")).settle();
            Digest people = run.state().digestOfPeople();
            Digest evidence = run.state().digestOfEvidence();
            Digest ties = run.state().digestOfTies();

            run.decide(different(Layer.ORGANIZATION)).settle();
            assertThat(people(run)).containsExactlyInAnyOrder(List.of(LINKEDIN), List.of(TWITTER));
            assertThat(run.events().getLast().kind()).isEqualTo(IdentityEvent.Kind.SPLIT);
            assertThat(run.documents().evidence()).hasSize(4);
            run.add(universe.saying(about(TWITTER), "contacts")).settle();
            assertThat(people(run)).hasSize(2);

            run.decide(new Decision.VerdictWithdrawn("dec_1", MEMBER)).settle();
            assertThat(people(run)).containsExactly(List.of(LINKEDIN, TWITTER));
            assertThat(run.state().digestOfPeople()).isEqualTo(people);
            assertThat(run.state().digestOfEvidence().count()).isEqualTo(evidence.count());
            assertThat(run.state().digestOfTies()).isEqualTo(ties);
        }
    }

    @Test
    void aVerdictJoinsThemAndItsWithdrawalRestoresEverything() {
        AccountId other = AccountId.of(new Site("mastodon"), "somebody@example.org");
        try (Run run = run()) {
            run.add(universe.saying(about(LINKEDIN), "profile")).settle();
            run.add(universe.saying(about(other, "Bo Li", "Tarn Foundry"), "x")).settle();
            assertThat(people(run)).hasSize(2);
            Digest people = run.state().digestOfPeople();
            Digest evidence = run.state().digestOfEvidence();

            run.decide(same(LINKEDIN, other)).settle();
            assertThat(people(run)).containsExactly(List.of(LINKEDIN, other));

            run.decide(new Decision.VerdictWithdrawn("dec_2", MEMBER)).settle();
            assertThat(run.state().digestOfPeople()).isEqualTo(people);
            assertThat(run.state().digestOfEvidence()).isEqualTo(evidence);
        }
    }

    @Test
    void whatAMemberSaysInPrivateConcernsThatMemberAlone() {
        try (Run run = run()) {
            run.add(universe.saying(about(LINKEDIN), "profile")).settle();
            run.add(universe.saying(about(TWITTER), "contacts")).settle();
            Documents shared = run.documents().inLayer(Layer.ORGANIZATION);

            Layer own = Layer.of(MEMBER);
            run.decide(different(own)).settle();

            assertThat(run.documents().inLayer(Layer.ORGANIZATION)).isEqualTo(shared);
            assertThat(run.documents().inLayer(own).people()).hasSize(2);
            assertThat(run.documents()).isEqualTo(run.expected());
        }
    }

    @Test
    void anAccountThatAnExportJoinedIsSplitOffByAVerdict() {
        AccountId email = AccountId.email("o@example.org");
        List<Fact> facts = new ArrayList<>(about(LINKEDIN));
        facts.add(new Fact.SameAs(LINKEDIN, email));
        facts.add(new Fact.SameAs(LINKEDIN, TWITTER));
        try (Run run = run()) {
            run.add(universe.saying(facts, "profile")).settle();
            assertThat(people(run)).hasSize(1);

            run.decide(different(Layer.ORGANIZATION)).settle();

            assertThat(people(run))
                    .containsExactlyInAnyOrder(List.of(email, LINKEDIN), List.of(TWITTER));
        }
    }

    @Test
    void twoHundredOfOneNameStayApartHoweverTheyCome() {
        List<Universe.Import> imports = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            List<Fact> facts = new ArrayList<>();
            for (int j = 0; j < 50; j++) {
                Site site = new Site(j % 2 == 0 ? "linkedin" : "facebook");
                facts.add(
                        new Fact.Described(
                                AccountId.of(site, "js-" + i + "-" + j),
                                Fact.Trait.NAME,
                                "John Smith"));
            }
            imports.add(universe.saying(facts, "part" + i));
        }
        try (Run oneByOne = run();
                Run atOnce = run()) {
            imports.forEach(each -> oneByOne.add(each).settle());
            assertThat(people(oneByOne)).hasSize(200).allMatch(accounts -> accounts.size() == 1);

            oneByOne.undo(imports.get(2).settled().imported()).settle();
            oneByOne.undo(imports.get(3).settled().imported()).settle();
            atOnce.add(imports.get(1)).add(imports.get(0)).settle();

            assertThat(oneByOne.state().digestOfPeople())
                    .isEqualTo(atOnce.state().digestOfPeople());
        }
    }

    @Test
    void byAnotherModelEverybodyIsJudgedAnew() {
        IdentityModel prior = IdentityModel.PRIOR;
        IdentityModel strict = prior.estimate(List.of(), List.of(), 7);
        try (Run run = run()) {
            run.add(universe.saying(about(LINKEDIN), "profile")).settle();
            run.add(universe.saying(about(TWITTER), "contacts")).settle();

            run.decide(new Decision.ModelAdopted(7, strict.toJson(), MEMBER)).settle();

            assertThat(run.state().rulings().model()).isEqualTo(strict);
            assertThat(run.documents()).isEqualTo(run.expected());
        }
    }
}
