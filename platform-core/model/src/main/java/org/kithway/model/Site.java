package org.kithway.model;

import java.util.regex.Pattern;

/**
 * Where an account lives: a social site ({@code linkedin}), or another space of names ({@code
 * email}).
 *
 * @param name 1 to 32 of {@code a-z 0-9 . -}, beginning with a letter or digit
 */
public record Site(String name) implements Comparable<Site> {
    // Stands first: the constants below are checked by it.
    private static final Pattern LEGAL = Pattern.compile("[a-z0-9][a-z0-9.-]{0,31}");

    /** Members of the organization itself; keys are member ids. */
    public static final Site KITHWAY = new Site("kithway");

    /** Keys are e-mail addresses in lower case. */
    public static final Site EMAIL = new Site("email");

    /**
     * Keys are telephone numbers in the international form of E.164, such as {@code +4930123456}.
     */
    public static final Site PHONE = new Site("phone");

    public Site {
        if (!LEGAL.matcher(name).matches()) {
            throw new IllegalArgumentException("site is not 1 to 32 of a-z 0-9 . -");
        }
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
