package org.kithway.connector.instagram;

import org.jspecify.annotations.Nullable;
import org.kithway.connector.JsonRecord;
import org.kithway.connector.ProfileAddress;
import org.kithway.connector.Reading;
import org.kithway.connector.UnreadableRecord;
import org.kithway.model.AccountId;
import org.kithway.model.Fact;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * The owner's profile, posts and comments. Whoever may read a post, the profile says: all where the
 * account is public. Who may read a comment depends on the account under whose post it stands, of
 * which the archive says nothing.
 */
final class Publications {
    private static final AccountId I = AccountId.OWNER;

    private final People people;
    private final boolean keepsTexts;
    private boolean isPublic;

    Publications(People people, boolean keepsTexts) {
        this.people = people;
        this.keepsTexts = keepsTexts;
    }

    /** Telephone, e-mail address, birthday and gender stand in the same record and are left out. */
    Reading profile(JsonRecord item) throws UnreadableRecord {
        JsonRecord map = item.object("string_map_data");
        List<Fact> facts = new ArrayList<>();
        String name = People.name(value(map, Labels.NAME));
        people.isOwner(name);
        describe(Fact.Trait.NAME, name, facts);
        describe(Fact.Trait.SUMMARY, value(map, Labels.BIO), facts);
        AccountId account = People.user(value(map, Labels.USERNAME));
        if (account != null) {
            people.owns(account);
            people.isOwner(account.key());
            facts.add(new Fact.SameAs(I, account));
        }
        AccountId site = ProfileAddress.account(value(map, Labels.WEBSITE));
        if (site != null
                && InstagramConnector.SITES.contains(site.site())
                && !site.equals(account)) {
            facts.add(new Fact.SameAs(I, site));
        }
        isPublic |= "False".equalsIgnoreCase(value(map, Labels.PRIVATE_ACCOUNT));
        if (facts.isEmpty()) {
            return item.withhold("nothing that is read");
        }
        return item.keep(facts);
    }

    /** The owner's account, or null where the profile's labels are not known. */
    static @Nullable AccountId account(JsonRecord item) {
        return People.user(value(item.object("string_map_data"), Labels.USERNAME));
    }

    Reading post(JsonRecord item) {
        JsonRecord media = item.object("media");
        String text = item.text("title") != null ? item.text("title") : media.text("title");
        Instant at =
                Stream.of(item.time("creation_timestamp"), media.time("creation_timestamp"))
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null);
        List<Fact> facts = new ArrayList<>();
        if (text != null && (isPublic || keepsTexts)) {
            facts.add(new Fact.Published(I, Fact.Form.POST, text, null, at));
        }
        mention(text, at, facts);
        return facts.isEmpty()
                ? item.withhold(text == null ? "no text" : "audience not stated")
                : item.keep(facts);
    }

    Reading comment(JsonRecord item) {
        JsonRecord map = item.object("string_map_data");
        JsonRecord said = item.object("string_list_data");
        String text = map.values().isEmpty() ? said.text("value") : value(map, Labels.COMMENT);
        Instant at = map.values().isEmpty() ? said.time("timestamp") : time(map);
        AccountId owner =
                People.user(
                        map.values().isEmpty()
                                ? item.text("title")
                                : value(map, Labels.MEDIA_OWNER));
        List<Fact> facts = new ArrayList<>();
        if (owner != null && !people.isOwner(owner)) {
            facts.add(new Fact.Interacted(I, owner, Fact.Act.COMMENT, at));
            people.introduce(owner, owner.key(), facts);
        }
        mention(text, at, facts);
        if (text != null && keepsTexts) {
            facts.add(new Fact.Published(I, Fact.Form.COMMENT, text, null, at));
        }
        return facts.isEmpty() ? item.withhold("names nobody") : item.keep(facts);
    }

    private void mention(@Nullable String text, @Nullable Instant at, List<Fact> facts) {
        for (AccountId mentioned : people.mentioned(text)) {
            facts.add(new Fact.Interacted(I, mentioned, Fact.Act.MENTION, at));
            people.introduce(mentioned, mentioned.key(), facts);
        }
    }

    /** The only time among the labels, whatever it is called. */
    private static @Nullable Instant time(JsonRecord map) {
        return map.values().keySet().stream()
                .map(label -> map.object(label).time("timestamp"))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable String value(JsonRecord map, Labels label) {
        return map.values().entrySet().stream()
                .filter(entry -> label.is(entry.getKey()))
                .map(Map.Entry::getKey)
                .map(name -> map.object(name).text("value"))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static void describe(Fact.Trait trait, @Nullable String text, List<Fact> facts) {
        if (text != null) {
            facts.add(new Fact.Described(I, trait, text));
        }
    }
}
