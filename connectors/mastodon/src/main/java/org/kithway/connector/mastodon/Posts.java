package org.kithway.connector.mastodon;

import org.jspecify.annotations.Nullable;
import org.kithway.connector.JsonRecord;
import org.kithway.connector.Reading;
import org.kithway.connector.UnreadableRecord;
import org.kithway.model.AccountId;
import org.kithway.model.Fact;
import org.kithway.model.Place;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * {@code outbox.json}: what the owner published, and whom it answers, mentions or boosts. Of what
 * was not for all to see, only who was written to is told, and when.
 */
final class Posts implements RecordReader {
    private static final Set<String> EVERYBODY =
            Set.of("https://www.w3.org/ns/activitystreams#Public", "as:Public", "Public");
    private static final String FOLLOWERS = "/followers";

    /** Somebody who used a hashtag that often is interested in it. */
    private static final int USES_OF_AN_INTEREST = 3;

    private final Owner owner;
    private final Recent<Sending> sendings = new Recent<>();
    private final Recent<Alias> aliases = new Recent<>();
    private final Recent<String> hashtags = new Recent<>();

    Posts(Owner owner) {
        this.owner = owner;
    }

    private record Sending(AccountId to, Instant at) {}

    /** Two spellings of one account: of a server that answers under another name than it gives. */
    private record Alias(AccountId account, AccountId other) {}

    @Override
    public Reading read(Place place, JsonRecord activity) throws UnreadableRecord {
        return switch (String.valueOf(activity.text("type"))) {
            case "Create" -> post(place, activity, activity.object("object"));
            case "Announce" -> boost(place, activity);
            default -> new Reading.Withheld(place, "neither post nor boost");
        };
    }

    private Reading boost(Place place, JsonRecord activity) throws UnreadableRecord {
        if (!isPublic(activity)) {
            return new Reading.Withheld(place, "not public");
        }
        AccountId author = Accounts.of(activity.text("object"));
        if (author == null) {
            author = Accounts.of(activity.object("object").text("attributedTo"));
        }
        for (String to : activity.texts("cc")) {
            author = author == null && !to.endsWith(FOLLOWERS) ? Accounts.of(to) : author;
        }
        if (author == null) {
            return new Reading.Withheld(place, "boost of somebody who is not named");
        }
        if (owner.is(author)) {
            return new Reading.Withheld(place, "boost of an own post");
        }
        return new Reading.Statement(
                place,
                List.of(
                        new Fact.Interacted(
                                AccountId.OWNER, author, Fact.Act.SHARE, published(activity))));
    }

    private Reading post(Place place, JsonRecord activity, JsonRecord post)
            throws UnreadableRecord {
        Instant at = published(post.text("published") == null ? activity : post);
        List<Fact> facts = new ArrayList<>();
        Map<AccountId, AccountId> mentioned = mentioned(post, facts);
        if (!isPublic(post.isEmpty() ? activity : post)) {
            return inPrivate(place, mentioned, at, facts);
        }
        String repliesTo = post.text("inReplyTo");
        AccountId answered = answered(repliesTo, mentioned);
        boolean answers = answered != null && !owner.is(answered);
        if (answered != null && answers) {
            mentioned.remove(answered);
            facts.add(new Fact.Interacted(AccountId.OWNER, answered, Fact.Act.REPLY, at));
        }
        for (AccountId other : mentioned.keySet()) {
            facts.add(new Fact.Interacted(AccountId.OWNER, other, Fact.Act.MENTION, at));
        }
        String text = text(post);
        if (!text.isBlank()) {
            Fact.Form form =
                    answers
                            ? Fact.Form.COMMENT
                            : "Article".equals(post.text("type"))
                                    ? Fact.Form.ARTICLE
                                    : Fact.Form.POST;
            facts.add(new Fact.Published(AccountId.OWNER, form, text, post.text("url", "id"), at));
        }
        hashtags(post, facts);
        return facts.isEmpty()
                ? new Reading.Withheld(place, "no text")
                : new Reading.Statement(place, facts);
    }

