package org.kithway.identity;

import org.kithway.model.AccountId;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Decides which accounts are one person: those that strong identifiers join (the same account id,
 * profile URL or e-mail address, or a member's own claim), each an edge that an export states. An
 * account that is known by name only joins nobody.
 */
public final class PersonResolver {
    private PersonResolver() {}

    /**
     * The accounts of the person to whom the account belongs, itself among them; O(accounts +
     * edges) of that person.
     *
     * @param sameAs the accounts that an export says belong to the same person as the given one;
     *     symmetric
     */
    public static SortedSet<AccountId> component(
            AccountId account, Function<AccountId, ? extends Iterable<AccountId>> sameAs) {
        SortedSet<AccountId> found = new TreeSet<>();
        found.add(account);
        if (account.isName()) {
            return Collections.unmodifiableSortedSet(found);
        }
        ArrayDeque<AccountId> open = new ArrayDeque<>();
        open.add(account);
        while (!open.isEmpty()) {
            for (AccountId next : sameAs.apply(open.remove())) {
                if (!next.isName() && found.add(next)) {
                    open.add(next);
                }
            }
        }
        return Collections.unmodifiableSortedSet(found);
    }
}
