package org.kithway.ingestion;

import org.jspecify.annotations.Nullable;
import org.kithway.model.AccountId;
import org.kithway.model.Fact;
import org.kithway.model.MemberId;

import java.util.function.UnaryOperator;

/** Puts accounts in the place of what an export means by them. */
final class Accounts {
    private Accounts() {}

    /**
     * The fact with the member's own account for "I" and with names bound to the member's exports;
     * null if it then says nothing, its two ends being one.
     */
    static @Nullable Fact resolve(Fact fact, MemberId member) {
        UnaryOperator<AccountId> meant =
                account -> {
                    if (account.equals(AccountId.OWNER)) {
                        return AccountId.member(member);
                    }
                    return account.isName() && !account.isMember()
                            ? bound(account, member)
                            : account;
                };
        AccountId subject = meant.apply(fact.subject());
        AccountId object = fact.object() == null ? null : meant.apply(fact.object());
        if (subject.equals(object)) {
            return null;
        }
        return with(fact, subject, object);
    }

    private static AccountId bound(AccountId name, MemberId member) {
        String key = member + "/" + name.key();
        return AccountId.named(name.site(), key.substring(0, Math.min(key.length(), 512)));
    }

    private static Fact with(Fact fact, AccountId subject, @Nullable AccountId object) {
        return switch (fact) {
            case Fact.Described f -> new Fact.Described(subject, f.trait(), f.text());
            case Fact.Position f ->
                    new Fact.Position(
                            subject,
                            f.organization(),
                            f.title(),
                            f.description(),
                            f.place(),
                            f.from(),
                            f.to(),
                            f.asOf());
            case Fact.Education f ->
                    new Fact.Education(
                            subject, f.school(), f.degree(), f.notes(), f.from(), f.to());
            case Fact.Skill f -> new Fact.Skill(subject, f.skill());
            case Fact.Interest f -> new Fact.Interest(subject, f.topic(), f.name(), f.since());
            case Fact.Published f ->
                    new Fact.Published(subject, f.form(), f.text(), f.url(), f.at());
            case Fact.SameAs f -> new Fact.SameAs(subject, other(object));
            case Fact.Connected f -> new Fact.Connected(subject, other(object), f.since());
            case Fact.Invited f -> new Fact.Invited(subject, other(object), f.at());
            case Fact.Follows f -> new Fact.Follows(subject, other(object), f.since());
            case Fact.Keeps f -> new Fact.Keeps(subject, other(object));
            case Fact.Messaged f ->
                    new Fact.Messaged(
                            subject, other(object), f.at(), f.participants(), f.ordinal());
            case Fact.Interacted f -> new Fact.Interacted(subject, other(object), f.act(), f.at());
            case Fact.Endorsed f -> new Fact.Endorsed(subject, other(object), f.skill(), f.at());
            case Fact.Recommended f ->
                    new Fact.Recommended(subject, other(object), f.text(), f.at());
        };
    }

    private static AccountId other(@Nullable AccountId object) {
        if (object == null) {
            throw new IllegalStateException("a fact about two accounts has two");
        }
        return object;
    }
}
