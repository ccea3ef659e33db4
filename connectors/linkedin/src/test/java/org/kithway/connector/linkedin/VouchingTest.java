package org.kithway.connector.linkedin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.kithway.model.AccountId;
import org.kithway.model.Fact;

import java.time.Instant;

class VouchingTest {
    private static final AccountId ME = AccountId.OWNER;
    private static final AccountId ALMA = AccountId.of(Accounts.LINKEDIN, "alma-reed");

    @Test
    void endorsementsPointFromWhoVouches() {
        Instant at = Instant.parse("2024-12-15T08:53:43Z");
        Archive archive =
                Archive.of(
                                "Endorsement_Given_Info.csv",
                                "Endorsement Date,Skill Name,Endorsee First Name,Endorsee Last Name,"
                                        + "Endorsee Public Url,Endorsement Status",
                                "2024/12/15 08:53:43 UTC,Milling,Alma,Reed,"
                                        + "www.linkedin.com/in/alma-reed,ACCEPTED")
                        .with(
                                "Endorsement_Received_Info.csv",
                                "Endorsement Date,Skill Name,Endorser First Name,Endorser Last Name,"
                                        + "Endorser Public Url,Endorsement Status",
                                "2024/12/15 08:53:43 UTC,Baking,Alma,Reed,"
                                        + "www.linkedin.com/in/alma-reed,ACCEPTED",
                                "2024/12/15 08:53:43 UTC,Baking,Bo,Field,"
                                        + "www.linkedin.com/in/bo-field,PENDING");
        assertThat(archive.facts())
                .filteredOn(Fact.Endorsed.class::isInstance)
                .containsExactly(
                        new Fact.Endorsed(ME, ALMA, "Milling", at),
                        new Fact.Endorsed(ALMA, ME, "Baking", at));
        assertThat(archive.outcomes())
                .last()
                .isEqualTo("Endorsement_Received_Info.csv:2 withheld: endorsement not accepted");
    }

    @Test
    void whatARecommendationSaysIsKeptWhereItIsVisible() {
        AccountId bo = AccountId.named(Accounts.LINKEDIN, "Bo Field");
        Instant at = Instant.parse("2024-11-27T09:51:00Z");
        String header = "First Name,Last Name,Company,Job Title,Text,Creation Date,Status";
        Archive archive =
                Archive.of(
                                "Recommendations_Given.csv",
                                header,
                                "Bo,Field,Mill,Miller,Bo mills well.,\"11/27/24, 09:51 AM\",")
                        .with(
                                "Recommendations_Received.csv",
                                header,
                                "Bo,Field,Mill,Miller,She bakes well.,\"11/27/24, 09:51 AM\",VISIBLE");
        assertThat(archive.facts())
                .filteredOn(Fact.Recommended.class::isInstance)
                .containsExactly(
                        new Fact.Recommended(ME, bo, null, at),
                        new Fact.Recommended(bo, ME, "She bakes well.", at));
    }

    @Test
    void recommendationsWhoseDirectionNothingTellsAreRefused() {
        assertThat(
                        Archive.of(
                                        "Empfehlungen.csv",
                                        "First Name,Last Name,Company,Job Title,Text,Creation Date,Status",
                                        "Bo,Field,Mill,Miller,Well.,\"11/27/24, 09:51 AM\",VISIBLE")
                                .outcomes())
                .singleElement()
                .asString()
                .startsWith("Empfehlungen.csv:1 rejected: only the file's name tells");
    }

    @Test
    void whatASpreadsheetToolLeftOfRecommendationsIsRead() {
        assertThat(
                        Archive.of(
                                        "Recommendations_Received.csv",
                                        "Last Name,Company,Job Title,Text,Creation Date.1,Status",
                                        "Field,Mill,Miller,Well.,25-Jan-21,VISIBLE")
                                .facts())
                .contains(
                        new Fact.Recommended(
                                AccountId.named(Accounts.LINKEDIN, "Field"),
                                ME,
                                "Well.",
                                Instant.parse("2021-01-25T00:00:00Z")));
    }
}
