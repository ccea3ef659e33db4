package org.kithway.identity.name;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The words around a name that are no names: from {@code name-words.tsv}. */
final class NameWords {
    /** What such a word is. */
    enum Kind {
        /** Dr, Frau, Sheikh. */
        TITLE,
        /** Jr, III. */
        GENERATION,
        /** PhD, MBA: no name ever. */
        DEGREE,
        /** MA, BA: also a name or initials, so only where it cannot be one. */
        DOUBTFUL_DEGREE,
        /** van, de la, al. */
        PARTICLE,
        /** bin, ben, ibn: the father's name follows. */
        SON_OF,
        /** née, geb.: the name at birth follows. */
        BORN
    }

    private static final Map<String, Set<Kind>> WORDS = words();
    private static final Map<String, String> GENERATIONS = generations();

    private NameWords() {}

    static boolean is(Kind kind, String latin) {
        return WORDS.getOrDefault(latin, Set.of()).contains(kind);
    }

    static boolean isKnown(String latin) {
        return WORDS.containsKey(latin);
    }

    /** One spelling for each generation: jr for Junior and fils, ii for the 2nd. */
    static String generation(String latin) {
        return GENERATIONS.getOrDefault(latin, latin);
    }

    private static Map<String, Set<Kind>> words() {
        Map<String, Set<Kind>> words = new HashMap<>();
        for (List<String> row : Vocabulary.rows("name-words.tsv")) {
            Kind kind = Kind.valueOf(row.get(0).toUpperCase(Locale.ROOT));
            for (String word : Vocabulary.words(row, 2)) {
                words.computeIfAbsent(
                                Romanization.latin(word.toLowerCase(Locale.ROOT)),
                                _ -> EnumSet.noneOf(Kind.class))
                        .add(kind);
            }
        }
        words.remove("");
        return words;
    }

    private static Map<String, String> generations() {
        Map<String, String> generations = new HashMap<>();
        for (List<String> row : Vocabulary.rows("name-words.tsv")) {
            if (row.get(0).equals("generation")) {
                Vocabulary.words(row, 2)
                        .forEach(w -> generations.put(Romanization.latin(w), row.get(1)));
            }
        }
        return Map.copyOf(generations);
    }
}
