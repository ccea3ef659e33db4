package org.kithway.connector;

import org.jspecify.annotations.Nullable;
import org.kithway.model.AccountId;
import org.kithway.model.Site;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The account that a profile's web address stands for. All connectors spell an account's key as
 * this does, so that an address in one site's export meets the account in another's:
 *
 * <ul>
 *   <li>{@code linkedin}: the last part of {@code /in/…}, decoded and in lower case
 *   <li>{@code twitter}: {@code @handle} in lower case, or the number of {@code /i/user/…}
 *   <li>{@code facebook}: the number of {@code profile.php?id=…} or {@code /people/name/…}, else
 *       the user name in lower case without dots, which Facebook does not tell apart
 *   <li>{@code instagram}, {@code github}: the user name in lower case
 *   <li>{@code myspace}: the number, else the page's name in lower case
 *   <li>{@code blogger}, {@code googleplus}: the number of the profile
 *   <li>{@code mastodon}: {@code user@host} in lower case
 * </ul>
 */
public final class ProfileAddress {
    private static final int LONGEST = 2_000;
    private static final int LONGEST_KEY = 512;
    private static final String HOST = "(?:https?://)?(?:[a-z0-9-]+\\.)*";
    private static final String END = "/?(?:[?#].*)?";

    private static final List<Form> FORMS =
            List.of(
                    new Form("linkedin", "linkedin\\.com/(?:mwlite/)?in/([^/?#]+).*", Key.LOWER),
                    new Form("twitter", "(?:twitter|x)\\.com/i/user/(\\d{1,20})" + END, Key.AS_IS),
                    new Form(
                            "twitter",
                            "(?:twitter|x)\\.com/(?:#!/)?@?(\\w{1,20})" + END,
                            Key.HANDLE,
                            Set.of("home", "intent", "i", "search", "hashtag", "share", "login")),
                    new Form(
                            "facebook",
                            "(?:facebook|fb)\\.com/profile\\.php\\?(?:.*&)?id=(\\d{1,20})(?:[&#].*)?",
                            Key.AS_IS),
                    new Form(
                            "facebook",
                            "(?:facebook|fb)\\.com/people/[^/]+/(\\d{1,20})" + END,
                            Key.AS_IS),
                    new Form(
                            "facebook",
                            "(?:facebook|fb)\\.com/([a-z0-9.]{3,60})" + END,
                            Key.WITHOUT_DOTS,
                            Set.of(
                                    "profile.php",
                                    "groups",
                                    "pages",
                                    "events",
                                    "watch",
                                    "people",
                                    "help",
                                    "home.php",
                                    "photo.php",
                                    "sharer.php")),
                    new Form(
                            "instagram",
                            "instagram\\.com/(?:_u/)?([a-z0-9._]{1,30})" + END,
                            Key.LOWER,
                            Set.of("explore", "accounts", "p", "reel", "stories")),
                    new Form(
                            "github",
                            "(?<!gist\\.)github\\.com/([a-z0-9][a-z0-9-]{0,38})" + END,
                            Key.LOWER,
                            Set.of("about", "features", "orgs", "settings", "login", "topics")),
                    new Form(
                            "myspace",
                            "myspace\\.com/(?:index\\.cfm\\?.*friendid=)?([\\w.-]{1,60})(?:[&/?#].*)?",
                            Key.LOWER,
                            Set.of("index.cfm", "discover", "browse", "music", "search")),
                    new Form(
                            "blogger",
                            "(?:blogger|draft\\.blogger)\\.com/profile/(\\d{1,25})" + END,
                            Key.AS_IS),
                    new Form(
                            "googleplus",
                            "(?:plus|profiles)\\.google\\.com/(?:u/\\d/)?(\\d{15,25})(?:[/?#].*)?",
                            Key.AS_IS));

