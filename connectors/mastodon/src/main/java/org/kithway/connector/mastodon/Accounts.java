package org.kithway.connector.mastodon;

import org.jspecify.annotations.Nullable;
import org.kithway.connector.ProfileAddress;
import org.kithway.model.AccountId;
import org.kithway.model.Site;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Who is meant: {@code user@host} of each way in which an archive names somebody. */
final class Accounts {
    static final Site MASTODON = new Site("mastodon");

    private static final int LONGEST = 300;
    private static final Pattern ADDRESS =
            Pattern.compile(
                    "@?(\\w(?:[\\w.-]*\\w)?)(?:@((?:[\\p{L}\\p{N}-]+\\.)+[\\p{L}\\p{N}-]{2,}(?::\\d{1,5})?))?");
    private static final Pattern HOST =
            Pattern.compile(
                    "https?://((?:[a-z0-9-]+\\.)+[a-z0-9-]{2,}(?::\\d{1,5})?)(?:/.*)?",
                    Pattern.CASE_INSENSITIVE);

    /** An actor's address, or that of something that an actor published. */
    private static final Pattern OF_AN_ACTOR =
            Pattern.compile("(https?://[^/\\s]+/(?:users/|@)[^/?#\\s]+)(?:[/?#].*)?");

    private Accounts() {}

    /** Whether the text is a whole address, {@code user@host}. */
    static boolean isAddress(String text) {
        Matcher parts = ADDRESS.matcher(text);
        return text.length() <= LONGEST && parts.matches() && parts.group(2) != null;
    }

    /**
     * The account of {@code user@host} or, if a host is given for those of the same server, of
     * {@code user}; null if the text is neither.
     */
    static @Nullable AccountId addressed(@Nullable String text, @Nullable String localHost) {
        if (text == null || text.length() > LONGEST) {
            return null;
        }
        Matcher parts = ADDRESS.matcher(text);
        if (!parts.matches()) {
            return null;
        }
        String host = parts.group(2) == null ? localHost : parts.group(2);
        return host == null
                ? null
                : AccountId.of(MASTODON, (parts.group(1) + '@' + host).toLowerCase(Locale.ROOT));
    }

    /** Whose address this is, or who published what stands there; null if the address hides it. */
    static @Nullable AccountId of(@Nullable String uri) {
        Matcher actor = OF_AN_ACTOR.matcher(uri == null ? "" : uri);
        AccountId account = actor.matches() ? ProfileAddress.account(actor.group(1)) : null;
        return account != null && account.site().equals(MASTODON) ? account : null;
    }

    static @Nullable String host(@Nullable String uri) {
        Matcher host = HOST.matcher(uri == null ? "" : uri);
        return host.matches() ? host.group(1).toLowerCase(Locale.ROOT) : null;
    }

    /** Letters of any alphabet may stand in a server's name. */
    static boolean isHost(String text) {
        return addressed("a@" + text, null) != null;
    }
}
