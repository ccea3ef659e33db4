package org.kithway.model;

/**
 * Where an account lives: a social site ({@code linkedin}), or another space of names ({@code
 * email}).
 *
 * @param name 1 to 32 of {@code a-z 0-9 . -}, beginning with a letter or digit
 */
public record Site(String name) implements Comparable<Site> {
    private static final int LONGEST = 32;

    /** Members of the organization itself; keys are member ids. */
    public static final Site KITHWAY = new Site("kithway");

    /** Keys are e-mail addresses in lower case. */
    public static final Site EMAIL = new Site("email");

    /**
     * Keys are telephone numbers in the international form of E.164, such as {@code +4930123456}.
     */
    public static final Site PHONE = new Site("phone");

    public Site {
        if (!isLegal(name)) {
            throw new IllegalArgumentException("site is not 1 to 32 of a-z 0-9 . -");
        }
    }

    /** Every account that is read has one: a regular expression would take most of the time. */
    private static boolean isLegal(String name) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean word = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
            if (!word && (i == 0 || (c != '.' && c != '-'))) {
                return false;
            }
        }
        return !name.isEmpty() && name.length() <= LONGEST;
    }

    @Override
    public int compareTo(Site other) {
        return name.compareTo(other.name);
    }

    @Override
    public String toString() {
        return name;
    }
}
