package org.kithway.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.kithway.model.AccountId;
import org.kithway.model.Fact;
import org.kithway.model.PartialDate;
import org.kithway.model.Site;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

class IdentityModelTest {
    private static final Site LINKEDIN = new Site("linkedin");
    private static final Site TWITTER = new Site("twitter");
    private static final List<String> EMPLOYERS =
            List.of(
                    "Brack", "Tinder", "Ostel", "Quell", "Marn", "Fallo", "Grimsel", "Holl", "Velk",
                    "Drum");
    private static final IdentityModel MODEL = IdentityModel.PRIOR;

    private static Fact name(AccountId account, String name) {
        return new Fact.Described(account, Fact.Trait.NAME, name);
    }

    private static Fact work(AccountId account, String employer, String title, int from, int to) {
        return new Fact.Position(
                account,
                employer,
                title,
                null,
                null,
                PartialDate.of(from),
                PartialDate.of(to),
                null);
    }

    private static Reference of(AccountId account, Contacts contacts, Fact... facts) {
        return Reference.of(List.of(account), List.of(facts), contacts);
    }

    private static Reference of(AccountId account, Fact... facts) {
        return of(account, Contacts.NONE, facts);
    }

    private static Contacts knows(long self, int... contacts) {
        Map<Long, Integer> knownBy = new HashMap<>();
        IntStream.of(contacts).forEach(contact -> knownBy.put((long) contact, 50));
        return Contacts.of(self, knownBy);
    }

    private final AccountId linkedin = AccountId.of(LINKEDIN, "www.linkedin.com/in/quillfeather");
    private final AccountId twitter = AccountId.of(TWITTER, "77");

    @Test
    void aRareNameWithTheSameEmployerAndCommonContactsIsOnePerson() {
        Reference one =
                of(
                        linkedin,
                        knows(1, 10, 11, 12),
                        name(linkedin, "Xaver Quillfeather"),
                        work(linkedin, "Tinderwick GmbH", "Analyst", 2015, 2019));
        Reference other =
                of(
                        twitter,
                        knows(2, 11, 12, 13),
                        name(twitter, "Quillfeather, Xaver"),
                        work(twitter, "Tinderwick", "Data analyst", 2016, 2018));
        Judgement judgement = MODEL.compare(one, other);
        assertThat(judgement.verdict()).isEqualTo(Verdict.SAME);
        assertThat(judgement.reasons())
                .extracting(Reason::words)
                .contains(
                        "same name, rare", "same employer in the same years", "2 common contacts");
        assertThat(judgement.probability()).isGreaterThan(0.99);
    }

    @Test
    void theWeightIsTheSumOfWhatIsShown() {
        Reference one = of(linkedin, knows(1, 5), name(linkedin, "Xaver Quillfeather"));
        Reference other = of(twitter, knows(2, 5), name(twitter, "X. Quillfeather"));
        Judgement judgement = MODEL.compare(one, other);
        double sum = judgement.reasons().stream().mapToDouble(Reason::bits).sum();
        assertThat(judgement.bits()).isCloseTo(MODEL.prior() + sum, within(1e-9));
        assertThat(MODEL.verdict(judgement.bits())).isEqualTo(judgement.verdict());
    }

    @Test
    void aReasonShowsItsWeight() {
        assertThat(new Reason("same name, rare", 9.06)).hasToString("same name, rare (+9.1)");
        assertThat(new Reason("different places", -1.24)).hasToString("different places (-1.2)");
    }

    @Test
    void aNameAloneIsForReviewHoweverRare() {
        Judgement judgement =
                MODEL.compare(
                        of(linkedin, name(linkedin, "Xaver Quillfeather")),
                        of(twitter, name(twitter, "Xaver Quillfeather")));
        assertThat(judgement.verdict()).isEqualTo(Verdict.DOUBTFUL);
        assertThat(judgement.reasons()).extracting(Reason::words).contains("nothing but the name");
    }

    @Test
    void aCommonNameAloneSaysNothing() {
        Judgement judgement =
                MODEL.compare(
                        of(linkedin, name(linkedin, "John Smith")),
                        of(twitter, name(twitter, "John Smith")));
        assertThat(judgement.verdict()).isEqualTo(Verdict.DIFFERENT);
    }

    @Test
    void twoAccountsAtOneSiteNeedStrongProof() {
        AccountId second = AccountId.of(LINKEDIN, "www.linkedin.com/in/quillfeather-2");
        Judgement judgement =
                MODEL.compare(
                        of(linkedin, knows(1, 5), name(linkedin, "Xaver Quillfeather")),
                        of(second, knows(2, 5), name(second, "Xaver Quillfeather")));
        assertThat(judgement.verdict()).isNotEqualTo(Verdict.SAME);
        assertThat(judgement.reasons())
                .extracting(Reason::words)
                .contains("two accounts at one site");
    }

    @Test
    void aNumberAndAHandleOfOneSiteAreNoRivals() {
        AccountId handle = AccountId.of(TWITTER, "@xaverquill");
        Judgement judgement =
                MODEL.compare(
                        of(twitter, name(twitter, "Xaver Quillfeather")),
                        of(handle, name(handle, "Xaver Quillfeather")));
        assertThat(judgement.reasons())
                .extracting(Reason::words)
                .doesNotContain("two accounts at one site");
    }

