package org.kithway.identity.name;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which given names are forms of one another: short forms, and the forms of other languages, from
 * {@code given-names.tsv}.
 */
final class NameVariants {
    private static final int SHORTEST_SOUND = 3;
    private static final NameVariants ALL = new NameVariants();

    private final Map<String, Set<String>> forms = new HashMap<>();
    private final Map<String, Set<String>> bySound = new HashMap<>();
    private final Map<String, String> written = new HashMap<>();
    private final Map<String, Set<String>> shortFor = new HashMap<>();

    private NameVariants() {
        for (List<String> row : Vocabulary.rows("given-names.tsv")) {
            String name = row.get(0);
            String head = Romanization.latin(name.toLowerCase(Locale.ROOT));
            add(name, head);
            for (String shortForm : Vocabulary.words(row, 1)) {
                add(shortForm, head);
                shortFor.computeIfAbsent(latin(shortForm), _ -> new HashSet<>()).add(head);
            }
            Vocabulary.words(row, 2).forEach(other -> add(other, head));
        }
        forms.replaceAll((_, heads) -> Collections.unmodifiableSet(heads));
    }

    private void add(String name, String head) {
        String latin = latin(name);
        forms.computeIfAbsent(latin, _ -> new TreeSet<>()).add(head);
        bySound.computeIfAbsent(Sound.key(Token.plain(latin)), _ -> new TreeSet<>()).add(head);
        written.putIfAbsent(latin, name);
    }

    private static String latin(String name) {
        return Romanization.latin(name.toLowerCase(Locale.ROOT));
    }

    /** The names, in a to z, of which the word is a form; none if it is in no list. */
    static Set<String> formsOf(String latin) {
        return ALL.forms.getOrDefault(latin, Set.of());
    }

    /** The names of which words of that sound are forms, if it is longer than two sounds. */
    static Set<String> formsBySound(String sound) {
        return sound.length() < SHORTEST_SOUND
                ? Set.of()
                : ALL.bySound.getOrDefault(sound, Set.of());
    }

    /** Whether the word is in the lists of given names. */
    static boolean isGivenName(String latin) {
        return ALL.forms.containsKey(latin);
    }

    /** Why two words that share a form do so, in words. */
    static String reason(String a, String b) {
        String one = a.compareTo(b) <= 0 ? a : b;
        String other = one.equals(a) ? b : a;
        for (String head : formsOf(one)) {
            if (formsOf(other).contains(head)) {
                return reason(one, other, head);
            }
        }
        return written(one) + " and " + written(other) + " are forms of one name";
    }

    private static String reason(String one, String other, String head) {
        List<String> kinds = new ArrayList<>();
        for (String word : List.of(one, other)) {
            if (!word.equals(head)) {
                boolean isShort = ALL.shortFor.getOrDefault(word, Set.of()).contains(head);
                kinds.add(written(word) + " is " + (isShort ? "short for " : "a form of "));
            }
        }
        if (kinds.size() == 2) {
            return written(one) + " and " + written(other) + " are forms of " + written(head);
        }
        return kinds.isEmpty() ? written(head) : kinds.getFirst() + written(head);
    }

    private static String written(String latin) {
        String name = ALL.written.getOrDefault(latin, latin);
        int first = name.offsetByCodePoints(0, 1);
        return name.substring(0, first).toUpperCase(Locale.ROOT) + name.substring(first);
    }
}
