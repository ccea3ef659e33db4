package org.kithway.connector.linkedin;

import org.jspecify.annotations.Nullable;
import org.kithway.model.AccountId;
import org.kithway.model.Fact;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What the files read so far show of the archive's owner. No file states the owner's own profile
 * address; invitations and messages give it away.
 */
final class Owner {
    /** Enough for every way in which an archive spells one account. */
    private static final int MOST_ACCOUNTS = 16;

    private final Set<AccountId> accounts = new HashSet<>();
    private @Nullable String name;

    void isCalled(@Nullable String name) {
        this.name = name == null ? null : name.toLowerCase(Locale.ROOT);
    }

    /** Whether the name is the profile's; false where no profile was read. */
    boolean isNamed(@Nullable String other) {
        return name != null && other != null && name.equals(other.toLowerCase(Locale.ROOT));
    }

    boolean is(@Nullable AccountId account) {
        return account != null && accounts.contains(account);
    }

    /** Whether an address of the owner's profile is known, not only a member's number. */
    boolean hasProfile() {
        return accounts.stream().anyMatch(account -> !account.key().startsWith("urn:"));
    }

    /** Takes note of an account of the owner; states it when it is new. */
    void learn(@Nullable AccountId account, List<Fact> facts) {
        if (account != null && accounts.size() < MOST_ACCOUNTS && accounts.add(account)) {
            facts.add(new Fact.SameAs(AccountId.OWNER, account));
        }
    }
}
