package org.kithway.benchmarks;

import org.kithway.connector.Connector;
import org.kithway.connector.blogger.BloggerConnector;
import org.kithway.connector.contacts.ContactsConnector;
import org.kithway.connector.facebook.FacebookConnector;
import org.kithway.connector.facts.FactsConnector;
import org.kithway.connector.instagram.InstagramConnector;
import org.kithway.connector.linkedin.LinkedInConnector;
import org.kithway.connector.mail.MailConnector;
import org.kithway.connector.mastodon.MastodonConnector;
import org.kithway.connector.myspace.MySpaceConnector;
import org.kithway.connector.slack.SlackConnector;
import org.kithway.connector.twitter.TwitterConnector;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A generated archive of one format, of any size: one large file of records like those that the
 * site writes, and beside it what says whose archive it is.
 *
 * @param name the format
 * @param connector whose archive it is
 * @param plain how the large file is parsed without the connector
 * @param entry the large file
 */
record SiteArchive(
        String name,
        Supplier<Connector> connector,
        PlainParsing plain,
        String entry,
        Text text,
        List<Aside> asides) {

    /** The large file's parts; the separator stands between two records. */
    record Text(String begin, IntFunction<String> record, String separator, String end) {}

    /** A small file. */
    record Aside(String entry, String content) {}

    private static final String[] SENTENCES = {
        "The kiln has to cool slowly, or the glaze will crack.",
        "Who of us knows somebody at the harbour office?",
        "We measured it twice; the beam is straight, the wall is not.",
        "Bees like it warm, and so do I.",
        "See you on Thursday at the usual place, bring the drawings.",
        "A short note: the ferry leaves at eight, not at nine.",
        "Nobody told me that the old mill is for sale.",
        "Thanks for the recommendation, she starts on Monday.",
        "The second draft is better than the first, the third will be shorter.",
        "I am looking for a joiner who can mend a spiral staircase.",
    };

    static final List<SiteArchive> ALL =
            List.of(
                    new SiteArchive(
                            "LinkedIn, CSV",
                            LinkedInConnector::new,
                            PlainParsing.CSV,
                            "messages.csv",
                            new Text(
                                    "CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,DATE,SUBJECT,CONTENT,FOLDER\n",
                                    i ->
                                            "2-%032d,,Own Er,https://www.linkedin.com/in/own-er,%s,https://www.linkedin.com/in/pal-%d,%s UTC,,\"%s\",INBOX\n"
                                                    .formatted(
                                                            pal(i),
                                                            name(i),
                                                            pal(i),
                                                            second(i),
                                                            words(i, 3)),
                                    "",
                                    ""),
                            List.of(
                                    new Aside(
                                            "Profile.csv",
                                            "First Name,Last Name,Headline\nOwn,Er,Bench\n"))),
                    new SiteArchive(
                            "Facebook, JSON",
                            FacebookConnector::new,
                            PlainParsing.JSON,
                            "your_facebook_activity/messages/inbox/palpal_1/message_1.json",
                            conversation(),
                            List.of(
                                    new Aside(
                                            "personal_information/profile_information/profile_information.json",
                                            "{\"profile_v2\":{\"name\":{\"full_name\":\"Own Er\"},\"registration_timestamp\":1300000000}}"))),
                    new SiteArchive(
                            "Facebook, HTML",
                            FacebookConnector::new,
                            PlainParsing.HTML,
                            "your_facebook_activity/messages/inbox/palpal_1/message_1.html",
                            new Text(
                                    "<html><head><title>Pal Pal</title></head><body class=\"_5vb_ _2yq _a7o5\"><div role=\"main\">",
                                    i ->
                                            "<div class=\"_3-95 _a6-g\"><h2 class=\"_2ph_ _a6-h _a6-i\">%s</h2><div class=\"_2ph_ _a6-p\"><div><div></div><div>%s</div><div></div><div></div></div></div><div class=\"_3-94 _a6-o\"><div class=\"_a72d\">Jun %d, 2021 3:%02d:%02d pm</div></div></div>\n"
                                                    .formatted(
                                                            i % 2 == 0 ? "Pal Pal" : "Own Er",
                                                            words(i, 3),
                                                            1 + i / 3600 % 28,
                                                            i / 60 % 60,
                                                            i % 60),
                                    "",
                                    "</div></body></html>"),
                            List.of()),
                    new SiteArchive(
                            "Instagram, JSON",
                            InstagramConnector::new,
                            PlainParsing.JSON,
                            "your_instagram_activity/messages/inbox/palpal_1/message_1.json",
                            conversation(),
                            List.of(
                                    new Aside(
                                            "personal_information/personal_information/personal_information.json",
                                            "{\"profile_user\":[{\"string_map_data\":{\"Username\":{\"value\":\"own.er\"},\"Name\":{\"value\":\"Own Er\"}}}]}"))),
                    new SiteArchive(
                            "Twitter, script",
                            TwitterConnector::new,
                            PlainParsing.SCRIPT,
                            "data/tweets.js",
                            new Text(
                                    "window.YTD.tweets.part0 = [\n",
                                    SiteArchive::tweet,
                                    ",\n",
                                    "\n]"),
                            List.of(
                                    new Aside(
                                            "data/account.js",
                                            "window.YTD.account.part0 = [{\"account\":{\"accountId\":\"7\",\"username\":\"owner\"}}]"))),
                    new SiteArchive(
                            "MySpace, JSON",
                            MySpaceConnector::new,
                            PlainParsing.JSON,
                            "people/@me/@friends.json",
                            new Text(
                                    "{\"entry\":[",
                                    i ->
                                            "{\"person\":{\"id\":\"myspace.com.person.%d\",\"displayName\":\"%s\",\"profileUrl\":\"http://www.myspace.com/pal%d\",\"aboutMe\":\"%s\",\"currentLocation\":{\"locality\":\"Quellmarsh\",\"country\":\"US\"},\"thumbnailUrl\":\"http://a.example/i/%d.jpg\"}}"
                                                    .formatted(
                                                            10_000_000 + i,
                                                            name(i),
                                                            i,
                                                            words(i, 4),
                                                            i),
                                    ",\n",
                                    "],\"itemsPerPage\":100}"),
                            List.of(self())),
                    new SiteArchive(
                            "MySpace, XML",
                            MySpaceConnector::new,
                            PlainParsing.XML,
                            "people/@me/@friends.xml",
                            new Text(
                                    "<response xmlns=\"http://ns.opensocial.org/2008/opensocial\">",
                                    i ->
                                            "<entry><person><id>myspace.com.person.%d</id><displayName>%s</displayName><profileUrl>http://www.myspace.com/pal%d</profileUrl><aboutMe>%s</aboutMe><currentLocation><locality>Quellmarsh</locality></currentLocation></person></entry>\n"
                                                    .formatted(
                                                            10_000_000 + i,
                                                            name(i),
                                                            i,
                                                            words(i, 4)),
                                    "",
                                    "</response>"),
                            List.of(self())),
                    new SiteArchive(
                            "Blogger, Atom",
                            BloggerConnector::new,
                            PlainParsing.XML,
                            "blog-11-14-2025.xml",
                            new Text(
                                    "<?xml version='1.0' encoding='UTF-8'?><feed xmlns='http://www.w3.org/2005/Atom' xmlns:thr='http://purl.org/syndication/thread/1.0'><id>tag:blogger.com,1999:blog-77.archive</id><title type='text'>Notes</title><author><name>Own Er</name><uri>http://www.blogger.com/profile/77</uri><email>noreply@blogger.com</email></author><generator version='7.00' uri='http://www.blogger.com'>Blogger</generator>\n",
                                    i ->
                                            "<entry><id>tag:blogger.com,1999:blog-77.post-%d</id><published>%s.000-07:00</published><updated>%s.000-07:00</updated><category scheme='http://schemas.google.com/g/2005#kind' term='http://schemas.google.com/blogger/2008/kind#post'/><category scheme='http://www.blogger.com/atom/ns#' term='joinery'/><title type='text'>Note %d</title><content type='html'>%s</content><link rel='alternate' type='text/html' href='http://own.example/%d.html'/><author><name>Own Er</name><uri>http://www.blogger.com/profile/77</uri><email>noreply@blogger.com</email></author></entry>\n"
                                                    .formatted(
                                                            i,
                                                            second(i).replace(' ', 'T'),
                                                            second(i).replace(' ', 'T'),
                                                            i,
                                                            ("&lt;p&gt;%s&lt;/p&gt;&lt;p&gt;%s &lt;a href=&quot;https://example.org/%d&quot;&gt;more&lt;/a&gt;&lt;/p&gt;"
                                                                            .repeat(2))
                                                                    .formatted(
                                                                            words(i, 4),
                                                                            words(i + 1, 4),
                                                                            i,
                                                                            words(i + 2, 4),
                                                                            words(i + 3, 4),
                                                                            i),
                                                            i),
                                    "",
                                    "</feed>"),
                            List.of()),
                    new SiteArchive(
                            "Mastodon, JSON",
                            MastodonConnector::new,
                            PlainParsing.JSON,
                            "outbox.json",
                            new Text(
                                    "{\"@context\":\"https://www.w3.org/ns/activitystreams\",\"id\":\"outbox.json\",\"type\":\"OrderedCollection\",\"totalItems\":1,\"orderedItems\":[",
                                    SiteArchive::post,
                                    ",",
                                    "]}"),
                            List.of(
                                    new Aside(
                                            "actor.json",
                                            "{\"@context\":[\"https://www.w3.org/ns/activitystreams\"],\"id\":\"https://social.example/users/own\",\"type\":\"Person\",\"preferredUsername\":\"own\",\"name\":\"Own Er\"}"))),
                    new SiteArchive(
                            "Slack, JSON",
                            SlackConnector::new,
                            PlainParsing.JSON,
                            "general/2024-01-02.json",
                            new Text("[", SiteArchive::chat, ",\n", "]"),
                            List.of(
                                    new Aside("users.json", users()),
                                    new Aside(
                                            "channels.json",
                                            "[{\"id\":\"C0GENERAL\",\"name\":\"general\",\"created\":1500000000,\"is_general\":true,\"members\":[]}]"))),
                    new SiteArchive(
                            "contacts, vCard",
                            ContactsConnector::new,
                            PlainParsing.VCARD,
                            "contacts.vcf",
                            new Text(
                                    "",
                                    i ->
                                            "BEGIN:VCARD\r\nVERSION:3.0\r\nN:Pal;%s;;;\r\nFN:%s Pal\r\nEMAIL;TYPE=INTERNET:pal%d@mail.example\r\nTEL;TYPE=CELL:+15550100%03d\r\nORG:Works of %s\r\nTITLE:Joiner\r\nitem1.URL:https://www.linkedin.com/in/pal-%d\r\nNOTE:%s\r\nEND:VCARD\r\n"
                                                    .formatted(
                                                            name(i),
                                                            name(i),
                                                            i,
                                                            i % 1000,
                                                            name(i / 7),
                                                            i,
                                                            words(i, 1)),
                                    "",
                                    ""),
                            List.of()),
                    new SiteArchive(
                            "contacts, CSV",
                            ContactsConnector::new,
                            PlainParsing.CSV,
                            "contacts.csv",
                            new Text(
                                    "First Name,Middle Name,Last Name,Organization Name,Organization Title,Notes,Labels,E-mail 1 - Label,E-mail 1 - Value,Phone 1 - Label,Phone 1 - Value,Website 1 - Label,Website 1 - Value\n",
                                    i ->
                                            "%s,,Pal,Works of %s,Joiner,\"%s\",* myContacts,* Work,pal%d@mail.example,Mobile,+15550100%03d,Profile,https://www.linkedin.com/in/pal-%d\n"
                                                    .formatted(
                                                            name(i),
                                                            name(i / 7),
                                                            words(i, 1),
                                                            i,
                                                            i % 1000,
                                                            i),
                                    "",
                                    ""),
                            List.of()),
                    new SiteArchive(
                            "mail, mbox",
                            MailConnector::new,
                            PlainParsing.LINES,
                            "All mail.mbox",
                            new Text("", SiteArchive::mail, "", ""),
                            List.of()),
                    new SiteArchive(
                            "facts, JSON lines",
                            FactsConnector::new,
                            PlainParsing.JSON,
                            "facts.jsonl",
                            new Text(
                                    "",
                                    i ->
                                            i % 3 == 0
                                                    ? "{\"fact\":\"described\",\"subject\":\"crm:%d\",\"trait\":\"name\",\"text\":\"%s Pal\"}\n"
                                                            .formatted(i / 3, name(i / 3))
                                                    : i % 3 == 1
                                                            ? "{\"fact\":\"messaged\",\"subject\":\"kithway:owner\",\"object\":\"crm:%d\",\"at\":\"%sZ\",\"participants\":2}\n"
                                                                    .formatted(
                                                                            i / 3,
                                                                            second(i)
                                                                                    .replace(
                                                                                            ' ',
                                                                                            'T'))
                                                            : "{\"fact\":\"published\",\"subject\":\"crm:%d\",\"form\":\"post\",\"text\":\"%s\",\"at\":\"%sZ\"}\n"
                                                                    .formatted(
                                                                            i / 3,
                                                                            words(i, 3),
                                                                            second(i)
                                                                                    .replace(
                                                                                            ' ',
                                                                                            'T')),
                                    "",
                                    ""),
                            List.of()));

    /** Writes the archive, whose large file has about so many bytes. */
    void write(Path file, long bytes) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.setLevel(Deflater.BEST_SPEED);
            for (Aside aside : asides) {
                zip.putNextEntry(new ZipEntry(aside.entry));
                zip.write(aside.content.getBytes(StandardCharsets.UTF_8));
            }
            zip.putNextEntry(new ZipEntry(entry));
            long written = write(zip, text.begin);
            for (int i = 0; written < bytes; i++) {
                written += write(zip, (i == 0 ? "" : text.separator) + text.record.apply(i));
            }
            write(zip, text.end);
        }
    }

    private static int write(OutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.write(bytes);
        return bytes.length;
    }

    private static Text conversation() {
        return new Text(
                "{\n  \"participants\": [\n    {\n      \"name\": \"Pal Pal\"\n    },\n    {\n      \"name\": \"Own Er\"\n    }\n  ],\n  \"messages\": [\n",
                i ->
                        "    {\n      \"sender_name\": \"%s\",\n      \"timestamp_ms\": %d,\n      \"content\": \"%s Caf\\u00c3\\u00a9\",\n      \"reactions\": [\n        {\n          \"reaction\": \"\\u00e2\\u009d\\u00a4\",\n          \"actor\": \"Pal Pal\"\n        }\n      ],\n      \"is_geoblocked_for_viewer\": false,\n      \"is_unsent_image_by_messenger_kid_parent\": false\n    }"
                                .formatted(
                                        i % 2 == 0 ? "Pal Pal" : "Own Er",
                                        1_500_000_000_000L + i * 1000L,
                                        words(i, 2)),
                ",\n",
                "\n  ],\n  \"title\": \"Pal Pal\",\n  \"is_still_participant\": true,\n  \"thread_path\": \"inbox/palpal_1\"\n}");
    }

    private static String tweet(int i) {
        String id = Long.toString(1_300_000_000_000_000_000L + (long) i * 4_194_304_000L);
        return """
          {
            "tweet" : {
              "edit_info" : {
                "initial" : {
                  "editTweetIds" : [
                    "%1$s"
                  ],
                  "editableUntil" : "2021-06-06T14:02:35.000Z",
                  "editsRemaining" : "5",
                  "isEditEligible" : false
                }
              },
              "retweeted" : false,
              "source" : "<a href=\\"https://mobile.twitter.com\\" rel=\\"nofollow\\">Twitter Web App</a>",
              "entities" : {
                "hashtags" : [
                  {
                    "text" : "joinery",
                    "indices" : [
                      "10",
                      "18"
                    ]
                  }
                ],
                "symbols" : [ ],
                "user_mentions" : [
                  {
                    "name" : "%2$s Pal",
                    "screen_name" : "pal%3$d",
                    "indices" : [
                      "0",
                      "8"
                    ],
                    "id_str" : "%4$d",
                    "id" : "%4$d"
                  }
                ],
                "urls" : [
                  {
                    "url" : "https://t.co/abcdefghij",
                    "expanded_url" : "https://example.org/%3$d",
                    "display_url" : "example.org/%3$d",
                    "indices" : [
                      "60",
                      "83"
                    ]
                  }
                ]
              },
              "display_text_range" : [
                "0",
                "140"
              ],
              "favorite_count" : "3",
              "in_reply_to_status_id_str" : "%1$s",
              "id_str" : "%1$s",
              "in_reply_to_user_id" : "%4$d",
              "truncated" : false,
              "retweet_count" : "0",
              "id" : "%1$s",
              "in_reply_to_status_id" : "%1$s",
              "possibly_sensitive" : false,
              "created_at" : "Sun Jun %5$02d %6$02d:%7$02d:35 +0000 2021",
              "favorited" : false,
              "full_text" : "@pal%3$d %8$s https://t.co/abcdefghij",
              "lang" : "en",
              "in_reply_to_screen_name" : "pal%3$d",
              "in_reply_to_user_id_str" : "%4$d"
            }
          }\
        """
                .formatted(
                        id,
                        name(i),
                        pal(i),
                        1000L + pal(i),
                        1 + i / 1440 % 28,
                        i / 60 % 24,
                        i % 60,
                        words(i, 2));
    }

    private static String post(int i) {
        return "{\"id\":\"https://social.example/users/own/statuses/%1$d/activity\",\"type\":\"Create\",\"actor\":\"https://social.example/users/own\",\"published\":\"%2$sZ\",\"to\":[\"https://www.w3.org/ns/activitystreams#Public\"],\"cc\":[\"https://social.example/users/own/followers\",\"https://other.example/users/pal%3$d\"],\"object\":{\"id\":\"https://social.example/users/own/statuses/%1$d\",\"type\":\"Note\",\"summary\":null,\"inReplyTo\":null,\"published\":\"%2$sZ\",\"url\":\"https://social.example/@own/%1$d\",\"attributedTo\":\"https://social.example/users/own\",\"to\":[\"https://www.w3.org/ns/activitystreams#Public\"],\"cc\":[\"https://social.example/users/own/followers\",\"https://other.example/users/pal%3$d\"],\"sensitive\":false,\"atomUri\":\"https://social.example/users/own/statuses/%1$d\",\"conversation\":\"tag:social.example,2023:objectId=%1$d:objectType=Conversation\",\"content\":\"<p><span class=\\\"h-card\\\"><a href=\\\"https://other.example/@pal%3$d\\\" class=\\\"u-url mention\\\">@<span>pal%3$d</span></a></span> %4$s</p>\",\"contentMap\":{\"en\":\"<p>%4$s</p>\"},\"attachment\":[],\"tag\":[{\"type\":\"Mention\",\"href\":\"https://other.example/users/pal%3$d\",\"name\":\"@pal%3$d@other.example\"},{\"type\":\"Hashtag\",\"href\":\"https://social.example/tags/joinery\",\"name\":\"#joinery\"}],\"replies\":{\"id\":\"https://social.example/users/own/statuses/%1$d/replies\",\"type\":\"Collection\",\"first\":{\"type\":\"CollectionPage\",\"items\":[]}}},\"signature\":{\"type\":\"RsaSignature2017\",\"signatureValue\":\"%5$s\"}}"
                .formatted(
                        110_000_000L + i,
                        second(i).replace(' ', 'T'),
                        pal(i),
                        words(i, 3),
                        "c2lnbmF0dXJl".repeat(14));
    }

    private static String chat(int i) {
        return "{\"client_msg_id\":\"%032x\",\"type\":\"message\",\"text\":\"<@U0PAL%03d> %s\",\"user\":\"U0PAL%03d\",\"ts\":\"%d.%06d\",\"team\":\"T0TEAM\",\"user_team\":\"T0TEAM\",\"source_team\":\"T0TEAM\",\"user_profile\":{\"avatar_hash\":\"abc\",\"image_72\":\"https://a.example/72.png\",\"first_name\":\"Pal\",\"real_name\":\"Pal %d\",\"display_name\":\"pal\",\"team\":\"T0TEAM\",\"name\":\"pal\",\"is_restricted\":false},\"reactions\":[{\"name\":\"+1\",\"users\":[\"U0PAL%03d\"],\"count\":1}],\"blocks\":[{\"type\":\"rich_text\",\"block_id\":\"x\",\"elements\":[{\"type\":\"rich_text_section\",\"elements\":[{\"type\":\"text\",\"text\":\"%s\"}]}]}]}"
                .formatted(
                        i,
                        (i + 1) % 100,
                        words(i, 2),
                        i % 100,
                        1_704_153_600L + i / 1000,
                        i % 1000,
                        i % 100,
                        (i + 7) % 100,
                        words(i, 2));
    }

    private static String users() {
        StringBuilder users = new StringBuilder("[");
        for (int i = 0; i < 100; i++) {
            users.append(i == 0 ? "" : ",")
                    .append(
                            "{\"id\":\"U0PAL%03d\",\"team_id\":\"T0TEAM\",\"name\":\"pal%d\",\"deleted\":false,\"real_name\":\"%s Pal\",\"profile\":{\"real_name\":\"%s Pal\",\"team\":\"T0TEAM\"},\"is_bot\":false}"
                                    .formatted(i, i, name(i), name(i)));
        }
        return users.append("]").toString();
    }

    private static Aside self() {
        return new Aside(
                "people/@me/@self.json",
                "{\"person\":{\"id\":\"myspace.com.person.77\",\"displayName\":\"Own Er\",\"profileUrl\":\"http://www.myspace.com/owner\"}}");
    }

    private static String mail(int i) {
        return "From pal@mail.example %1$s\nX-GM-THRID: 17%2$d\nX-Gmail-Labels: Inbox\nReceived: by relay.example with SMTP id x%2$d;\n        Tue, 6 Jan 2024 05:06:07 +0000\nMIME-Version: 1.0\nDate: Sat, 6 Jan 2024 %3$02d:%4$02d:%5$02d +0100\nMessage-ID: <%2$d@mail.example>\nSubject: %6$s\nFrom: %7$s Pal <pal%8$d@mail.example>\nTo: Own Er <own@mail.example>\nContent-Type: text/plain; charset=\"UTF-8\"\n\n%9$s\n\n"
                .formatted(
                        "Sat Jan 06 01:02:03 +0000 2024",
                        i,
                        i / 3600 % 24,
                        i / 60 % 60,
                        i % 60,
                        SENTENCES[i % SENTENCES.length],
                        name(i),
                        pal(i),
                        (words(i, 2) + "\n").repeat(8));
    }

    private static int pal(int i) {
        return i * 31 % 5_000;
    }

    private static String name(int i) {
        return "Pal" + (char) ('a' + i % 26) + (char) ('a' + i / 26 % 26) + i % 5_000;
    }

    private static String words(int i, int sentences) {
        StringBuilder words = new StringBuilder();
        for (int j = 0; j < sentences; j++) {
            words.append(j == 0 ? "" : " ").append(SENTENCES[(i * 7 + j * 3) % SENTENCES.length]);
        }
        return words.toString();
    }

    private static String second(int i) {
        return "2024-%02d-%02d %02d:%02d:%02d"
                .formatted(
                        1 + i / 2_419_200 % 12,
                        1 + i / 86_400 % 28,
                        i / 3_600 % 24,
                        i / 60 % 60,
                        i % 60);
    }
}
