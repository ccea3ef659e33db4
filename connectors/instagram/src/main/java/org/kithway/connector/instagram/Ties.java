package org.kithway.connector.instagram;

import org.jspecify.annotations.Nullable;
import org.kithway.connector.JsonRecord;
import org.kithway.connector.Reading;
import org.kithway.connector.UnreadableRecord;
import org.kithway.model.AccountId;
import org.kithway.model.Fact;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Files of which each record names one account: follows, requests, likes, story interactions. */
final class Ties {
    private static final AccountId I = AccountId.OWNER;
    private static final int DEEPEST = 6;

    private final People people;

    Ties(People people) {
        this.people = people;
    }

    Reading read(FileKind kind, JsonRecord item) throws UnreadableRecord {
        if (kind == FileKind.HASHTAGS) {
            return hashtag(item);
        }
        if (kind == FileKind.UNFOLLOWED) {
            return item.withhold("ended follow");
        }
        boolean publication = kind == FileKind.LIKES || kind == FileKind.STORIES;
        AccountId other = publication ? author(item) : account(item);
        if (other == null) {
            if (publication) {
                return item.withhold("names nobody");
            }
            throw new UnreadableRecord("the record names no account");
        }
        if (people.isOwner(other)) {
            return item.withhold("about oneself");
        }
        List<Fact> facts = new ArrayList<>();
        facts.add(tie(kind, item, other));
        people.introduce(other, other.key(), facts);
        return item.keep(facts);
    }

    private static Fact tie(FileKind kind, JsonRecord item, AccountId other) {
        JsonRecord said = item.object("string_list_data");
        return switch (kind) {
            case FOLLOWERS, THREADS_FOLLOWERS -> new Fact.Follows(other, I, said.day("timestamp"));
            case REQUESTS_SENT, RECENT_REQUESTS -> new Fact.Invited(I, other, time(item));
            case REQUESTS_RECEIVED -> new Fact.Invited(other, I, time(item));
            case LIKES, STORIES -> new Fact.Interacted(I, other, Fact.Act.REACTION, time(item));
            // The date is that of the choice as a close friend, not of the follow.
            case CLOSE_FRIENDS -> new Fact.Follows(I, other, null);
            default -> new Fact.Follows(I, other, said.day("timestamp"));
        };
    }

    private static @Nullable Instant time(JsonRecord item) {
        Instant said = item.object("string_list_data").time("timestamp");
        return said != null ? said : item.time("timestamp");
    }

    /** Since 2025 the user name stands in the title or in the address alone. */
    private static @Nullable AccountId account(JsonRecord item) {
        JsonRecord said = item.object("string_list_data");
        return Stream.of(said.text("value"), item.text("title"), said.text("href"))
                .map(People::user)
                .filter(Objects::nonNull)
                .findFirst()
                .orElseGet(() -> labelled(item.objects("label_values"), 0));
    }

    /** Whose publication it is; the address and the value are the publication's own. */
    private static @Nullable AccountId author(JsonRecord item) {
        AccountId titled = People.user(item.text("title"));
        return titled != null ? titled : labelled(item.objects("label_values"), 0);
    }

    /** Of pairs of labels and values, the owner is the one that has a profile's address. */
    private static @Nullable AccountId labelled(List<JsonRecord> pairs, int depth) {
        for (JsonRecord pair : pairs) {
            AccountId account = People.user(pair.text("href"));
            if (account == null && depth > 0 && pair.text("value") != null) {
                String value = pair.text("value");
                account = value != null && value.contains("://") ? People.user(value) : null;
            }
            if (account == null && depth < DEEPEST) {
                account = labelled(pair.objects("dict"), depth + 1);
            }
            if (account != null) {
                return account;
            }
        }
        return null;
    }

    private static Reading hashtag(JsonRecord item) throws UnreadableRecord {
        JsonRecord said = item.object("string_list_data");
        String name = said.text("value") != null ? said.text("value") : item.text("title");
        if (name == null || name.replace("#", "").isBlank()) {
            throw new UnreadableRecord("the record names no hashtag");
        }
        return item.keep(
                List.of(
                        new Fact.Interest(
                                I,
                                Fact.Topic.HASHTAG,
                                name.replace("#", ""),
                                said.time("timestamp"))));
    }
}
