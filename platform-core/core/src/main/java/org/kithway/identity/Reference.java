package org.kithway.identity;

import org.kithway.identity.name.PersonName;
import org.kithway.model.AccountId;
import org.kithway.model.Fact;

import java.util.Collection;
import java.util.List;
import java.util.SortedSet;

/**
 * What is known of an account, or of accounts that strong identifiers join, that tells whose they
 * are. Equal facts give equal references, in whatever order they come.
 *
 * @param accounts one or more
 * @param names as read, each once
 * @param handles what people choose as the name of an account or mailbox, in lower case
 * @param towns the most exact part of each place
 */
public record Reference(
        SortedSet<AccountId> accounts,
        List<PersonName> names,
        List<String> handles,
        List<Employment> employments,
        List<Schooling> schools,
        List<String> towns,
        Contacts contacts) {
    /**
     * Puts the facts together; O(n log n).
     *
     * @param facts those about the accounts; others may be among them and say nothing here
     */
    public static Reference of(
            Collection<AccountId> accounts, Collection<Fact> facts, Contacts contacts) {
        return new ReferenceReader().read(accounts, facts).with(contacts);
    }

    /** The same of somebody who knows these. */
    public Reference with(Contacts others) {
        return new Reference(accounts, names, handles, employments, schools, towns, others);
    }

    /** Whether nothing but names, which identify nobody, stands behind it. */
    public boolean isNameOnly() {
        return accounts.stream().allMatch(AccountId::isName);
    }
}
