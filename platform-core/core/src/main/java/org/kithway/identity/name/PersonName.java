package org.kithway.identity.name;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A person's name in any spelling, taken apart: "Dr. José M. de la Cruz, PhD (he/him)" has the
 * given names jose and m, the particles de and la, and the family name cruz. All words are in lower
 * case and, as far as their script is known, in the letters a to z.
 *
 * <p>Any text is a name: what cannot be one has no words. Of long texts the first 240 characters
 * and 16 words count.
 */
public final class PersonName {
    private static final int MOST_KEYED_WORDS = 4;
    private static final int MOST_HEADS = 3;
    private static final int MOST_LETTERS_OF_A_HANDLE = 100;
    private static final Pattern HANDLE =
            Pattern.compile("@?[\\p{L}\\p{N}._+-]+(@[\\p{L}\\p{N}.-]+)?");
    private static final Pattern SPLIT_OR_NUMBERED =
            Pattern.compile(".*\\p{L}{2}[._]\\p{L}{2}.*|.*\\p{L}\\p{N}+");

    final List<Token> givenTokens;
    final List<Token> familyTokens;
    final List<Token> nicknameTokens;
    final List<Token> birthTokens;
    private final List<String> particles;
    private final String generation;
    final boolean sonOf;

    /** The same name with other given and family names. */
    private PersonName(List<Token> given, List<Token> family, PersonName name) {
        this.givenTokens = given;
        this.familyTokens = family;
        this.nicknameTokens = List.of();
        this.birthTokens = List.of();
        this.particles = name.particles;
        this.generation = name.generation;
        this.sonOf = name.sonOf;
    }

    private PersonName(NameParser parser) {
        this.givenTokens = List.copyOf(parser.given);
        this.familyTokens = List.copyOf(parser.family);
        this.nicknameTokens = List.copyOf(parser.nicknames);
        this.birthTokens = List.copyOf(parser.birth);
        this.particles = List.copyOf(parser.particles);
        this.generation = parser.generation;
        this.sonOf = parser.sonOf;
    }

    /**
     * Reads a whole name: "First Last", "Last, First", family name first, with what surrounds it.
     */
    public static PersonName of(String name) {
        NameParser parser = new NameParser();
        if (isHandle(name)) {
            parser.readHandle(name);
        } else {
            parser.read(name);
        }
        return new PersonName(parser);
    }

    /** Reads a name of which it is known what is given and what is family name. */
    public static PersonName of(String given, String family) {
        NameParser parser = new NameParser();
        parser.read(given, family);
        return new PersonName(parser);
    }

    /** Reads an account's name or e-mail address: jane.doe72, JaneDoe, janedoe@example.org. */
    public static PersonName ofHandle(String handle) {
        NameParser parser = new NameParser();
        parser.readHandle(
                handle.length() > MOST_LETTERS_OF_A_HANDLE
                        ? handle.substring(0, MOST_LETTERS_OF_A_HANDLE)
                        : handle);
        return new PersonName(parser);
    }

    private static boolean isHandle(String name) {
        String text = name.strip();
        return text.length() < MOST_LETTERS_OF_A_HANDLE
                && text.indexOf(' ') < 0
                && HANDLE.matcher(text).matches()
                && (text.indexOf('@') >= 0 || SPLIT_OR_NUMBERED.matcher(text).matches());
    }

    /** Given names and initials, also patronymics, in their order. */
    public List<String> given() {
        return words(givenTokens);
    }

    /** Family names without their particles, in their order. */
    public List<String> family() {
        return words(familyTokens);
    }

    /** What stood in brackets or quotation marks. */
    public List<String> nicknames() {
        return words(nicknameTokens);
    }

    /** Family names at birth, where stated. */
    public List<String> birth() {
        return words(birthTokens);
    }

    /** van, de, al. */
    public List<String> particles() {
        return particles;
    }

    /** jr, sr, ii, iii or iv; else empty. */
    public String generation() {
        return generation;
    }

