package org.kithway.connector.linkedin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kithway.model.AccountId;
import org.kithway.model.Fact;
import org.kithway.model.FactFields;

import java.time.Instant;

class MessagesTest {
    private static final String HEADER =
            "CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,"
                    + "DATE,SUBJECT,CONTENT,FOLDER,ATTACHMENTS,IS MESSAGE DRAFT,IS CONVERSATION DRAFT";
    private static final String IN = "https://www.linkedin.com/in/";
    private static final String PROFILE =
            "First Name,Last Name,Headline,Summary,Industry,Geo Location,Twitter Handles";
    private static final AccountId ME = AccountId.OWNER;
    private static final AccountId OWN = linkedin("own-slug");
    private static final AccountId ALMA = linkedin("alma-reed");
    private static final AccountId BO = linkedin("bo-field");
    private static final Instant NOON = Instant.parse("2024-06-18T12:00:00Z");

    private static AccountId linkedin(String slug) {
        return AccountId.of(Accounts.LINKEDIN, slug);
    }

    private static String sent(String to, String slug, String time) {
        return "1,,Own Er,"
                + IN
                + "own-slug,"
                + to
                + ","
                + IN
                + slug
                + ","
                + time
                + ",,hi,INBOX,,No,No";
    }

    private static String received(String from, String slug, String time) {
        return "1,,"
                + from
                + ","
                + IN
                + slug
                + ",Own Er,"
                + IN
                + "own-slug,"
                + time
                + ",,hi,INBOX,,No,No";
    }

    @Test
    void messagesAreCountedInBothDirections() {
        Archive archive =
                Archive.of(
                        "messages.csv",
                        HEADER,
                        sent("Alma Reed", "alma-reed", "2024-06-18 12:00:00 UTC"),
                        received("Bo Field", "bo-field", "2024-06-18 12:00:00 UTC"),
                        received("Bo Field", "bo-field", "2024-06-18 12:00:00 UTC"));
        assertThat(archive.facts())
                .containsExactly(
                        new Fact.Messaged(ME, ALMA, NOON, 2, 0),
                        new Fact.Described(ALMA, Fact.Trait.NAME, "Alma Reed"),
                        new Fact.SameAs(ME, OWN),
                        new Fact.Messaged(BO, ME, NOON, 2, 0),
                        new Fact.Described(BO, Fact.Trait.NAME, "Bo Field"),
                        new Fact.Messaged(BO, ME, NOON, 2, 1));
    }

    @Test
    void aMessageToSeveralTiesTheOwnerToEachAndNotTheOthersToOneAnother() {
        String group =
                "1,,%s,%s,\"Some, One\",\""
                        + IN
                        + "%s,"
                        + IN
                        + "%s\",2024-06-18 12:00:00 UTC,,hi,INBOX,,No,No";
        Archive archive =
                Archive.of(
                        "messages.csv",
                        HEADER,
                        sent("Alma Reed", "alma-reed", "2024-06-17 12:00:00 UTC"),
                        sent("Bo Field", "bo-field", "2024-06-17 12:00:00 UTC"),
                        group.formatted("Own Er", IN + "own-slug", "alma-reed", "bo-field"),
                        group.formatted("Bo Field", IN + "bo-field", "alma-reed", "own-slug"));
        assertThat(archive.facts())
                .filteredOn(
                        fact -> fact instanceof Fact.Messaged message && message.at().equals(NOON))
                .containsExactly(
                        new Fact.Messaged(ME, ALMA, NOON, 3, 0),
                        new Fact.Messaged(ME, BO, NOON, 3, 0),
                        new Fact.Messaged(BO, ME, NOON, 3, 0));
    }

    @Test
    void theOwnerIsKnownFromInvitationsAlready() {
        Archive archive =
                Archive.of(
                                "messages.csv",
                                HEADER,
                                received("Bo Field", "bo-field", "2024-06-18 12:00:00 UTC"))
                        .with(
                                "Invitations.csv",
                                "From,To,Sent At,Message,Direction,inviterProfileUrl,inviteeProfileUrl",
                                "Own Er,Alma Reed,,,OUTGOING,"
                                        + IN
                                        + "own-slug,"
                                        + IN
                                        + "alma-reed");
        assertThat(archive.facts()).contains(new Fact.Messaged(BO, ME, NOON, 2, 0));
    }

    @Test
    void theOwnerIsKnownByTheProfilesName() {
        Archive archive =
                Archive.of(
                                "messages.csv",
                                HEADER,
                                received("Bo Field", "bo-field", "2024-06-18 12:00:00 UTC"),
                                sent("Bo Field", "bo-field", "2024-06-18 12:00:00 UTC"))
                        .with("Profile.csv", PROFILE, "Own,Er,,,,,");
        assertThat(archive.facts())
                .contains(
                        new Fact.Messaged(BO, ME, NOON, 2, 0),
                        new Fact.Messaged(ME, BO, NOON, 2, 0),
                        new Fact.SameAs(ME, OWN));
    }

