package org.kithway.connector.twitter;

import org.jspecify.annotations.Nullable;
import org.kithway.connector.JsonRecord;
import org.kithway.connector.Reading;
import org.kithway.connector.UnreadableRecord;
import org.kithway.model.AccountId;
import org.kithway.model.Fact;
import org.kithway.model.Place;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the owner published: the texts, and whom they answer, mention or repeat. */
final class Tweets implements RecordReader {
    static final Set<String> WANTED =
            Set.of(
                    "id_str",
                    "id",
                    "created_at",
                    "full_text",
                    "text",
                    "entities",
                    "user_mentions",
                    "urls",
                    "media",
                    "hashtags",
                    "url",
                    "expanded_url",
                    "screen_name",
                    "name",
                    "user",
                    "protected",
                    "in_reply_to_status_id_str",
                    "in_reply_to_user_id_str",
                    "in_reply_to_user_id",
                    "in_reply_to_screen_name",
                    "retweeted_status",
                    "retweeted_status_user_id");

    static final Set<String> PASSED_OVER =
            Set.of(
                    "retweeted",
                    "source",
                    "display_text_range",
                    "favorite_count",
                    "truncated",
                    "retweet_count",
                    "possibly_sensitive",
                    "favorited",
                    "lang",
                    "extended_entities",
                    "in_reply_to_status_id",
                    "edit_info",
                    "scopes",
                    "community_id",
                    "community_id_str",
                    "coordinates",
                    "geo",
                    "place",
                    "contributors",
                    "contributors_id",
                    "withheld_in_countries",
                    "withheld_copyright");

    /** Somebody who used a hashtag that often is interested in it. */
    private static final int USES_OF_AN_INTEREST = 3;

    private static final Pattern RETWEET =
            Pattern.compile("RT @([A-Za-z0-9_]{1,20})\\b.*", Pattern.DOTALL);

    private static final Pattern HANDLE_IN_TEXT =
            Pattern.compile("(?<![A-Za-z0-9_@/.])@([A-Za-z0-9_]{1,15})(?![A-Za-z0-9_@])");
    private static final Pattern HASHTAG_IN_TEXT =
            Pattern.compile("(?<![\\w&/#])#(\\w*\\p{L}\\w*)", Pattern.UNICODE_CHARACTER_CLASS);

    private final Owner owner;
    private final Acquaintances acquaintances;
    private final LongTweets longTweets;
    private final Recent<String> hashtags = new Recent<>();

    Tweets(Owner owner, Acquaintances acquaintances, LongTweets longTweets) {
        this.owner = owner;
        this.acquaintances = acquaintances;
        this.longTweets = longTweets;
    }

    @Override
    public Reading read(Place place, JsonRecord tweet) throws UnreadableRecord {
        if (owner.isProtected() || "true".equals(tweet.object("user").text("protected"))) {
            return new Reading.Withheld(place, LongTweets.PROTECTED);
        }
        String id = tweet.text("id_str", "id");
        Instant at = Times.written(tweet.text("created_at"), id);
        List<Fact> facts = new ArrayList<>();
        Who author = repeated(tweet);
        if (author != null) {
            if (owner.is(author)) {
                return new Reading.Withheld(place, "own tweet repeated");
            }
            tie(author, Fact.Act.SHARE, at, facts);
        } else {
            written(tweet, id, at, facts);
        }
        if (!facts.isEmpty()) {
            return new Reading.Statement(place, facts);
        }
        boolean told = author == null && longTweets.tellMore(text(tweet), at);
        return new Reading.Withheld(place, told ? "told in full as a long tweet" : "no text");
    }

    private void written(
            JsonRecord tweet, @Nullable String id, @Nullable Instant at, List<Fact> facts) {
        Map<AccountId, Who> mentioned = new LinkedHashMap<>();
        for (Who who : mentions(tweet)) {
            if (!owner.is(who)) {
                mentioned.putIfAbsent(who.account(), who);
            }
        }
        Who answered =
                Who.of(
                        tweet.text("in_reply_to_user_id_str", "in_reply_to_user_id"),
                        tweet.text("in_reply_to_screen_name"),
                        null);
        boolean answers = answered != null && !owner.is(answered);
        if (answered != null && answers) {
            Who named = mentioned.remove(answered.account());
            tie(named == null ? answered : named, Fact.Act.REPLY, at, facts);
        }
        mentioned.values().forEach(who -> tie(who, Fact.Act.MENTION, at, facts));
        String text = text(tweet);
        if (!text.isBlank() && !longTweets.tellMore(text, at)) {
            facts.add(
                    new Fact.Published(
                            AccountId.OWNER,
                            answers ? Fact.Form.COMMENT : Fact.Form.POST,
                            text,
                            id == null ? null : "https://twitter.com/i/web/status/" + id,
                            at));
        }
        for (String tag : hashtags(tweet)) {
            if (hashtags.seen(tag.toLowerCase(Locale.ROOT)) == USES_OF_AN_INTEREST - 1) {
                facts.add(new Fact.Interest(AccountId.OWNER, Fact.Topic.HASHTAG, tag, null));
            }
        }
    }

