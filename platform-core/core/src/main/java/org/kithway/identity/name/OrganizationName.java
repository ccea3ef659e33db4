package org.kithway.identity.name;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * An organization's name in any spelling, taken apart: "ex-Alphabet Inc. (formerly Google)" has the
 * word alphabet, the legal form inc, the alias google, and is a former employer. Words are in lower
 * case, in the letters a to z as far as their script is known, and abbreviations are written out.
 *
 * <p>Any text is a name. Of long texts the first 240 characters and 16 words count.
 */
public final class OrganizationName {
    final List<Token> tokens;
    private final Set<String> legalForms;
    private final List<OrganizationName> aliases;
    private final List<OrganizationName> related;
    private final boolean former;
    private final boolean placeholder;
    private final String joined;
    private final Set<String> initials;

    OrganizationName(OrganizationParser parser) {
        this.tokens = List.copyOf(parser.words);
        this.legalForms = Collections.unmodifiableSet(new TreeSet<>(parser.legalForms));
        this.aliases = List.copyOf(parser.aliases);
        this.related = List.copyOf(parser.related);
        this.former = parser.former;
        this.placeholder = parser.placeholder;
        this.joined = String.join("", significant());
        Set<String> letters = new TreeSet<>();
        for (List<String> some : List.of(significant(), words(), parser.allWords)) {
            if (some.size() > 1) {
                letters.add(initials(some));
            }
        }
        this.initials = Collections.unmodifiableSet(letters);
    }

    /** Reads a name. */
    public static OrganizationName of(String name) {
        OrganizationParser parser = new OrganizationParser();
        parser.read(name);
        return new OrganizationName(parser);
    }

    /** The words of the name, without legal forms and articles. */
    public List<String> words() {
        return tokens.stream().map(t -> t.latin).toList();
    }

    /**
     * The same for any spelling that differs in legal form, abbreviations, case, marks, or words as
     * Group and Holding: a key to group or to count by. Empty if there is no name.
     */
    public String key() {
        return String.join(" ", significant());
    }

    /** The key without spaces. */
    String joined() {
        return joined;
    }

    /** Whether it is made of the first letters of the other's words. */
    boolean isAcronymOf(OrganizationName whole) {
        return tokens.size() < whole.tokens.size() && whole.initials.contains(joined)
                || whole.initials.contains(String.join("", words()));
    }

    /** The first letters of some words. */
    static String initials(List<String> words) {
        StringBuilder letters = new StringBuilder();
        words.forEach(w -> letters.appendCodePoint(w.codePointAt(0)));
        return letters.toString();
    }

    /** gmbh, inc, ooo: in one spelling each. */
    public Set<String> legalForms() {
        return legalForms;
    }

    /** Other names of the same organization that stand in brackets: formerly X, IBM. */
    public List<OrganizationName> aliases() {
        return aliases;
    }

    /** Owners and parents that the name tells of: acquired by X, a Y company, YouTube (Google). */
    public List<OrganizationName> related() {
        return related;
    }

    /** Whether it is said to be left behind: ex-Google. */
    public boolean isFormer() {
        return former;
    }

    /** Whether it is no employer: self-employed, retired, stealth startup; or no name at all. */
    public boolean isPlaceholder() {
        return placeholder || tokens.isEmpty();
    }

    private List<String> significant() {
        List<String> words = new ArrayList<>();
        for (Token token : tokens) {
            if (!OrganizationWords.isWeightless(token.latin)) {
                words.add(token.plain);
            }
        }
        return words.isEmpty() ? tokens.stream().map(t -> t.plain).toList() : words;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof OrganizationName that
                && tokens.equals(that.tokens)
                && legalForms.equals(that.legalForms)
                && aliases.equals(that.aliases)
                && related.equals(that.related)
                && former == that.former
                && placeholder == that.placeholder;
    }

    @Override
    public int hashCode() {
        return tokens.hashCode();
    }

    @Override
    public String toString() {
        return String.join(" ", words());
    }
}
