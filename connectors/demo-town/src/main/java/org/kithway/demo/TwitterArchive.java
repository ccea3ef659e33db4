package org.kithway.demo;

import org.kithway.demo.Presence.Account;
import org.kithway.demo.Presence.Site;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Collectors;

/**
 * A member's archive as Twitter has handed it out since 2022: followers by number alone, tweets
 * that mention some of them.
 */
final class TwitterArchive {
    private static final long TWEETS = 41;
    private static final DateTimeFormatter CREATED =
            DateTimeFormatter.ofPattern("EEE MMM dd HH:mm:ss '+0000' uuuu", Locale.ENGLISH);

    private final Town town;
    private final Person member;
    private final Account own;
    private final SiteFiles files;
    private final List<Friendship> friends;

    private TwitterArchive(Town town, Person member, SiteFiles files) {
        this.town = town;
        this.member = member;
        this.own = town.presence().account(member, Site.TWITTER).orElseThrow();
        this.files = files;
        this.friends =
                town.friendsOf(member).stream().filter(pair -> account(pair).isPresent()).toList();
    }

    static SequencedMap<String, Long> write(Town town, Person member, OutputStream out)
            throws IOException {
        try (SiteFiles files = new SiteFiles(out, Town.TODAY)) {
            new TwitterArchive(town, member, files).write();
            return files.records();
        }
    }

    private Optional<Account> account(Friendship pair) {
        return town.presence().account(town.person(pair.other(member.id())), Site.TWITTER);
    }

    private void write() throws IOException {
        add(
                "account",
                List.of(
                        "{\"account\":{\"email\":%s,\"createdVia\":\"web\",\"username\":%s,\"accountId\":\"%d\",\"createdAt\":\"2010-03-04T05:06:07.000Z\",\"accountDisplayName\":%s}}"
                                .formatted(
                                        SiteFiles.json(member.email()),
                                        SiteFiles.json(own.handle()),
                                        own.number(),
                                        SiteFiles.json(own.name()))));
        add(
                "profile",
                List.of(
                        "{\"profile\":{\"description\":{\"bio\":%s,\"website\":\"\",\"location\":%s}}}"
                                .formatted(
                                        SiteFiles.json(member.headline()),
                                        SiteFiles.json(member.place()))));
        add("follower", follows("follower", 2));
        add("following", follows("following", 3));
        add("tweets", tweets());
        add("direct-messages", conversations());
    }

    private List<String> follows(String what, int outOf) {
        List<String> follows = new ArrayList<>();
        for (Friendship pair : friends) {
            long number = account(pair).orElseThrow().number();
            if (number % outOf != 0) {
                follows.add(
                        "{\"%s\":{\"accountId\":\"%d\",\"userLink\":\"https://twitter.com/intent/user?user_id=%d\"}}"
                                .formatted(what, number, number));
            }
        }
        return follows;
    }

    private List<String> tweets() {
        Dice dice = Dice.of(town.seed(), TWEETS, member.id());
        List<String> tweets = new ArrayList<>();
        for (Post post : town.posts(member)) {
            if (SiteFiles.later(post.at())) {
                continue;
            }
            String text = post.text();
            String mentions = "";
            if (!friends.isEmpty() && dice.chance(0.5)) {
                Account friend = account(dice.pick(friends)).orElseThrow();
                text = "@" + friend.handle() + " " + text;
                mentions =
                        "{\"name\":%s,\"screen_name\":%s,\"indices\":[\"0\",\"%d\"],\"id_str\":\"%d\",\"id\":\"%d\"}"
                                .formatted(
                                        SiteFiles.json(friend.name()),
                                        SiteFiles.json(friend.handle()),
                                        friend.handle().length() + 1,
                                        friend.number(),
                                        friend.number());
            }
            tweets.add(
                    "{\"tweet\":{\"id_str\":\"%d\",\"id\":\"%d\",\"created_at\":\"%s\",\"full_text\":%s,\"lang\":\"en\",\"favorite_count\":\"0\",\"retweet_count\":\"0\",\"entities\":{\"hashtags\":[],\"symbols\":[],\"user_mentions\":[%s],\"urls\":[]}}}"
                            .formatted(
                                    post.urn(),
                                    post.urn(),
                                    created(post.at()),
                                    SiteFiles.json(text),
                                    mentions));
        }
        return tweets;
    }

    private List<String> conversations() {
        List<String> conversations = new ArrayList<>();
        for (Friendship pair : friends) {
            Optional<Conversation> conversation = town.conversation(pair);
            if (conversation.isEmpty() || pair.strength() < 0.6) {
                continue;
            }
            long other = account(pair).orElseThrow().number();
            String id = Math.min(own.number(), other) + "-" + Math.max(own.number(), other);
            conversations.add(
                    "{\"dmConversation\":{\"conversationId\":\"%s\",\"messages\":[%s]}}"
                            .formatted(
                                    id,
                                    conversation.get().messages().stream()
                                            .filter(message -> !SiteFiles.later(message.at()))
                                            .map(message -> message(message, other))
                                            .collect(Collectors.joining(","))));
        }
        return conversations;
    }

    private String message(Message message, long other) {
        boolean sent = message.from() == member.id();
        return "{\"messageCreate\":{\"recipientId\":\"%d\",\"reactions\":[],\"urls\":[],\"text\":%s,\"mediaUrls\":[],\"senderId\":\"%d\",\"id\":\"%d\",\"createdAt\":\"%s\"}}"
                .formatted(
                        sent ? other : own.number(),
                        SiteFiles.json(message.text()),
                        sent ? own.number() : other,
                        message.at().toEpochMilli() << 22,
                        message.at().toString().replace("Z", ".000Z"));
    }

    private void add(String name, List<String> records) throws IOException {
        files.add(
                "data/" + name + ".js",
                records.size(),
                "window.YTD."
                        + name.replace('-', '_')
                        + ".part0 = [\n  "
                        + String.join(",\n  ", records)
                        + "\n]");
    }

    private static String created(Instant at) {
        return CREATED.format(at.atOffset(ZoneOffset.UTC));
    }
}
