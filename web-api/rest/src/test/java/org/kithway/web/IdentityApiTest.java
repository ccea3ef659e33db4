package org.kithway.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kithway.web.AccessTest.assertProblem;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kithway.identity.PersonIds;
import org.kithway.ingestion.Identities;
import org.kithway.model.AccountId;
import org.kithway.model.Layer;
import org.kithway.model.PersonId;
import org.kithway.model.Site;
import org.kithway.registry.Decision;
import org.kithway.registry.IdentityEvent;
import org.kithway.registry.LoggedDecision;
import org.kithway.registry.Member;
import org.kithway.search.PersonDocument;

import tools.jackson.databind.JsonNode;

import java.util.List;

/** Who is one person: shown, decided and taken back. */
class IdentityApiTest {
    private static final AccountId NORA = AccountId.of(TestConnector.SITE, "nora");
    private static final AccountId BIRD = AccountId.of(new Site("twitter"), "4711");
    private static final AccountId SECRET = AccountId.of(TestConnector.SITE, "secret");

    private final TestServer server = TestServer.shared();
    private final TestServer.Town town = server.town();
    private final Caller ben = town.as(town.ben());
    private final Caller ada = town.as(town.ada());
    private final PersonIds ids =
            new PersonIds(
                    server.registry
                            .organizations()
                            .find(town.id())
                            .orElseThrow()
                            .key()
                            .getEncoded());

    private String id(AccountId account) {
        return ids.of(List.of(account)).value();
    }

    private void put(Layer layer, AccountId... accounts) {
        PersonDocument p =
                StoredPeople.person(ids.of(List.of(accounts)).value(), "Nora Nash", null, accounts);
        server.people.put(
                town.id(),
                StoredPeople.in(
                        layer,
                        new PersonDocument(
                                p.id(),
                                p.layer(),
                                p.names(),
                                p.headline(),
                                p.accounts(),
                                ids.aliases(p.accounts()),
                                p.organization(),
                                p.title(),
                                p.organizations(),
                                p.titles(),
                                p.skills(),
                                p.places(),
                                p.industries(),
                                p.schools(),
                                p.languages(),
                                p.interests(),
                                p.knownBy(),
                                p.connectedYears(),
                                null,
                                p.ties())));
    }

    private void member(Member member) {
        server.people.put(
                town.id(),
                StoredPeople.person(
                        id(member.account()), member.name(), member.id(), member.account()));
    }

    private Decision last() {
        List<LoggedDecision> all = server.registry.decisions().all(town.id(), 0, 100);
        return all.getLast().decision();
    }

    @BeforeEach
    void fill() {
        server.identities.doubts = List.of();
        server.identities.explanation = null;
        put(Layer.ORGANIZATION, NORA, BIRD);
        put(Layer.of(town.ben().id()), SECRET);
        member(town.ben());
        member(town.cleo());
    }

    @Test
    void anIdThatSomebodyHadBeforeLeadsToThePerson() {
        Caller.Answer answer = ben.get("/api/v1/people/" + id(BIRD));

        assertThat(answer.status()).isEqualTo(307);
        assertThat(answer.header("Location")).isEqualTo("/api/v1/people/" + id(NORA));
    }

    @Test
    void aPersonTellsWhyTheAccountsAreOnePersons() {
        server.identities.explanation =
                new Identities.Explanation(
                        List.of(atom(NORA), atom(BIRD)),
                        List.of(
                                new Identities.Link(
                                        atom(NORA).id(),
                                        atom(BIRD).id(),
                                        Identities.State.JOINED,
                                        TestIdentities.JUDGEMENT,
                                        null)));
        server.registry
                .identityEvents()
                .record(
                        town.id(),
                        1,
                        List.of(
                                new IdentityEvent(
                                        "evt_1",
                                        IdentityEvent.Kind.MERGED,
                                        Layer.ORGANIZATION,
                                        atom(NORA).id(),
                                        List.of(List.of(NORA), List.of(BIRD)),
                                        List.of(new IdentityEvent.Reason("same name", 2)),
                                        "imp_1")));

        JsonNode json = ben.get("/api/v1/people/" + id(BIRD) + "/identity").json();

        assertThat(json.path("id").asString()).isEqualTo(id(NORA));
        assertThat(json.at("/atoms/1/accounts/0/site").asString()).isEqualTo("twitter");
        JsonNode link = json.path("links").path(0);
        assertThat(link.path("state").asString()).isEqualTo("joined");
        assertThat(link.at("/judgement/bits").asDouble()).isEqualTo(2.5);
        assertThat(link.at("/judgement/reasons/0/words").asString()).isEqualTo("same name, rare");
        assertThat(json.at("/events/0/kind").asString()).isEqualTo("merged");
        assertThat(json.at("/events/0/cause").asString()).isEqualTo("imp_1");
    }

    private Identities.Atom atom(AccountId account) {
        return new Identities.Atom(new PersonId(id(account)), List.of(account), List.of());
    }

