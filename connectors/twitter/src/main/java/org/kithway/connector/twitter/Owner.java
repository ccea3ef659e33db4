package org.kithway.connector.twitter;

import org.jspecify.annotations.Nullable;
import org.kithway.model.AccountId;

/**
 * Whose archive it is, as far as the archive says.
 *
 * @param who null if it does not say
 * @param isProtected whether only those may read the owner's tweets whom the owner let in
 */
record Owner(@Nullable Who who, boolean isProtected) {
    boolean is(AccountId account) {
        return who != null && (account.equals(who.number()) || account.equals(who.handle()));
    }

    /** Either of the two names is the owner's. */
    boolean is(Who other) {
        return (other.number() != null && is(other.number()))
                || (other.handle() != null && is(other.handle()));
    }

    @Nullable AccountId account() {
        return who == null ? null : who.account();
    }
}
