package org.kithway.connector.twitter;

import org.jspecify.annotations.Nullable;
import org.kithway.connector.JsonRecord;
import org.kithway.connector.Reading;
import org.kithway.connector.UnreadableRecord;
import org.kithway.model.AccountId;
import org.kithway.model.Fact;
import org.kithway.model.Place;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lists and likes: files in which addresses are all that tells. */
final class Lists {
    private static final Pattern LIST =
            Pattern.compile(
                    "https?://(?:\\w+\\.)?(?:twitter|x)\\.com/([A-Za-z0-9_]{1,20})/lists/([^/?#]+)/?");
    private static final Pattern TWEET =
            Pattern.compile(
                    "https?://(?:\\w+\\.)?(?:twitter|x)\\.com/(?!i/)([A-Za-z0-9_]{1,20})/status(?:es)?/.*");

    /** Twitter adds a number where a list's name was taken. */
    private static final Pattern NUMBER = Pattern.compile("(?:^|-)\\d{3,}$");

    private Lists() {}

    /** {@code lists-member.js}: who put the owner on a list. */
    static Reading member(Place place, JsonRecord list, Owner owner, Acquaintances acquaintances)
            throws UnreadableRecord {
        Matcher address = address(list);
        Who other = Who.of(null, address.group(1), null);
        if (other == null || owner.is(other)) {
            return new Reading.Withheld(place, "own list");
        }
        List<Fact> facts = new ArrayList<>();
        AccountId account = acquaintances.introduce(other, facts);
        facts.add(new Fact.Interacted(account, AccountId.OWNER, Fact.Act.TAG, null));
        return new Reading.Statement(place, facts);
    }

    /** {@code lists-created.js} and {@code lists-subscribed.js}: what the owner reads about. */
    static Reading followed(Place place, JsonRecord list) throws UnreadableRecord {
        String name = inWords(address(list).group(2));
        return name == null
                ? new Reading.Withheld(place, "list without a name")
                : new Reading.Statement(
                        place,
                        List.of(new Fact.Interest(AccountId.OWNER, Fact.Topic.GROUP, name, null)));
    }

    /** {@code like.js}: most archives do not say whose tweet was liked. */
    static Reading like(Place place, JsonRecord like, Owner owner, Acquaintances acquaintances) {
        String url = like.text("expandedUrl");
        Matcher address = TWEET.matcher(url == null ? "" : url);
        Who author = address.matches() ? Who.of(null, address.group(1), null) : null;
        if (author == null) {
            return new Reading.Withheld(place, "like of somebody who is not named");
        }
        if (owner.is(author)) {
            return new Reading.Withheld(place, "like of an own tweet");
        }
        List<Fact> facts = new ArrayList<>();
        AccountId account = acquaintances.introduce(author, facts);
        facts.add(new Fact.Interacted(AccountId.OWNER, account, Fact.Act.REACTION, null));
        return new Reading.Statement(place, facts);
    }

    private static Matcher address(JsonRecord list) throws UnreadableRecord {
        String url = list.text("url");
        if (url == null) {
            url = list.texts("urls").stream().findFirst().orElse("");
        }
        Matcher address = LIST.matcher(url);
        if (!address.matches()) {
            throw new UnreadableRecord("field 'url' is not the address of a list");
        }
        return address;
    }

    private static @Nullable String inWords(String slug) {
        String name;
        try {
            name = URLDecoder.decode(slug.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            name = slug;
        }
        return Who.plain(NUMBER.matcher(name).replaceFirst("").replace('-', ' '));
    }
}
