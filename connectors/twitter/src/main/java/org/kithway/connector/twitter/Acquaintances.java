package org.kithway.connector.twitter;

import org.kithway.model.AccountId;
import org.kithway.model.Fact;

import java.util.List;

/** Tells once of each other account what it is called and which number and handle are one. */
final class Acquaintances {
    private final Recent<Who> told = new Recent<>();

    /** The account that a tie goes to, after having told of it. */
    AccountId introduce(Who who, List<Fact> facts) {
        AccountId account = who.account();
        if (told.seen(who) == 0) {
            if (who.name() != null) {
                facts.add(new Fact.Described(account, Fact.Trait.NAME, who.name()));
            }
            if (who.number() != null && who.handle() != null) {
                facts.add(new Fact.SameAs(who.number(), who.handle()));
            }
        }
        return account;
    }
}
