package org.kithway.connector.twitter;

import org.jspecify.annotations.Nullable;
import org.kithway.connector.JsonRecord;
import org.kithway.connector.MailAddress;
import org.kithway.connector.Reading;
import org.kithway.connector.UnreadableRecord;
import org.kithway.model.AccountId;
import org.kithway.model.Fact;
import org.kithway.model.Place;

import java.util.ArrayList;
import java.util.List;

/** Files about the owner's account, and whom it follows. */
final class OwnFiles {
    private OwnFiles() {}

    /** {@code account.js}. */
    static Reading account(Place place, JsonRecord account) throws UnreadableRecord {
        List<Fact> facts = new ArrayList<>();
        same(account.text("accountId"), account.text("username"), facts);
        AccountId email = MailAddress.account(account.text("email"));
        if (email != null && MailAddress.holder(email) == MailAddress.Holder.PERSON) {
            facts.add(new Fact.SameAs(AccountId.OWNER, email));
        }
        describe(Fact.Trait.NAME, account.text("accountDisplayName"), facts);
        return stated(place, facts);
    }

    /** {@code user_details.js}, before August 2018. */
    static Reading userDetails(Place place, JsonRecord details) throws UnreadableRecord {
        List<Fact> facts = new ArrayList<>();
        same(details.text("id"), details.text("screen_name"), facts);
        describe(Fact.Trait.NAME, details.text("full_name"), facts);
        describe(Fact.Trait.SUMMARY, details.text("bio"), facts);
        describe(Fact.Trait.PLACE, details.text("location"), facts);
        return stated(place, facts);
    }

    /** {@code profile.js}. */
    static Reading profile(Place place, JsonRecord profile) {
        JsonRecord description = profile.object("description");
        List<Fact> facts = new ArrayList<>();
        describe(Fact.Trait.SUMMARY, description.text("bio"), facts);
        describe(Fact.Trait.PLACE, description.text("location"), facts);
        return facts.isEmpty()
                ? new Reading.Withheld(place, "no text")
                : new Reading.Statement(place, facts);
    }

    /** {@code following.js}. */
    static Reading following(Place place, JsonRecord other) throws UnreadableRecord {
        return new Reading.Statement(
                place, List.of(new Fact.Follows(AccountId.OWNER, number(other), null)));
    }

    /** {@code follower.js}. */
    static Reading follower(Place place, JsonRecord other) throws UnreadableRecord {
        return new Reading.Statement(
                place, List.of(new Fact.Follows(number(other), AccountId.OWNER, null)));
    }

    private static AccountId number(JsonRecord other) throws UnreadableRecord {
        AccountId account = Who.numbered(other.need("accountId"));
        if (account == null) {
            throw new UnreadableRecord("field 'accountId' is not the number of an account");
        }
        return account;
    }

    private static void same(@Nullable String number, @Nullable String handle, List<Fact> facts) {
        Who who = Who.of(number, handle, null);
        if (who != null && who.number() != null) {
            facts.add(new Fact.SameAs(AccountId.OWNER, who.number()));
        }
        if (who != null && who.handle() != null) {
            facts.add(new Fact.SameAs(AccountId.OWNER, who.handle()));
        }
    }

    private static void describe(Fact.Trait trait, @Nullable String text, List<Fact> facts) {
        String plain = trait == Fact.Trait.SUMMARY ? text : Who.plain(text);
        if (plain != null) {
            facts.add(new Fact.Described(AccountId.OWNER, trait, Tweets.unescaped(plain)));
        }
    }

    private static Reading stated(Place place, List<Fact> facts) throws UnreadableRecord {
        if (facts.isEmpty()) {
            throw new UnreadableRecord("the record names no account: download the archive again");
        }
        return new Reading.Statement(place, facts);
    }
}
