package org.kithway.identity.name;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Family names in Chinese, Japanese and Korean script: {@code east-asian-names.tsv}. */
final class EastAsianNames {
    private static final int LONGEST_FAMILY = 3;
    private static final Map<String, String> FAMILIES = families();

    private EastAsianNames() {}

    /** How many letters of a name without spaces are the family name; 0 if that is not known. */
    static int familyLetters(String written) {
        int[] letters = written.codePoints().toArray();
        for (int n = Math.min(LONGEST_FAMILY, letters.length - 1); n > 1; n--) {
            if (FAMILIES.containsKey(new String(letters, 0, n))) {
                return n;
            }
        }
        boolean phonetic =
                written.codePoints()
                        .allMatch(c ->
                                switch (Character.UnicodeScript.of(c)) {
                                    case HIRAGANA, KATAKANA, COMMON, BOPOMOFO -> true;
                                    default -> false;
                                });
        if (phonetic) {
            return 0;
        }
        return letters.length > 3 ? 2 : 1;
    }

    /** The family name in Latin letters, as its bearers mostly write it. */
    static String latinFamily(String written) {
        String latin = FAMILIES.get(written);
        return latin == null ? Romanization.latin(written.toLowerCase(Locale.ROOT)) : latin;
    }

    private static Map<String, String> families() {
        Map<String, String> families = new HashMap<>();
        for (List<String> row : Vocabulary.rows("east-asian-names.tsv")) {
            for (String written : Vocabulary.words(row, 1)) {
                families.putIfAbsent(written, row.get(0));
            }
        }
        return Map.copyOf(families);
    }
}
