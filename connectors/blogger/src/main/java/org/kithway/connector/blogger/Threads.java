package org.kithway.connector.blogger;

import org.jspecify.annotations.Nullable;
import org.kithway.model.AccountId;
import org.kithway.model.Fact;

import java.util.ArrayList;
import java.util.List;

/**
 * What entries say, read in the order of the feed: who wrote a post or comment is remembered for
 * those that answer it.
 */
final class Threads {
    private final Owner owner;

    /** Authors of posts; the owner's are many and left out where the owner is known. */
    private final Recent<AccountId> posts = new Recent<>();

    /** Authors of comments, by id and by own address. */
    private final Recent<AccountId> comments = new Recent<>();

    Threads(Owner owner) {
        this.owner = owner;
    }

    /** The facts of a post or page; empty if it has no words. */
    List<Fact> post(Entry entry, Author author) throws UnreadableEntry {
        List<Fact> facts = new ArrayList<>();
        AccountId account = account(author, facts);
        String id = entry.id();
        if (id != null && !(owner.isKnown() && account.equals(AccountId.OWNER))) {
            posts.put(id, account);
        }
        String text = entry.article();
        if (text.isEmpty()) {
            return List.of();
        }
        facts.add(
                new Fact.Published(
                        account, Fact.Form.ARTICLE, text, entry.address(), entry.publishedAt()));
        return facts;
    }

    /**
     * The facts of a comment; empty if it has no words and answers nobody.
     *
     * @param owned whether the blog is one of the owner's
     */
    List<Fact> comment(Entry entry, Author author, boolean owned) throws UnreadableEntry {
        List<Fact> facts = new ArrayList<>();
        AccountId account = account(author, facts);
        if (entry.id() != null) {
            comments.put(entry.id(), account);
        }
        if (entry.self() != null) {
            comments.put(entry.self(), account);
        }
        int known = facts.size();
        String words = entry.words();
        if (!words.isEmpty()) {
            facts.add(
                    new Fact.Published(
                            account,
                            Fact.Form.COMMENT,
                            words,
                            entry.address(),
                            entry.publishedAt()));
        }
        AccountId answered = entry.answered() == null ? null : comments.get(entry.answered());
        if (answered != null && !answered.equals(account)) {
            facts.add(new Fact.Interacted(account, answered, Fact.Act.REPLY, entry.publishedAt()));
        }
        AccountId writer = writer(entry.post(), owned);
        if (writer != null && !writer.equals(account)) {
            facts.add(new Fact.Interacted(account, writer, Fact.Act.COMMENT, entry.publishedAt()));
        }
        return facts.size() == known ? List.of() : facts;
    }

    /** Who wrote the post: of the blog's posts all that nobody else wrote are the owner's. */
    private @Nullable AccountId writer(@Nullable String post, boolean owned) {
        if (post == null) {
            return null;
        }
        AccountId writer = posts.get(post);
        return writer == null && owned && owner.isKnown() ? AccountId.OWNER : writer;
    }

    /** The account that facts speak of; introduces it. */
    private AccountId account(Author author, List<Fact> facts) {
        AccountId account = owner.account(author);
        boolean isOwner = account.equals(AccountId.OWNER);
        if (!isOwner && author.name() != null) {
            facts.add(new Fact.Described(account, Fact.Trait.NAME, author.name()));
        }
        if (author.email() != null && (isOwner || author.hasProfile())) {
            facts.add(new Fact.SameAs(account, author.email()));
        }
        return account;
    }
}
