package org.kithway.connector.instagram;

import org.jspecify.annotations.Nullable;
import org.kithway.connector.ExportText;
import org.kithway.connector.ProfileAddress;
import org.kithway.model.AccountId;
import org.kithway.model.Fact;
import org.kithway.model.Site;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Who is meant. Most files give user names, which are unique; conversations give the names that
 * people show, which hold within one export alone.
 */
final class People {
    static final Site INSTAGRAM = new Site("instagram");

    private static final int LONGEST_KEY = 512;
    private static final int MOST_INTRODUCED = 10_000;
    private static final Pattern USERNAME = Pattern.compile("[A-Za-z0-9._]{1,30}");
    private static final Pattern MENTION =
            Pattern.compile("(?<![\\w@.])@([A-Za-z0-9_](?:[A-Za-z0-9._]{0,28}[A-Za-z0-9_])?)");

    private static final Pattern THREADS =
            Pattern.compile("https?://(?:www\\.)?threads\\.(?:net|com)/@?([A-Za-z0-9._]{1,30})/?");

    /** What stands in place of the name of somebody who left. */
    private static final Set<String> CLOSED =
            Set.of(
                    "instagram user",
                    "instagram-bruger",
                    "instagram-nutzer",
                    "instagram-gebruiker",
                    "instagram-användare",
                    "utilisateur instagram",
                    "usuario de instagram",
                    "utente di instagram",
                    "utente instagram",
                    "usuário do instagram",
                    "utilizador do instagram",
                    "instagrammer");

    private static final int MOST_MENTIONS = 30;

    private final Set<String> owner = new HashSet<>();
    private @Nullable AccountId own;
    private final Map<AccountId, Boolean> introduced =
            new LinkedHashMap<>(16, 0.75f, true) {
                private static final long serialVersionUID = 1;

                @Override
                protected boolean removeEldestEntry(Map.Entry<AccountId, Boolean> eldest) {
                    return size() > MOST_INTRODUCED;
                }
            };

    /** The name with single blanks; null if nothing is left, or where somebody left the site. */
    static @Nullable String name(@Nullable String text) {
        if (text == null) {
            return null;
        }
        String name = ExportText.inOneLine(text);
        return name.isEmpty()
                        || name.length() > LONGEST_KEY
                        || CLOSED.contains(name.toLowerCase(Locale.ROOT))
                ? null
                : name;
    }

    /** The account that a user name or a profile's address stands for, or null. */
    static @Nullable AccountId user(@Nullable String text) {
        if (text == null) {
            return null;
        }
        String plain = text.strip();
        Matcher threads = THREADS.matcher(plain);
        String username = threads.matches() ? threads.group(1) : plain;
        AccountId account =
                ProfileAddress.account(
                        USERNAME.matcher(username).matches()
                                ? "https://www.instagram.com/" + username
                                : plain);
        return account != null && account.site().equals(INSTAGRAM) ? account : null;
    }

    /** The accounts that a text mentions, each once. */
    List<AccountId> mentioned(@Nullable String text) {
        return text == null
                ? List.of()
                : MENTION.matcher(text)
                        .results()
                        .limit(MOST_MENTIONS)
                        .flatMap(mention -> Stream.ofNullable(user(mention.group(1))))
                        .filter(account -> !isOwner(account))
                        .distinct()
                        .toList();
    }

    /** Takes note of a name that the owner shows. */
    void isOwner(@Nullable String name) {
        String plain = name(name);
        if (plain != null) {
            owner.add(plain.toLowerCase(Locale.ROOT));
        }
    }

    /** Takes note of the owner's account. */
    void owns(AccountId account) {
        own = account;
    }

    boolean isOwner(AccountId account) {
        return account.equals(own);
    }

    boolean isOwnerKnown() {
        return !owner.isEmpty();
    }

    boolean isOwnerNamed(String name) {
        return name.isBlank() || owner.contains(name.strip().toLowerCase(Locale.ROOT));
    }

    /**
     * Tells the account's name where it was not told lately.
     *
     * @param facts to which the name is added
     */
    AccountId introduce(AccountId account, String name, List<Fact> facts) {
        if (introduced.put(account, true) == null) {
            facts.add(new Fact.Described(account, Fact.Trait.NAME, name));
        }
        return account;
    }
}
