package org.kithway.connector.linkedin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.kithway.model.AccountId;
import org.kithway.model.Fact;
import org.kithway.model.PartialDate;

import java.time.Instant;

class AccomplishmentsTest {
    private static final AccountId ME = AccountId.OWNER;

    @Test
    void aCertificateIsLearningAtWhoeverGaveIt() {
        assertThat(
                        Archive.of(
                                        "Certifications.csv",
                                        "Name,Url,Authority,Started On,Finished On,License Number",
                                        "Stone Milling,,Mill School,Jan 2022,,canary",
                                        "Sieving,,,Jan 2022,,")
                                .facts())
                .containsExactly(
                        new Fact.Education(
                                ME,
                                "Mill School",
                                "Stone Milling",
                                null,
                                PartialDate.parse("2022-01"),
                                null),
                        new Fact.Skill(ME, "Sieving"));
    }

    @Test
    void coursesAndLanguagesAreNamed() {
        assertThat(Archive.of("Courses.csv", "Name,Number", "Grain,101").facts())
                .containsExactly(new Fact.Skill(ME, "Grain"));
        assertThat(Archive.of("Languages.csv", "Name,Proficiency", "Danish,Native").facts())
                .containsExactly(new Fact.Described(ME, Fact.Trait.LANGUAGE, "Danish"));
    }

    @Test
    void voluntaryPostsArePositionsWithoutTheirCause() {
        assertThat(
                        Archive.of(
                                        "Volunteering.csv",
                                        "Company Name,Role,Cause,Started On,Finished On,Description",
                                        "Weir Watch,Warden,canary,Feb 2016,Jun 2019,Watched.")
                                .facts())
                .containsExactly(
                        new Fact.Position(
                                ME,
                                "Weir Watch",
                                "Warden",
                                "Watched.",
                                null,
                                PartialDate.parse("2016-02"),
                                PartialDate.parse("2019-06"),
                                null));
    }

    @Test
    void whatAProfileTellsOfWorkIsATextOfItsDate() {
        assertThat(
                        Archive.of(
                                        "Projects.csv",
                                        "Title,Description,Url,Start Date,End Date",
                                        "Weir,Rebuilt it.,https://example.com/weir,Aug 2016,")
                                .facts())
                .containsExactly(
                        new Fact.Published(
                                ME,
                                Fact.Form.ARTICLE,
                                "Weir\nRebuilt it.",
                                "https://example.com/weir",
                                Instant.parse("2016-08-01T00:00:00Z")));
        assertThat(
                        Archive.of(
                                        "Publications.csv",
                                        "Name,Published On,Description,Publisher,Url",
                                        "On Flour,\"Apr 3, 2023\",White.,Press,")
                                .facts())
                .containsExactly(
                        new Fact.Published(
                                ME,
                                Fact.Form.ARTICLE,
                                "On Flour\nPress\nWhite.",
                                null,
                                Instant.parse("2023-04-03T00:00:00Z")));
        assertThat(
                        Archive.of(
                                        "Honors.csv",
                                        "Title,Description,Issuer,Issue Date",
                                        "Golden Sieve,For flour.,Guild,Aug 2018")
                                .facts())
                .hasSize(1);
    }

    @Test
    void onlyWhoIsStillFollowedCounts() {
        Archive archive =
                Archive.of(
                        "Member_Follows.csv",
                        "Date,Status,FullName",
                        "2024-08-22 14:25:02,Active,Alma Reed",
                        "2024-08-22 14:25:02,Unfollow,Bo Finch");
        AccountId alma = AccountId.named(Accounts.LINKEDIN, "Alma Reed");
        assertThat(archive.facts())
                .containsExactly(
                        new Fact.Follows(ME, alma, PartialDate.parse("2024-08-22")),
                        new Fact.Described(alma, Fact.Trait.NAME, "Alma Reed"));
        assertThat(archive.outcomes()).last().asString().endsWith("withheld: no longer followed");
    }

    @Test
    void anArticleIsReadFromItsPageAndADraftIsNot() {
        Archive archive =
                new Archive("archive.zip")
                        .with(
                                "Articles/Articles/flour.html",
                                "<html><head><style>p{}</style><title>x</title></head><body><h1><a"
                                        + " href=\"https://example.com/flour\">On Flour</a></h1>"
                                        + "<p class=\"created\">Created on 2020-01-01 10:00</p>"
                                        + "<p class=\"published\">Published on 2020-01-02 10:00</p>"
                                        + "<div><p>It is white.</p></div></body></html>")
                        .with(
                                "Articles/Articles/draft.html",
                                "<h1>Later</h1><p class=\"created\">Created on 2020-01-01</p>");
        assertThat(archive.facts())
                .containsExactly(
                        new Fact.Published(
                                ME,
                                Fact.Form.ARTICLE,
                                "On Flour\nIt is white.",
                                "https://example.com/flour",
                                Instant.parse("2020-01-02T10:00:00Z")));
        assertThat(archive.outcomes()).contains("Articles/Articles/draft.html:1 withheld: draft");
    }

    @Test
    void columnsThatNobodyKnowsAreNumberedOnceAndLeftAlone() {
        Archive archive =
                Archive.of(
                        "Languages.csv",
                        "Name,Mood,Proficiency,Shoe",
                        "Danish,a,Native,b",
                        "Norse,,,");
        assertThat(archive.outcomes())
                .containsExactly(
                        "Languages.csv notice: columns that this connector does not know and"
                                + " leaves alone: 2, 4",
                        "Languages.csv:1 kept",
                        "Languages.csv:2 kept");
    }
}
