package org.kithway.identity.name;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Names in Chinese, Japanese and Korean script: {@code east-asian-names.tsv}. */
final class EastAsianNames {
    private static final int LONGEST_FAMILY = 3;
    private static final Map<String, String> FAMILIES = names(false);
    private static final Map<String, String> GIVEN = names(true);

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

    /** A family name, as its bearers mostly write it in Latin letters. */
    static Token family(String written) {
        String latin = FAMILIES.get(written);
        return latin == null ? Token.of(written) : Token.of(written, latin);
    }

    /** The given name of somebody with that family name: Japanese ones are read their own way. */
    static Token given(String written, String family) {
        String latin = GIVEN.get(written);
        boolean japanese = family.codePointCount(0, family.length()) > 1 || !isHan(written);
        return latin == null || !japanese ? Token.of(written) : Token.of(written, latin);
    }

    private static boolean isHan(String written) {
        return written.codePoints()
                .allMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN);
    }

    private static Map<String, String> names(boolean given) {
        Map<String, String> names = new HashMap<>();
        for (List<String> row : Vocabulary.rows("east-asian-names.tsv")) {
            if ((row.size() > 2) == given) {
                for (String written : Vocabulary.words(row, 1)) {
                    names.putIfAbsent(written, row.get(0));
                }
            }
        }
        return Map.copyOf(names);
    }
}
