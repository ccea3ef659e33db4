package org.kithway.connector.linkedin;

import org.jspecify.annotations.Nullable;
import org.kithway.connector.ExportText;
import org.kithway.connector.MailAddress;
import org.kithway.connector.ProfileAddress;
import org.kithway.model.AccountId;
import org.kithway.model.Site;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Who is meant: the one canonical spelling of each way in which an export names somebody. */
final class Accounts {
    static final Site LINKEDIN = new Site("linkedin");
    static final Site TWITTER = new Site("twitter");

    /** What LinkedIn writes in place of the name of somebody who left. */
    static final String CLOSED = "LinkedIn Member";

    private static final int LONGEST_KEY = 512;
    private static final Pattern MEMBER = Pattern.compile("urn:li:member:\\d{1,19}");
    private static final Pattern HANDLE = Pattern.compile("@?([A-Za-z0-9_]{1,20})");

    private Accounts() {}

    /**
     * The account behind a profile's address or a member's number, or null if the text is neither.
     */
    static @Nullable AccountId profile(@Nullable String text) {
        if (text == null) {
            return null;
        }
        if (MEMBER.matcher(text).matches()) {
            return AccountId.of(LINKEDIN, text);
        }
        AccountId account = ProfileAddress.account(text);
        return account != null && account.site().equals(LINKEDIN) ? account : null;
    }

    /** The address as an account, or null if the text is no address. */
    static @Nullable AccountId email(@Nullable String text) {
        return MailAddress.account(text);
    }

    /** The account at Twitter, or null if the text is no handle. */
    static @Nullable AccountId twitter(String text) {
        Matcher handle = HANDLE.matcher(text.strip());
        return handle.matches()
                ? AccountId.of(TWITTER, '@' + handle.group(1).toLowerCase(Locale.ROOT))
                : null;
    }

    /** An account of which the export gives the name alone; null if it gives none. */
    static @Nullable AccountId named(@Nullable String name) {
        String plain = name(name);
        return plain == null ? null : AccountId.named(LINKEDIN, plain);
    }

    /**
     * The parts as one name with single blanks; null if nothing is left, or where it is only the
     * stand-in for a closed account.
     */
    static @Nullable String name(@Nullable String... parts) {
        StringBuilder joined = new StringBuilder();
        for (String part : parts) {
            if (part != null) {
                joined.append(' ').append(part);
            }
        }
        String name = ExportText.inOneLine(joined.toString().strip());
        return name.isEmpty() || name.length() > LONGEST_KEY || name.equalsIgnoreCase(CLOSED)
                ? null
                : name;
    }
}
