package org.kithway.connector.twitter;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.time.Instant;

class RecognitionTest {
    private static final String FOLLOWER =
            "window.YTD.follower.part0 = [ {\"follower\": {\"accountId\": \"31\"}} ]";

    @Test
    void aFileIsWhatItsFirstWordsSayWhateverItsFolder() throws IOException {
        Archive archive = new Archive().with("Mis datos/tweets.js", FOLLOWER).with("b.txt", "b");
        assertThat(archive.isRecognized()).isTrue();
        assertThat(archive.reader().manifest().parts())
                .containsOnlyKeys("Mis datos/tweets.js")
                .containsValue("followers");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "follower.js",
                "follower-part12.js",
                "follower (1).js",
                "follower - Copy.js",
                "FOLLOWER.JS",
                "anything at all"
            })
    void copiesPartsAndLoneFilesAreLookedInto(String name) throws IOException {
        assertThat(new Archive().with(name, FOLLOWER).isRecognized()).isTrue();
    }

    @Test
    void whatOthersAssignIsNotRecognized() throws IOException {
        assertThat(new Archive().isRecognized()).isFalse();
        assertThat(new Archive().with("tweets.js", "window.tweets = []").isRecognized()).isFalse();
        assertThat(new Archive().with("tweets.js", "[{\"tweet\": {}}]").isRecognized()).isFalse();
        assertThat(new Archive().with("x", "window.YTD.ad_engagements.part0 = [{}]").isRecognized())
                .isFalse();
        assertThat(new Archive().with("tweets.csv", "id,text\n1,a\n").isRecognized()).isFalse();
    }

    @Test
    void sensitiveFilesAreNeverOpened() throws IOException {
        Archive archive = new Archive().with("data/follower.js", FOLLOWER);
        for (String name :
                new String[] {
                    "account-creation-ip",
                    "ad-engagements",
                    "ad-impressions",
                    "block",
                    "contact",
                    "deleted-note-tweet",
                    "deleted-tweet-headers",
                    "deleted-tweets",
                    "device-token",
                    "direct-message-mute",
                    "grok-chat-item",
                    "ip-audit",
                    "mute",
                    "personalization",
                    "phone-number",
                    "saved-search"
                }) {
            archive.with("data/" + name + ".js", "window.YTD.x.part0 = [{}]");
        }
        assertThat(archive.isRecognized()).isTrue();
        archive.readings();
        assertThat(archive.opened()).containsExactly("data/follower.js");
    }

    @Test
    void messagesAreReadWithoutTheirTextsWhereThereIsSuchAFile() throws IOException {
        String message = "[{\"dmConversation\": {\"messages\": [{\"messageCreate\": {}}]}}]";
        Archive archive =
                new Archive()
                        .with("direct-messages.js", "window.YTD.direct_messages.part0 = " + message)
                        .with(
                                "direct-message-headers.js",
                                "window.YTD.direct_message_headers.part0 = " + message);
        assertThat(archive.reader().manifest().parts())
                .containsOnlyKeys("direct-message-headers.js")
                .containsValue("direct-messages");
    }

    @Test
    void listsOfNothingAreNoParts() throws IOException {
        Archive archive =
                new Archive()
                        .with("follower.js", FOLLOWER)
                        .with("like.js", "window.YTD.like.part0 = [ ]");
        assertThat(archive.reader().manifest().parts()).containsOnlyKeys("follower.js");
    }

    @Test
    void anArchiveThatDoesNotSayWhenItWasMadeIsAsOldAsItsFiles() throws IOException {
        assertThat(new Archive().with("follower.js", FOLLOWER).reader().manifest().exportedAt())
                .isEqualTo(Instant.parse("2026-02-03T04:05:06Z"));
    }
}
