package org.kithway.connector.blogger;

import org.jspecify.annotations.Nullable;
import org.kithway.model.AccountId;
import org.kithway.model.Fact;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Whose export it is: whom the blogs themselves name as theirs; where none does, the one author who
 * wrote them all. Google hands out a blog to those alone who administer it.
 */
final class Owner {
    private final Map<AccountId, Author> authors = new TreeMap<>();

    private Owner() {}

    static Owner of(List<Feed> feeds) {
        Owner owner = new Owner();
        for (Feed feed : feeds) {
            if (feed.owner() != null) {
                owner.authors.put(feed.owner().account(), feed.owner());
            }
        }
        if (owner.authors.isEmpty()) {
            Map<AccountId, Author> writers = new HashMap<>();
            feeds.forEach(feed -> writers.putAll(feed.writers()));
            if (writers.size() == 1) {
                owner.authors.putAll(writers);
            }
        }
        return owner;
    }

    boolean isKnown() {
        return !authors.isEmpty();
    }

    /** The owner's only profile, or null if there is none or more than one. */
    @Nullable AccountId profile() {
        List<AccountId> profiles =
                authors.keySet().stream().filter(account -> !account.isName()).toList();
        return profiles.size() == 1 ? profiles.getFirst() : null;
    }

    /** The account that facts about the author speak of. */
    AccountId account(Author author) {
        return authors.containsKey(author.account()) ? AccountId.OWNER : author.account();
    }

    /** That the profiles are the owner's, and what they are called. */
    List<Fact> introduction() {
        List<Fact> facts = new ArrayList<>();
        for (Author author : authors.values()) {
            if (author.hasProfile()) {
                facts.add(new Fact.SameAs(AccountId.OWNER, author.account()));
                if (author.name() != null) {
                    facts.add(new Fact.Described(author.account(), Fact.Trait.NAME, author.name()));
                }
            }
            if (author.email() != null) {
                facts.add(new Fact.SameAs(AccountId.OWNER, author.email()));
            }
        }
        return facts;
    }
}