    private Reading inPrivate(
            Place place,
            Map<AccountId, AccountId> mentioned,
            @Nullable Instant at,
            List<Fact> facts)
            throws UnreadableRecord {
        if (mentioned.isEmpty()) {
            return new Reading.Withheld(place, "not public");
        }
        if (at == null) {
            throw new UnreadableRecord("field 'published' is missing or blank");
        }
        for (AccountId to : mentioned.keySet()) {
            int ordinal = sendings.seen(new Sending(to, at));
            facts.add(new Fact.Messaged(AccountId.OWNER, to, at, mentioned.size() + 1, ordinal));
        }
        return new Reading.Statement(place, facts);
    }

    /**
     * Who is answered: the author of what stands there, under the name by which the post mentions
     * them; where the address does not tell, the only one who is mentioned.
     */
    private static @Nullable AccountId answered(
            @Nullable String repliesTo, Map<AccountId, AccountId> mentioned) {
        if (repliesTo == null) {
            return null;
        }
        AccountId author = Accounts.of(repliesTo);
        if (author == null) {
            return mentioned.size() == 1 ? mentioned.keySet().iterator().next() : null;
        }
        return mentioned.entrySet().stream()
                .filter(mention -> mention.getValue().equals(author))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(author);
    }

    /** Whom the post mentions, by the name that is given, and each as its address tells it. */
    private Map<AccountId, AccountId> mentioned(JsonRecord post, List<Fact> facts) {
        Map<AccountId, AccountId> mentioned = new LinkedHashMap<>();
        for (JsonRecord tag : post.objects("tag")) {
            if (!"Mention".equals(tag.text("type"))) {
                continue;
            }
            String href = tag.text("href");
            AccountId byAddress = Accounts.of(href);
            AccountId byName = Accounts.addressed(tag.text("name"), Accounts.host(href));
            AccountId account = byName == null ? byAddress : byName;
            if (account == null
                    || owner.is(account)
                    || (byAddress != null && owner.is(byAddress))) {
                continue;
            }
            AccountId other = byAddress == null ? account : byAddress;
            if (!other.equals(account) && aliases.seen(new Alias(account, other)) == 0) {
                facts.add(new Fact.SameAs(account, other));
            }
            mentioned.putIfAbsent(account, other);
        }
        return mentioned;
    }

    private void hashtags(JsonRecord post, List<Fact> facts) {
        for (JsonRecord tag : post.objects("tag")) {
            String name = "Hashtag".equals(tag.text("type")) ? tag.text("name") : null;
            String plain = name == null ? "" : name.replaceFirst("^#", "").strip();
            if (!plain.isEmpty()
                    && hashtags.seen(plain.toLowerCase(Locale.ROOT)) == USES_OF_AN_INTEREST - 1) {
                facts.add(new Fact.Interest(AccountId.OWNER, Fact.Topic.HASHTAG, plain, null));
            }
        }
    }

    /** The text under its warning, if it has one. */
    private static String text(JsonRecord post) {
        String warning = post.text("summary");
        String title = post.text("name");
        String content = post.text("content");
        String text = content == null ? "" : Html.text(content);
        for (String above : new String[] {warning, title}) {
            text = above == null ? text : Html.text(above) + "\n\n" + text;
        }
        return text.strip();
    }

    private static boolean isPublic(JsonRecord activity) {
        return activity.texts("to").stream().anyMatch(EVERYBODY::contains)
                || activity.texts("cc").stream().anyMatch(EVERYBODY::contains);
    }

    private static @Nullable Instant published(JsonRecord activity) throws UnreadableRecord {
        String text = activity.text("published");
        try {
            return text == null ? null : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw new UnreadableRecord("field 'published' is not a time in ISO 8601");
        }
    }
}
