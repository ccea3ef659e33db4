package org.kithway.search.elasticsearch;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** What counts as the same value of a facet however it is spelled. */
final class Spelling {
    /** Longest value that is counted, in characters; the rest is cut. */
    static final int LONGEST = 200;

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");

    private Spelling() {}

    /** The value as it is shown among facets: blanks made single, cut to {@link #LONGEST}. */
    static String label(String value) {
        if (isTidy(value)) {
            return value;
        }
        String tidy = BLANKS.matcher(value).replaceAll(" ").strip();
        if (tidy.length() <= LONGEST) {
            return tidy;
        }
        int end = Character.isHighSurrogate(tidy.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
        return tidy.substring(0, end).strip();
    }

    /** The label without case and diacritics. */
    static String key(String value) {
        String lower = label(value).toLowerCase(Locale.ROOT);
        if (isTidy(lower)) {
            return lower;
        }
        String bare =
                MARKS.matcher(Normalizer.normalize(lower, Normalizer.Form.NFKD)).replaceAll("");
        StringBuilder key = new StringBuilder(bare.length() + 4);
        for (char c : bare.toCharArray()) {
            switch (c) {
                case 'ß' -> key.append("ss");
                case 'æ' -> key.append("ae");
                case 'œ' -> key.append("oe");
                case 'ø' -> key.append('o');
                case 'đ', 'ð' -> key.append('d');
                case 'ł' -> key.append('l');
                case 'þ' -> key.append("th");
                case 'ı' -> key.append('i');
                default -> key.append(c);
            }
        }
        return key.toString();
    }

    /** Most values are words of ASCII, single blanks between them, which nothing changes. */
    private static boolean isTidy(String value) {
        char before = ' ';
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c < ' ' || c >= '\u007f' || (c == ' ' && before == ' ')) {
                return false;
            }
            before = c;
        }
        return before != ' ' && value.length() <= LONGEST;
    }

    /** Whether there is anything in the text that could be found. */
    static boolean isSearchable(String text) {
        return text.codePoints().anyMatch(Character::isLetterOrDigit);
    }

    /**
     * Whether the text has a word that says little without its signs, such as C++, C# or .NET, or
     * that is a single letter, such as C or R.
     */
    static boolean isSymbolic(String text) {
        return SYMBOLIC.matcher(text).find();
    }

    private static final Pattern SYMBOLIC =
            Pattern.compile(
                    "[\\p{L}\\p{N}][+#]|(?<![^\\s(])\\.[\\p{L}]|(?<![^\\s(])[A-Za-z0-9](?![^\\s,;)])");
}
