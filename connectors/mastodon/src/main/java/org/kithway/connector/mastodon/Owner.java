package org.kithway.connector.mastodon;

import org.jspecify.annotations.Nullable;
import org.kithway.model.AccountId;

/**
 * Whose archive it is.
 *
 * @param account null if nothing says so
 * @param host the owner's server, or null
 */
record Owner(@Nullable AccountId account, @Nullable String host) {
    boolean is(AccountId other) {
        return other.equals(account);
    }
}