    @Test
    void aPairOfTheReviewIsAcceptedByItsId() {
        server.identities.doubts =
                List.of(
                        new Identities.Doubt(
                                atom(NORA), atom(BIRD), TestIdentities.JUDGEMENT, false));
        JsonNode pair = ben.get("/api/v1/identity/review").json().at("/pairs/0");
        assertThat(pair.at("/one/person/name").asString()).isEqualTo("Nora Nash");

        Caller.Answer answer =
                ben.post(
                        "/api/v1/identity/decisions",
                        "{\"verdict\":\"same\",\"note\":\"met her\",\"pair\":\""
                                + pair.path("id").asString()
                                + "\"}");

        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.json().path("state").asString()).isEqualTo("pending");
        assertThat(answer.json().path("note").asString()).isEqualTo("met her");
        assertThat(last())
                .isInstanceOfSatisfying(
                        Decision.SamePerson.class,
                        same -> {
                            assertThat(same.accounts()).containsExactly(NORA, BIRD);
                            assertThat(same.layer()).isEqualTo(Layer.ORGANIZATION);
                            assertThat(same.by()).isEqualTo(town.ben().id());
                        });
    }

    @Test
    void aDecisionIsAppliedOnceAllFollowsAndTakenBackByWhoMadeIt() {
        String path = split(BIRD).header("Location");
        assertThat(ben.get(path).json().path("state").asString()).isEqualTo("pending");
        server.registry.identityEvents().finished(town.id(), Long.MAX_VALUE / 2);
        assertThat(ben.get(path).json().path("state").asString()).isEqualTo("applied");

        assertProblem(town.as(town.cleo()).call("DELETE", path, ""), 403);
        assertThat(ben.call("DELETE", path, "").json().path("state").asString())
                .isEqualTo("withdrawn");
        assertThat(last()).isInstanceOf(Decision.VerdictWithdrawn.class);
        assertProblem(ben.call("DELETE", path, ""), 409);
    }

    private Caller.Answer split(AccountId account) {
        return ben.post("/api/v1/identity/splits", "{\"account\":\"" + id(account) + "\"}");
    }

    @Test
    void anAccountIsSplitFromAllOthersOfThePerson() {
        assertThat(split(BIRD).status()).isEqualTo(202);
        assertThat(last())
                .isInstanceOfSatisfying(
                        Decision.DifferentPeople.class,
                        different -> {
                            assertThat(different.accounts()).containsExactly(BIRD);
                            assertThat(different.others()).containsExactly(NORA);
                        });
        assertProblem(split(SECRET), 409);
    }

    @Test
    void whatIsSaidOfPrivateThingsStaysPrivate() {
        Caller.Answer answer =
                ben.post(
                        "/api/v1/identity/decisions",
                        "{\"verdict\":\"same\",\"people\":[\""
                                + id(NORA)
                                + "\",\""
                                + id(SECRET)
                                + "\"]}");

        assertThat(answer.json().path("layer").asString()).isEqualTo("private");
        String path = answer.header("Location");
        assertThat(ben.get(path).status()).isEqualTo(200);
        assertProblem(ada.get(path), 404);
        assertThat(ada.get("/api/v1/identity/decisions").json().path("decisions")).isEmpty();
    }

    @Test
    void nobodyDecidesAboutWhomTheyDoNotSee() {
        assertProblem(
                ada.post(
                        "/api/v1/identity/decisions",
                        "{\"verdict\":\"same\",\"people\":[\""
                                + id(NORA)
                                + "\",\""
                                + id(SECRET)
                                + "\"]}"),
                404);
    }

    @Test
    void membersClaimForThemselvesAndAdministratorsForOthers() {
        String own = "{\"account\":\"" + id(BIRD) + "\"}";
        String others =
                "{\"account\":\"" + id(BIRD) + "\",\"member\":\"" + town.cleo().id() + "\"}";

        assertThat(ben.post("/api/v1/identity/claims", own).json().path("claim").asBoolean())
                .isTrue();
        assertProblem(ben.post("/api/v1/identity/claims", others), 403);
        assertThat(ada.post("/api/v1/identity/claims", others).status()).isEqualTo(202);
        assertThat(last())
                .isInstanceOfSatisfying(
                        Decision.SamePerson.class,
                        same -> assertThat(same.accounts()).contains(town.cleo().account()));
        assertProblem(
                ben.post(
                        "/api/v1/identity/decisions",
                        "{\"verdict\":\"same\",\"people\":[\""
                                + id(NORA)
                                + "\",\""
                                + id(town.cleo().account())
                                + "\"]}"),
                403);
    }

    @Test
    void whatMakesNoSenseIsRefused() {
        assertProblem(ben.post("/api/v1/identity/decisions", "{}"), 400);
        assertProblem(
                ben.post(
                        "/api/v1/identity/decisions",
                        "{\"verdict\":\"perhaps\",\"people\":[\""
                                + id(NORA)
                                + "\",\""
                                + id(BIRD)
                                + "\"]}"),
                400);
        assertProblem(ben.get("/api/v1/identity/review?cursor=zz"), 400);
        assertProblem(ben.get("/api/v1/identity/decisions/dec_nothing"), 404);
    }

    @Test
    void theReportCountsAndTheEstimateIsLogged() {
        JsonNode report = ben.get("/api/v1/identity/report").json();
        assertThat(report.path("people").asInt()).isEqualTo(7);
        assertThat(report.path("joinedByExports").asInt()).isEqualTo(2);
        assertThat(report.path("joinedByEvidence").asInt()).isEqualTo(1);

        assertThat(ada.post("/api/v1/identity/estimate", "").json().path("version").asInt())
                .isEqualTo(4);
        assertThat(last()).isInstanceOf(Decision.ModelAdopted.class);
    }
}
