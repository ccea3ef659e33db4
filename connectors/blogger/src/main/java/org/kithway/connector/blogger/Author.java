package org.kithway.connector.blogger;

import org.jspecify.annotations.Nullable;
import org.kithway.connector.MailAddress;
import org.kithway.connector.ProfileAddress;
import org.kithway.connector.XmlElement;
import org.kithway.model.AccountId;
import org.kithway.model.Site;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Who wrote a post or comment.
 *
 * @param account the profile's number, or the name where there is no profile
 * @param name null if the export gives the profile alone
 * @param email an address of the author's own, or null; Blogger's stand-in for all authors is none
 */
record Author(AccountId account, @Nullable String name, @Nullable AccountId email) {
    static final Site BLOGGER = new Site("blogger");
    static final Site GOOGLE_PLUS = new Site("googleplus");

    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final int LONGEST = 512;

    /** What Blogger calls a commenter without a name, in the blog's language. */
    private static final Set<String> NAMELESS =
            Set.of(
                    "anonim",
                    "anonimo",
                    "anonimowy",
                    "anoniem",
                    "anonym",
                    "anonyme",
                    "anonymní",
                    "anonymous",
                    "anonyymi",
                    "anònim",
                    "anónimo",
                    "anônimo",
                    "ανώνυμος",
                    "аноним",
                    "анонимный",
                    "анонім",
                    "אנונימי",
                    "غير معرف",
                    "匿名",
                    "익명",
                    "unknown");

    /** The author that an {@code author} element names, or null if it names nobody. */
    static @Nullable Author of(@Nullable XmlElement element) {
        if (element == null) {
            return null;
        }
        String written = element.text("name");
        String name = written == null ? null : BLANKS.matcher(written).replaceAll(" ");
        AccountId profile = profile(element.text("uri"));
        if (profile != null) {
            return new Author(profile, name, email(element.text("email")));
        }
        return name == null || NAMELESS.contains(name.toLowerCase(Locale.ROOT)) || !isKey(name)
                ? null
                : new Author(AccountId.named(BLOGGER, name), name, email(element.text("email")));
    }

    /** Commenters may give any address as theirs: only those that Blogger itself writes count. */
    private static @Nullable AccountId profile(@Nullable String uri) {
        AccountId account = ProfileAddress.account(uri);
        return account != null
                        && (account.site().equals(BLOGGER) || account.site().equals(GOOGLE_PLUS))
                ? account
                : null;
    }

    /** Blogger writes {@code noreply@blogger.com} for everybody who does not show an address. */
    private static @Nullable AccountId email(@Nullable String address) {
        AccountId email = MailAddress.account(address);
        return email != null && MailAddress.holder(email) == MailAddress.Holder.PERSON
                ? email
                : null;
    }

    private static boolean isKey(String text) {
        return text.length() <= LONGEST && text.codePoints().noneMatch(Character::isISOControl);
    }

    boolean hasProfile() {
        return !account.isName();
    }
}
