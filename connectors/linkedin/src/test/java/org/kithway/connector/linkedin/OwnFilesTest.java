package org.kithway.connector.linkedin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.kithway.model.AccountId;
import org.kithway.model.Fact;
import org.kithway.model.FactFields;
import org.kithway.model.PartialDate;
import org.kithway.model.Site;

import java.time.Instant;

class OwnFilesTest {
    private static final AccountId ME = AccountId.OWNER;

    @Test
    void aProfileKeepsWhatIsPublicAndNothingElse() {
        Archive archive =
                Archive.of(
                        "Profile.csv",
                        "First Name,Last Name,Maiden Name,Address,Birth Date,Headline,Summary,"
                                + "Industry,Zip Code,Geo Location,Twitter Handles,Websites,"
                                + "Instant Messengers",
                        "Own,Er,canary,canary,canary,Baker,I bake.,Food,canary,Wrenholm,"
                                + "\"[OwnEr,Ovens]\",\"[BLOG:https://canary.example,OTHER:https://github.com/OwnEr]\",canary");
        assertThat(archive.facts())
                .containsExactly(
                        new Fact.Described(ME, Fact.Trait.NAME, "Own Er"),
                        new Fact.Described(ME, Fact.Trait.HEADLINE, "Baker"),
                        new Fact.Described(ME, Fact.Trait.SUMMARY, "I bake."),
                        new Fact.Described(ME, Fact.Trait.INDUSTRY, "Food"),
                        new Fact.Described(ME, Fact.Trait.PLACE, "Wrenholm"),
                        new Fact.SameAs(ME, AccountId.of(new Site("twitter"), "@owner")),
                        new Fact.SameAs(ME, AccountId.of(new Site("twitter"), "@ovens")),
                        new Fact.SameAs(ME, AccountId.of(new Site("github"), "owner")))
                .noneMatch(fact -> FactFields.canonical(fact).contains("canary"));
    }

    @Test
    void confirmedAddressesAreTheOwners() {
        Archive archive =
                Archive.of(
                        "Email Addresses.csv",
                        "Email Address,Confirmed,Primary,Updated On",
                        "own@example.org,Yes,Yes,",
                        "other@example.org,No,No,");
        assertThat(archive.facts())
                .containsExactly(new Fact.SameAs(ME, AccountId.email("own@example.org")));
        assertThat(archive.outcomes())
                .last()
                .isEqualTo("Email Addresses.csv:2 withheld: unconfirmed address");
    }

    @Test
    void positionsKeepDatesAsExactAsTheyAre() {
        assertThat(
                        Archive.of(
                                        "Berufserfahrung.csv",
                                        "Company Name,Title,Description,Location,Started On,Finished On",
                                        "Mill,Miller,Milled.,Wrenholm,Jun 2018,",
                                        "Mill,,,,2016,Jun 2018")
                                .facts())
                .containsExactly(
                        new Fact.Position(
                                ME,
                                "Mill",
                                "Miller",
                                "Milled.",
                                "Wrenholm",
                                PartialDate.parse("2018-06"),
                                null,
                                null),
                        new Fact.Position(
                                ME,
                                "Mill",
                                null,
                                null,
                                null,
                                PartialDate.parse("2016"),
                                PartialDate.parse("2018-06"),
                                null));
    }

    @Test
    void educationSkillsAndFollowsAreRead() {
        Archive archive =
                Archive.of(
                                "Education.csv",
                                "School Name,Start Date,End Date,Notes,Degree Name,Activities",
                                "Mill School,2004,Jan 2006,Nice,Diploma,Rowing")
                        .with("Skills.csv", "Name", "Milling", "Milling, coarse")
                        .with(
                                "Company Follows.csv",
                                "Organization,Followed On",
                                "Mill,Tue Jun 20 12:25:51 UTC 2023");
        assertThat(archive.outcomes())
                .contains(
                        "Skills.csv:2 rejected: the record has 2 cells, the header names 1 columns;"
                                + " perhaps a cell with a comma lost its quotes");
        assertThat(archive.facts())
                .containsExactly(
                        new Fact.Education(
                                ME,
                                "Mill School",
                                "Diploma",
                                "Nice",
                                PartialDate.parse("2004"),
                                PartialDate.parse("2006-01")),
                        new Fact.Skill(ME, "Milling"),
                        new Fact.Interest(
                                ME,
                                Fact.Topic.ORGANIZATION,
                                "Mill",
                                Instant.parse("2023-06-20T12:25:51Z")));
    }
}
