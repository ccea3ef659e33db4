package org.kithway.identity.name;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Pet forms that no list has: the beginning of a name and an ending that makes names small, from
 * {@code pet-endings.tsv}: Borko of Boris, Genchik of Gennadi.
 */
final class PetForms {
    private static final int SHORTEST_STEM = 3;
    private static final List<String> ENDINGS = endings();

    private PetForms() {}

    /** Whether the first may be a pet form of the second. */
    static boolean isPetForm(String pet, String name) {
        if (pet.length() < SHORTEST_STEM
                || name.length() < SHORTEST_STEM
                || !name.startsWith(pet.substring(0, SHORTEST_STEM - 1))) {
            return false;
        }
        for (String ending : ENDINGS) {
            if (pet.endsWith(ending)) {
                String stem = pet.substring(0, pet.length() - ending.length());
                int n = stem.length();
                boolean doubled = n > 1 && stem.charAt(n - 1) == stem.charAt(n - 2);
                if (n >= SHORTEST_STEM
                        && n < name.length()
                        && (name.startsWith(stem)
                                || doubled
                                        && n > SHORTEST_STEM
                                        && name.startsWith(stem.substring(0, n - 1)))) {
                    return true;
                }
            }
        }
        return false;
    }

    private static List<String> endings() {
        List<String> endings = new ArrayList<>();
        endings.add("");
        for (List<String> row : Vocabulary.rows("pet-endings.tsv")) {
            endings.addAll(Vocabulary.words(row, 1));
        }
        endings.sort(Comparator.comparingInt(String::length).thenComparing(c -> c));
        return List.copyOf(endings);
    }
}
