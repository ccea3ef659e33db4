package org.kithway.model;

import java.util.Comparator;
import java.util.Locale;

/**
 * One account at one site: what a person is called there.
 *
 * <p>An {@linkplain Kind#IDENTIFIER identifier} is unique at its site, so that two statements with
 * the same identifier speak of one person. A {@linkplain Kind#NAME name} is all that some exports
 * give of a contact; it holds within the export it came from and identifies nobody beyond it.
 *
 * @param key 1 to 512 characters without controls such as line breaks, compared exactly;
 *     identifiers come in the site's canonical spelling
 */
public record AccountId(Site site, Kind kind, String key) implements Comparable<AccountId> {
    /** What the key of an account is. */
    public enum Kind {
        IDENTIFIER,
        NAME
    }

    /**
     * The member whose export is being read. Intake puts that member's own account in its place;
     * connectors use it wherever an export says "I".
     */
    public static final AccountId OWNER = new AccountId(Site.KITHWAY, Kind.IDENTIFIER, "owner");

    private static final int LONGEST = 512;
    private static final Comparator<AccountId> ORDER =
            Comparator.comparing(AccountId::kind)
                    .thenComparing(AccountId::site)
                    .thenComparing(AccountId::key);

    public AccountId {
        if (key.isBlank() || key.length() > LONGEST) {
            throw new IllegalArgumentException("account key is blank or longer than 512");
        }
        if (isUnwritable(key)) {
            throw new IllegalArgumentException(
                    "account key holds a control character or half a character");
        }
    }

    public static AccountId of(Site site, String identifier) {
        return new AccountId(site, Kind.IDENTIFIER, identifier);
    }

    private static boolean isUnwritable(String key) {
        for (int i = 0; i < key.length(); i++) {
            char c = key.charAt(i);
            if (Character.isHighSurrogate(c)
                    && i + 1 < key.length()
                    && Character.isLowSurrogate(key.charAt(i + 1))) {
                i++;
            } else if (Character.isISOControl(c) || Character.isSurrogate(c)) {
                return true;
            }
        }
        return false;
    }

    /** An account known by name only. */
    public static AccountId named(Site site, String name) {
        return new AccountId(site, Kind.NAME, name.strip());
    }

    /** The e-mail address as an account; trimmed and in lower case. */
    public static AccountId email(String address) {
        return of(Site.EMAIL, address.strip().toLowerCase(Locale.ROOT));
    }

    /**
     * The telephone number as an account.
     *
     * @param number in the form of E.164: a plus sign and 2 to 15 digits, other marks are dropped
     * @throws IllegalArgumentException if it is not
     */
    public static AccountId phone(String number) {
        String plain = number.replaceAll("[^+0-9]", "");
        if (!plain.matches("\\+[1-9][0-9]{1,14}")) {
            throw new IllegalArgumentException("telephone number is not in international form");
        }
        return of(Site.PHONE, plain);
    }

    public static AccountId member(MemberId member) {
        return of(Site.KITHWAY, member.value());
    }

    public boolean isMember() {
        return site.equals(Site.KITHWAY);
    }

    public boolean isName() {
        return kind == Kind.NAME;
    }

    @Override
    public int compareTo(AccountId other) {
        return ORDER.compare(this, other);
    }

    /** {@code site:key}, or {@code site~key} for a name; {@link #parse} reads it back. */
    @Override
    public String toString() {
        return site.name() + (kind == Kind.NAME ? '~' : ':') + key;
    }

    /**
     * Reads what {@link #toString} wrote.
     *
     * @throws IllegalArgumentException if there is no separator or a part is not legal
     */
    public static AccountId parse(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == ':' || c == '~') {
                return new AccountId(
                        new Site(text.substring(0, i)),
                        c == '~' ? Kind.NAME : Kind.IDENTIFIER,
                        text.substring(i + 1));
            }
        }
        throw new IllegalArgumentException("account is not site:key");
    }
}
