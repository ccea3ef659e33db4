package org.kithway.connector.twitter;

import org.jspecify.annotations.Nullable;
import org.kithway.connector.ExportText;
import org.kithway.model.AccountId;
import org.kithway.model.Site;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Somebody as a record names them.
 *
 * @param number the account's number, which never changes, or null
 * @param handle the account's {@code @handle} at that time, or null; one of both is given
 * @param name what they call themselves, or null
 */
record Who(@Nullable AccountId number, @Nullable AccountId handle, @Nullable String name) {
    static final Site TWITTER = new Site("twitter");

    private static final Pattern NUMBER = Pattern.compile("[1-9]\\d{0,19}");
    private static final Pattern HANDLE = Pattern.compile("@?[A-Za-z0-9_]{1,20}");

    /** Null if neither text names an account; {@code -1} stands for one that is gone. */
    static @Nullable Who of(
            @Nullable String number, @Nullable String handle, @Nullable String name) {
        AccountId byNumber = numbered(number);
        AccountId byHandle = called(handle);
        return byNumber == null && byHandle == null
                ? null
                : new Who(byNumber, byHandle, plain(name));
    }

    static @Nullable AccountId numbered(@Nullable String number) {
        return number != null && NUMBER.matcher(number).matches()
                ? AccountId.of(TWITTER, number)
                : null;
    }

    static @Nullable AccountId called(@Nullable String handle) {
        if (handle == null || !HANDLE.matcher(handle).matches()) {
            return null;
        }
        String lower = handle.toLowerCase(Locale.ROOT);
        return AccountId.of(TWITTER, lower.startsWith("@") ? lower : "@" + lower);
    }

    /** The name in one line; null if nothing is left. */
    static @Nullable String plain(@Nullable String name) {
        String plain = name == null ? "" : ExportText.inOneLine(name);
        return plain.isEmpty() ? null : plain;
    }

    /** The account that ties go to. */
    AccountId account() {
        AccountId account = number == null ? handle : number;
        if (account == null) {
            throw new IllegalStateException("neither number nor handle");
        }
        return account;
    }
}