    private void tie(Who who, Fact.Act act, @Nullable Instant at, List<Fact> facts) {
        AccountId account = acquaintances.introduce(who, facts);
        facts.add(new Fact.Interacted(AccountId.OWNER, account, act, at));
    }

    /** Whose tweet this repeats, or null if it is the owner's own. */
    private static @Nullable Who repeated(JsonRecord tweet) {
        Who stated = who(tweet.object("retweeted_status").object("user"));
        if (stated != null) {
            return stated;
        }
        Matcher retweet = RETWEET.matcher(rawText(tweet));
        String number = tweet.text("retweeted_status_user_id");
        if (!retweet.matches()) {
            return Who.of(number, null, null);
        }
        String handle = retweet.group(1);
        for (JsonRecord mention : tweet.object("entities").objects("user_mentions")) {
            if (handle.equalsIgnoreCase(mention.text("screen_name"))) {
                Who who = who(mention);
                if (who != null) {
                    return who;
                }
            }
        }
        return Who.of(number, handle, null);
    }

    /**
     * Who is mentioned. Tables do not say: there handles are looked for in the text, without the
     * one that an answer begins with, for whom it answers is told by number.
     */
    private static List<Who> mentions(JsonRecord tweet) {
        List<Who> mentions = new ArrayList<>();
        if (tweet.has("entities")) {
            for (JsonRecord mention : tweet.object("entities").objects("user_mentions")) {
                Who who = who(mention);
                if (who != null) {
                    mentions.add(who);
                }
            }
            return mentions;
        }
        String text = rawText(tweet);
        boolean answers = tweet.text("in_reply_to_user_id_str") != null;
        Matcher handle = HANDLE_IN_TEXT.matcher(text);
        while (handle.find()) {
            Who who = Who.of(null, handle.group(1), null);
            if (who != null && !(answers && handle.start() == 0)) {
                mentions.add(who);
            }
        }
        return mentions;
    }

    private static List<String> hashtags(JsonRecord tweet) {
        if (!tweet.has("entities")) {
            return HASHTAG_IN_TEXT
                    .matcher(rawText(tweet))
                    .results()
                    .map(found -> found.group(1))
                    .toList();
        }
        return tweet.object("entities").objects("hashtags").stream()
                .flatMap(hashtag -> Stream.ofNullable(hashtag.text("text")))
                .toList();
    }

    private static String rawText(JsonRecord tweet) {
        String text = tweet.text("full_text", "text");
        return text == null ? "" : text;
    }

    private static @Nullable Who who(JsonRecord user) {
        return Who.of(user.text("id_str", "id"), user.text("screen_name"), user.text("name"));
    }

    /** The text as its readers see it: links in full, without those that stand for pictures. */
    private static String text(JsonRecord tweet) {
        String text = rawText(tweet);
        JsonRecord entities = tweet.object("entities");
        for (JsonRecord link : entities.objects("urls")) {
            String shortened = link.text("url");
            String full = link.text("expanded_url");
            if (shortened != null && full != null) {
                text = text.replace(shortened, full);
            }
        }
        for (JsonRecord picture : entities.objects("media")) {
            String shortened = picture.text("url");
            if (shortened != null) {
                text = text.replace(" " + shortened, "").replace(shortened, "");
            }
        }
        return unescaped(text).strip();
    }

    /** Archives write the few characters that markup needs as HTML does. */
    static String unescaped(String text) {
        return text.indexOf('&') < 0
                ? text
                : text.replace("&lt;", "<")
                        .replace("&gt;", ">")
                        .replace("&quot;", "\"")
                        .replace("&#39;", "'")
                        .replace("&amp;", "&");
    }
}
