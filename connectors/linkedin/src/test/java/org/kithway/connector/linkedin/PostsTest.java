package org.kithway.connector.linkedin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.kithway.model.AccountId;
import org.kithway.model.Fact;

import java.nio.charset.StandardCharsets;
import java.time.Instant;

class PostsTest {
    private static final String HEADER =
            "Date,ShareLink,ShareCommentary,SharedUrl,MediaUrl,Visibility";
    private static final Instant AT = Instant.parse("2024-06-11T09:51:14Z");

    @Test
    void theQuotesAroundLineBreaksAreNoPartOfAPost() {
        Archive archive =
                Archive.of(
                        "Shares.csv",
                        HEADER,
                        "2024-06-11 09:51:14,https://l/1,\"New ovens!\"\"",
                        "\"\"\"\"",
                        "\"\"They \"\"bake\"\" well.\",\"\",\"\",MEMBER_NETWORK");
        assertThat(archive.facts())
                .containsExactly(
                        new Fact.Published(
                                AccountId.OWNER,
                                Fact.Form.POST,
                                "New ovens!\n\nThey \"bake\" well.",
                                "https://l/1",
                                AT));
    }

    @Test
    void onlyWhatAllMembersMayReadIsKept() {
        assertThat(
                        Archive.of(
                                        "Shares.csv",
                                        HEADER,
                                        "2024-06-11 09:51:14,l,text,,,CONNECTIONS",
                                        "2024-06-11 09:51:14,l,,,,PUBLIC",
                                        "2024-06-11 09:51:14,urn%3Ali%3AgroupPost%3A1-2,text,,,MEMBER_NETWORK",
                                        "2024-06-11 09:51:14,l,text,,,")
                                .outcomes())
                .containsExactly(
                        "Shares.csv:1 withheld: not public",
                        "Shares.csv:2 withheld: no text",
                        "Shares.csv:3 withheld: written in a group",
                        "Shares.csv:4 kept");
    }

    @Test
    void theWideTabbedGenerationIsRead() {
        String text =
                """
                "Date"	"Share Title"	"Share Description"	"Share Link"	"Share Commentary"	"Shared URL"	"Media URL"	"Type"	"Visibility"
                "2017/06/08 08:15:44 UTC"	""	""	"https://l/2"	"Ovens, again"	""	""	"Homepage"	"Public"
                """;
        Archive archive =
                new Archive("archive.zip")
                        .with("Shares.csv", StandardCharsets.UTF_16LE, "\uFEFF" + text);
        assertThat(archive.isRecognized()).isTrue();
        assertThat(archive.facts())
                .containsExactly(
                        new Fact.Published(
                                AccountId.OWNER,
                                Fact.Form.POST,
                                "Ovens, again",
                                "https://l/2",
                                Instant.parse("2017-06-08T08:15:44Z")));
    }

    @Test
    void commentsEscapeQuotesByBackslash() {
        Archive archive =
                Archive.of(
                        "Comments_17.csv",
                        "Date,Link,Message",
                        "2024-06-11 09:51:14,https://l/3,\"Call it \\\"rye\\\", then.\"",
                        "2024-06-11 09:51:14,https://l/4,plain");
        assertThat(archive.facts())
                .extracting(fact -> ((Fact.Published) fact).text())
                .containsExactly("Call it \"rye\", then.", "plain");
    }
}