    @Test
    void whereNothingTellsTheOwnerNothingIsClaimed() {
        assertThat(
                        Archive.of(
                                        "messages.csv",
                                        HEADER,
                                        received("Bo Field", "bo-field", "2024-06-18 12:00:00 UTC"))
                                .outcomes())
                .singleElement()
                .asString()
                .startsWith("messages.csv:1 rejected: nothing shows who is the owner");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    1,,Bo,L/bo,Own Er,L/own-slug,D,,hi,INBOX,,Yes,No              | draft
                    1,,Bo,L/bo,Own Er,L/own-slug,D,,hi,INBOX,,true,               | draft
                    1,,Bo,L/bo,Own Er,L/own-slug,D,,hi,INBOX,,No,Yes              | draft
                    1,,Bo,L/bo,Own Er,L/own-slug,D,,hi,SPAM,,No,No                | spam
                    1,,Shop,,Own Er,L/own-slug,D,,<p class="spinmail-quill-editor__spin-break">,INBOX,,No,No | sponsored message
                    1,,LinkedIn Member,,Own Er,L/own-slug,D,,hi,INBOX,,No,No      | closed account
                    1,,Own Er,L/own-slug,LinkedIn Member,,D,,hi,INBOX,,No,No      | closed account
                    1,,Bo,,Own Er,L/own-slug,D,,hi,INBOX,,No,No                   | no sender profile
                    1,,Own Er,L/own-slug,Somebody,,D,,hi,INBOX,,No,No             | no recipient profile
                    1,,Own Er,L/own-slug,Own Er,L/own-slug,D,,hi,INBOX,,No,No     | message to oneself
                    """)
    void whatIsNoMessageBetweenTwoMembersIsWithheld(String row, String rule) {
        String time = "2024-06-18 12:00:00 UTC";
        assertThat(
                        Archive.of(
                                        "messages.csv",
                                        HEADER,
                                        sent("Alma Reed", "alma-reed", time),
                                        sent("Bo Field", "bo-field", time),
                                        row.replace("L/", IN).replace(",D,", "," + time + ","))
                                .outcomes())
                .last()
                .isEqualTo("messages.csv:3 withheld: " + rule);
    }

    @Test
    void theFirstGenerationTellsNamesAndDirections() {
        Archive archive =
                Archive.of(
                        "Messages.csv",
                        "From,To,Date,Subject,Content,Direction,Folder",
                        "Bo Field,Own Er,\"6/18/24, 12:00 PM\",s,c,INCOMING,INBOX",
                        "Own Er,Bo Field,\"6/18/24, 12:00 PM\",s,c,OUTGOING,SENT",
                        "Own Er,\"Bo Field,Alma Reed\",\"6/18/24, 12:00 PM\",s,c,OUTGOING,SENT");
        AccountId bo = AccountId.named(Accounts.LINKEDIN, "Bo Field");
        assertThat(archive.facts())
                .containsExactly(
                        new Fact.Messaged(bo, ME, NOON, 2, 0),
                        new Fact.Described(bo, Fact.Trait.NAME, "Bo Field"),
                        new Fact.Messaged(ME, bo, NOON, 2, 0));
        assertThat(archive.outcomes())
                .last()
                .isEqualTo("Messages.csv:3 withheld: recipients not told apart");
    }

    @Test
    void conversationsWithAssistantsAreNotRead() {
        Archive archive =
                Archive.of("guide_messages.csv", HEADER, sent("X", "x", "2024-06-18 12:00:00 UTC"))
                        .with("coach_messages.csv", HEADER)
                        .with("LearningCoachMessages.csv", "No conversations found")
                        .with("learning_role_play_messages.csv", HEADER);
        assertThat(archive.reader().manifest().parts()).isEmpty();
        assertThat(archive.readings()).isEmpty();
    }

    @Test
    void allPartsOfASplitFileAreRead() {
        Archive archive =
                Archive.of(
                                "messages.csv",
                                HEADER,
                                sent("A", "alma-reed", "2024-06-18 12:00:00 UTC"))
                        .with(
                                "messages_1.csv",
                                HEADER,
                                sent("B", "bo-field", "2024-06-18 12:00:00 UTC"))
                        .with("Profile.csv", PROFILE, "Own,Er,,,,,");
        assertThat(archive.reader().manifest().parts())
                .containsEntry("messages.csv", "messages")
                .containsEntry("messages_1.csv", "messages");
        assertThat(archive.facts()).filteredOn(Fact.Messaged.class::isInstance).hasSize(2);
    }

    @Test
    void noFactHoldsAWordOfAMessage() {
        String row =
                sent("Alma Reed", "alma-reed", "2024-06-18 12:00:00 UTC")
                        .replace(",hi,", ",canary,")
                        .replace("1,,", "1,canary,")
                        .replace("UTC,,", "UTC,canary,");
        Archive archive =
                Archive.of("messages.csv", HEADER, row, row.replace("alma-reed", "bo-field"));
        assertThat(archive.facts())
                .isNotEmpty()
                .noneMatch(fact -> FactFields.canonical(fact).contains("canary"));
    }
}
