package org.kithway.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.kithway.model.AccountId;
import org.kithway.model.Fact;
import org.kithway.model.PartialDate;
import org.kithway.model.Site;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;

class PersonResolverTest {
    private static final Site SITE = new Site("linkedin");
    private static final AccountId SLUG = AccountId.of(SITE, "ann");
    private static final AccountId MAIL = AccountId.email("Ann@Town.example");
    private static final AccountId MEMBER = AccountId.parse("kithway:mem_a");
    private static final AccountId NAME = AccountId.named(SITE, "Ann");

    @Test
    void accountsThatAreStatedToBeTheSameAreOnePerson() {
        Map<AccountId, List<AccountId>> same =
                Map.of(SLUG, List.of(MAIL, MEMBER), MAIL, List.of(SLUG), MEMBER, List.of(SLUG));

        assertThat(PersonResolver.component(MAIL, a -> same.getOrDefault(a, List.of())))
                .containsExactlyInAnyOrder(SLUG, MAIL, MEMBER);
    }

    @Test
    void aNameJoinsNobody() {
        assertThat(PersonResolver.component(NAME, a -> List.of(SLUG))).containsExactly(NAME);
        assertThat(PersonResolver.component(SLUG, a -> List.of(NAME))).containsExactly(SLUG);
    }

    @Test
    void aPersonKeepsTheIdOfTheSiteWhenAnAddressJoins() {
        PersonIds ids = new PersonIds(new byte[32]);

        assertThat(ids.of(List.of(SLUG, MAIL))).isEqualTo(ids.of(List.of(SLUG)));
        assertThat(ids.of(List.of(SLUG, MEMBER))).isEqualTo(ids.of(List.of(MEMBER)));
    }

    @Test
    void organizationsNameTheSameAccountDifferently() {
        byte[] other = new byte[32];
        other[0] = 1;

        assertThat(new PersonIds(new byte[32]).of(List.of(SLUG)))
                .isNotEqualTo(new PersonIds(other).of(List.of(SLUG)));
    }

    @Test
    void aProfileShowsThePresentPosition() {
        Profile profile =
                Profile.of(
                        List.of(
                                position(
                                        "Old Mill",
                                        "Clerk",
                                        PartialDate.of(2010),
                                        PartialDate.of(2015)),
                                position("New Dam", "Engineer", PartialDate.of(2015), null),
                                new Fact.Described(SLUG, Fact.Trait.NAME, "Ann Reed")));

        assertThat(profile.headline()).isEqualTo("Engineer at New Dam");
        assertThat(profile.organizations()).containsExactly("New Dam", "Old Mill");
        assertThat(profile.names()).containsExactly("Ann Reed");
    }

    @Test
    void theOwnHeadlineComesBeforeWhatIsDerived() {
        Profile profile =
                Profile.of(
                        List.of(
                                position("New Dam", "Engineer", PartialDate.of(2015), null),
                                new Fact.Described(SLUG, Fact.Trait.HEADLINE, "I build dams")));

        assertThat(profile.headline()).isEqualTo("I build dams");
    }

    @Test
    void theNameThatMostExportsGiveIsShown() {
        List<Fact> facts =
                List.of(
                        new Fact.Described(SLUG, Fact.Trait.NAME, "Ann Reed"),
                        new Fact.Described(MAIL, Fact.Trait.NAME, "Ann Reed"),
                        new Fact.Described(MEMBER, Fact.Trait.NAME, "Annabel Reed-Long"));

        assertThat(Profile.of(facts).names()).containsExactly("Ann Reed", "Annabel Reed-Long");
    }

    @Test
    void theOrderOfFactsDoesNotMatter() {
        List<Fact> facts = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            facts.add(
                    position(
                            "Company " + i % 7,
                            "Title " + i % 5,
                            PartialDate.of(2000 + i % 4),
                            null));
            facts.add(new Fact.Skill(SLUG, "skill " + i % 9));
        }
        Profile once = Profile.of(facts);
        Collections.shuffle(facts, new Random(3));

        assertThat(Profile.of(facts)).isEqualTo(once);
    }

    private static Fact position(
            String organization, String title, PartialDate from, @Nullable PartialDate to) {
        return new Fact.Position(SLUG, organization, title, null, null, from, to, null);
    }
}
