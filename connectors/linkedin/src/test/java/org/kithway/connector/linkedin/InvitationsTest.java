package org.kithway.connector.linkedin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.kithway.model.AccountId;
import org.kithway.model.Fact;

import java.time.Instant;

class InvitationsTest {
    private static final String PROFILE =
            "First Name,Last Name,Headline,Summary,Industry,Geo Location,Twitter Handles";
    private static final AccountId ME = AccountId.OWNER;
    private static final AccountId ALMA = AccountId.of(Accounts.LINKEDIN, "alma-reed");
    private static final AccountId BO = AccountId.of(Accounts.LINKEDIN, "bo-field");
    private static final AccountId OWN = AccountId.of(Accounts.LINKEDIN, "own-slug");
    private static final Instant AT = Instant.parse("2024-12-15T07:47:00Z");

    @Test
    void theDirectionTellsWhichEndIsTheOwnerWhoseAddressIsStatedOnce() {
        Archive archive =
                Archive.of(
                        "Invitations.csv",
                        "From,To,Sent At,Message,Direction,inviterProfileUrl,inviteeProfileUrl",
                        "Own Er,Alma Reed,\"12/15/24, 7:47 AM\",hello,OUTGOING,"
                                + "https://www.linkedin.com/in/own-slug,https://www.linkedin.com/in/alma-reed",
                        "Bo Field,Own Er,\"12/15/24, 7:47 AM\",,INCOMING,"
                                + "https://www.linkedin.com/in/bo-field,https://www.linkedin.com/in/own-slug");
        assertThat(archive.facts())
                .containsExactly(
                        new Fact.Invited(ME, ALMA, AT),
                        new Fact.Described(ALMA, Fact.Trait.NAME, "Alma Reed"),
                        new Fact.SameAs(ME, OWN),
                        new Fact.Invited(BO, ME, AT),
                        new Fact.Described(BO, Fact.Trait.NAME, "Bo Field"));
    }

    @Test
    void theGenerationWithMemberNumbersKeepsThem() {
        Archive archive =
                Archive.of(
                        "Invitations.csv",
                        "From,To,Sent At,Message,Direction,inviterProfileUrn,inviteeProfileUrn",
                        "Own Er,Alma Reed,\"12/15/24, 7:47 AM\",,OUTGOING,urn:li:member:1,urn:li:member:2");
        assertThat(archive.facts())
                .contains(
                        new Fact.Invited(
                                ME, AccountId.of(Accounts.LINKEDIN, "urn:li:member:2"), AT),
                        new Fact.SameAs(ME, AccountId.of(Accounts.LINKEDIN, "urn:li:member:1")));
    }

    @Test
    void theFirstGenerationKnowsNames() {
        Archive archive =
                Archive.of(
                        "Invitations.csv",
                        "From,To,Sent At,Message,Direction",
                        "Bo Field,Own Er,\"12/15/24, 7:47 AM\",,INCOMING");
        assertThat(archive.facts())
                .contains(new Fact.Invited(AccountId.named(Accounts.LINKEDIN, "Bo Field"), ME, AT));
    }

    @Test
    void withoutDirectionTheProfilesNameTells() {
        Archive archive =
                Archive.of("Profile.csv", PROFILE, "Own,Er,,,,,")
                        .with(
                                "Invitations.csv",
                                "From,To,Sent At,Message,Direction",
                                "Bo Field,own er,\"12/15/24, 7:47 AM\",,",
                                "Bo Field,Alma Reed,\"12/15/24, 7:47 AM\",,");
        assertThat(archive.outcomes())
                .containsExactly(
                        "Profile.csv:1 kept",
                        "Invitations.csv:1 kept",
                        "Invitations.csv:2 rejected: column 'Direction' is neither OUTGOING nor"
                                + " INCOMING");
    }
}