    @Test
    void thoseWhoKnowEachOtherAreTwo() {
        Judgement judgement =
                MODEL.compare(
                        of(linkedin, knows(1, 2, 9), name(linkedin, "Xaver Quillfeather")),
                        of(twitter, knows(2, 9), name(twitter, "Xaver Quillfeather")));
        assertThat(judgement.reasons()).extracting(Reason::words).contains("they know each other");
        assertThat(judgement.verdict()).isNotEqualTo(Verdict.SAME);
    }

    @Test
    void whoIsKnownByNameOnlyJoinsNobodyOfTheKind() {
        AccountId one = AccountId.named(new Site("facebook"), "mem_a/Xaver Quillfeather");
        AccountId other = AccountId.named(new Site("myspace"), "mem_b/Xaver Quillfeather");
        Judgement judgement =
                MODEL.compare(
                        of(one, knows(1, 5, 6), name(one, "Xaver Quillfeather")),
                        of(other, knows(2, 5, 6), name(other, "Xaver Quillfeather")));
        assertThat(judgement.verdict()).isEqualTo(Verdict.DOUBTFUL);
    }

    @Test
    void comparingIsSymmetricAndNamesOfAnyKindAreBorne() {
        List<String> names =
                List.of(
                        "J",
                        "🙂",
                        "🙂🙂 🙂",
                        "محمد علي",
                        "דוד לוי",
                        "Иван Петров",
                        "John Smith",
                        "Smith, John",
                        "José María de la Cruz",
                        "x".repeat(5000),
                        "…",
                        "王小明");
        List<Reference> references = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            AccountId account = AccountId.of(i % 2 == 0 ? LINKEDIN : TWITTER, "a" + i);
            references.add(of(account, knows(i, i + 1, 99), name(account, names.get(i))));
        }
        references.add(of(AccountId.of(TWITTER, "nameless")));
        for (Reference one : references) {
            assertThat(MODEL.blockingKeys(one)).isEqualTo(MODEL.blockingKeys(one));
            for (Reference other : references) {
                assertThat(MODEL.compare(one, other)).isEqualTo(MODEL.compare(other, one));
            }
        }
    }

    @Test
    void twoHundredPeopleOfOneNameStayApart() {
        List<Reference> people = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            AccountId account = AccountId.of(i % 2 == 0 ? LINKEDIN : TWITTER, String.valueOf(i));
            people.add(
                    of(
                            account,
                            knows(i, 1000 + i),
                            name(account, "John Smith"),
                            work(
                                    account,
                                    EMPLOYERS.get(i / 2 % 10) + (i % 2 == 0 ? "mere" : "garth"),
                                    "Clerk",
                                    2000,
                                    2005)));
        }
        for (int i = 0; i < people.size(); i++) {
            for (int j = i + 1; j < people.size(); j++) {
                assertThat(MODEL.compare(people.get(i), people.get(j)).verdict())
                        .isNotEqualTo(Verdict.SAME);
            }
        }
    }

    @Test
    void equalFactsGiveEqualReferencesInAnyOrder() {
        List<Fact> facts =
                new ArrayList<>(
                        List.of(
                                name(linkedin, "Xaver Quillfeather"),
                                name(linkedin, "X. Quillfeather"),
                                work(linkedin, "Tinderwick", "Analyst", 2015, 2019),
                                work(linkedin, "Ostelmere", "Clerk", 2010, 2014)));
        Reference reference = Reference.of(List.of(linkedin), facts, knows(1, 2, 3));
        Collections.shuffle(facts, new Random(1));
        assertThat(Reference.of(List.of(linkedin), facts, knows(1, 3, 2))).isEqualTo(reference);
    }

    @Test
    void aModelIsReadBackFromItsText() {
        assertThat(IdentityModel.fromJson(MODEL.toJson())).isEqualTo(MODEL);
        assertThatThrownBy(() -> IdentityModel.fromJson("{\"format\":1"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> IdentityModel.fromJson("[]"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void estimationGivesTheNextVersionWithTheOrganizationsOwnShares() {
        List<Reference> sample = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            AccountId account = AccountId.of(LINKEDIN, "p" + i);
            sample.add(
                    of(
                            account,
                            name(account, "Anna Tindermere" + (char) ('a' + i % 26)),
                            work(
                                    account,
                                    i % 3 == 0 ? "Ostelmere AG" : "Firm " + i,
                                    "Clerk",
                                    2000,
                                    2001)));
        }
        IdentityModel next =
                MODEL.estimate(
                        sample,
                        List.of(new IdentityModel.Candidate(sample.get(0), sample.get(3))),
                        7);
        assertThat(next.version()).isEqualTo(7);
        assertThat(next.names().ofGiven("anna")).isGreaterThan(MODEL.names().ofGiven("anna"));
        assertThat(next.employers()).containsKey("ostelmere");
        assertThat(IdentityModel.fromJson(next.toJson())).isEqualTo(next);
    }
}