    /** Whether there is no word in it. */
    public boolean isEmpty() {
        return givenTokens.isEmpty() && familyTokens.isEmpty();
    }

    /** All given and family names, sorted: the same for any order and any marks. */
    public String key() {
        return Stream.concat(givenTokens.stream(), familyTokens.stream())
                .map(t -> t.plain)
                .sorted()
                .collect(Collectors.joining(" "));
    }

    /**
     * Keys of which two spellings of a name mostly share one: for any two of the main words the
     * sound of the one, by the name of which it is a form, with the initial of the other. So an
     * error in one word, another order, nicknames, and initials keep a key. Most names of two words
     * have two to four.
     */
    public Set<String> blockingKeys() {
        Set<String> keys = new TreeSet<>();
        readings().forEach(reading -> reading.addKeys(keys));
        return Collections.unmodifiableSet(keys);
    }

    /**
     * The name itself, and with what stands in brackets for the given or for the family names, and
     * with the family names at birth.
     */
    List<PersonName> readings() {
        if (nicknameTokens.isEmpty() && birthTokens.isEmpty()) {
            return List.of(this);
        }
        List<PersonName> readings = new ArrayList<>();
        readings.add(this);
        if (!nicknameTokens.isEmpty()) {
            readings.add(new PersonName(nicknameTokens, familyTokens, this));
            readings.add(new PersonName(givenTokens, nicknameTokens, this));
        }
        if (!birthTokens.isEmpty()) {
            readings.add(new PersonName(givenTokens, birthTokens, this));
        }
        return readings;
    }

    private void addKeys(Set<String> keys) {
        List<Token> main = main();
        if (main.size() == 1) {
            heads(main.getFirst()).forEach(head -> keys.add(Sound.key(head)));
        }
        for (int i = 0; i < main.size(); i++) {
            for (int j = 0; j < main.size(); j++) {
                if (i != j && !main.get(i).isInitial()) {
                    for (String head : heads(main.get(i))) {
                        for (String initial : initials(main.get(j))) {
                            keys.add(Sound.key(head) + "/" + initial);
                        }
                    }
                }
            }
        }
    }

    private List<Token> main() {
        List<Token> main = new ArrayList<>();
        givenTokens.stream().limit(1).forEach(main::add);
        familyTokens.stream().limit(2).forEach(main::add);
        givenTokens.stream().skip(1).limit(1).forEach(main::add);
        return main.subList(0, Math.min(main.size(), MOST_KEYED_WORDS));
    }

    /** The names of which a given name is a form; a family name is the form of none. */
    private List<String> heads(Token token) {
        boolean isGiven =
                givenTokens.contains(token)
                        || givenTokens.stream().allMatch(t -> t.forms.isEmpty());
        return token.forms.isEmpty() || !isGiven
                ? List.of(token.plain)
                : token.forms.stream().limit(MOST_HEADS).toList();
    }

    private Set<String> initials(Token token) {
        Set<String> initials = new TreeSet<>();
        initials.add(Sound.key(token.plain).substring(0, 1));
        for (String head : heads(token)) {
            initials.add(Sound.key(head).substring(0, 1));
        }
        return initials;
    }

    private static List<String> words(List<Token> tokens) {
        return tokens.stream().map(t -> t.latin).toList();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PersonName that
                && givenTokens.equals(that.givenTokens)
                && familyTokens.equals(that.familyTokens)
                && nicknameTokens.equals(that.nicknameTokens)
                && birthTokens.equals(that.birthTokens)
                && particles.equals(that.particles)
                && generation.equals(that.generation);
    }

    @Override
    public int hashCode() {
        return Objects.hash(givenTokens, familyTokens);
    }

    /** Given names, then family names, in a to z. */
    @Override
    public String toString() {
        return Stream.concat(givenTokens.stream(), familyTokens.stream())
                .map(t -> t.latin)
                .collect(Collectors.joining(" "));
    }
}