    private static final Pattern MASTODON =
            Pattern.compile(
                    "https?://((?:[a-z0-9-]+\\.)+[a-z0-9-]{2,})/(?:@|users/)(\\w+(?:[\\w.-]*\\w)?)"
                            + END,
                    Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private ProfileAddress() {}

    /** How a site's key is made of the part of the address that names the account. */
    private enum Key {
        AS_IS,
        LOWER,
        HANDLE,
        WITHOUT_DOTS;

        String of(String name) {
            return switch (this) {
                case AS_IS -> name;
                case LOWER -> name.toLowerCase(Locale.ROOT);
                case HANDLE -> "@" + name.toLowerCase(Locale.ROOT);
                case WITHOUT_DOTS -> name.toLowerCase(Locale.ROOT).replace(".", "");
            };
        }
    }

    /** One form that addresses of a site have; the first group names the account. */
    private record Form(Site site, Pattern pattern, Key key, Set<String> pages) {
        Form(String site, String pattern, Key key) {
            this(site, pattern, key, Set.of());
        }

        Form(String site, String pattern, Key key, Set<String> pages) {
            this(
                    new Site(site),
                    Pattern.compile(HOST + pattern, Pattern.CASE_INSENSITIVE | Pattern.DOTALL),
                    key,
                    pages);
        }

        /** Whether the text names the site's host at all: that is found out soonest. */
        boolean mayBe(String lower) {
            return switch (site.name()) {
                case "twitter" -> lower.contains("twitter.com") || lower.contains("x.com");
                case "facebook" -> lower.contains("facebook.com") || lower.contains("fb.com");
                case "googleplus" -> lower.contains("google.com");
                default -> lower.contains(site.name() + ".com");
            };
        }

        @Nullable AccountId account(String address) {
            Matcher parts = pattern.matcher(address);
            if (!parts.matches()) {
                return null;
            }
            String name = Normalizer.normalize(decoded(parts.group(1)), Normalizer.Form.NFC);
            String made = key.of(name.strip());
            boolean legal =
                    !made.isBlank()
                            && made.length() <= LONGEST_KEY
                            && made.codePoints().noneMatch(ProfileAddress::isUnwritable)
                            && !pages.contains(name.toLowerCase(Locale.ROOT));
            return legal ? AccountId.of(site, made) : null;
        }
    }

    /**
     * The account, or null if the text is no address of a person's profile at a site that is known
     * here. Takes addresses with and without scheme, of any country's host, percent-encoded or
     * decoded.
     */
    public static @Nullable AccountId account(@Nullable String address) {
        if (address == null || address.length() > LONGEST) {
            return null;
        }
        String plain = address.strip();
        String lower = plain.toLowerCase(Locale.ROOT);
        for (Form form : FORMS) {
            AccountId account = form.mayBe(lower) ? form.account(plain) : null;
            if (account != null) {
                return account;
            }
        }
        Matcher mastodon = MASTODON.matcher(plain);
        return mastodon.matches() && !isKnown(mastodon.group(1))
                ? AccountId.of(
                        new Site("mastodon"),
                        (mastodon.group(2) + '@' + mastodon.group(1)).toLowerCase(Locale.ROOT))
                : null;
    }

    /** Large sites that write addresses like Mastodon's and are none. */
    private static boolean isKnown(String host) {
        String lower = host.toLowerCase(Locale.ROOT);
        return List.of("youtube.com", "tiktok.com", "medium.com", "threads.net", "flickr.com")
                .stream()
                .anyMatch(site -> lower.equals(site) || lower.endsWith("." + site));
    }

    private static boolean isUnwritable(int codePoint) {
        return Character.isISOControl(codePoint)
                || Character.getType(codePoint) == Character.SURROGATE;
    }

    private static String decoded(String segment) {
        try {
            String decoded = URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
            return decoded.indexOf('\uFFFD') < 0 ? decoded : segment;
        } catch (IllegalArgumentException e) {
            return segment;
        }
    }
}
