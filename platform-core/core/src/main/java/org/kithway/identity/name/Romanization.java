package org.kithway.identity.name;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Writes words of any script in the letters a to z: the tables are {@code romanization.tsv}, {@code
 * chinese.tsv} and {@code devanagari.tsv}, hangul and Devanagari are computed. Letters of scripts
 * that no table knows stay as they are; marks, punctuation and symbols are left out.
 */
final class Romanization {
    private static final int LONGEST_KEY = 3;
    private static final Map<String, String> LETTERS = letters();
    private static final Map<Integer, String> HAN = han();
    private static final Map<Integer, String> CONSONANTS = consonants();

    // Revised Romanization of Korean, 2000, in the order of the Unicode standard.
    private static final String[] INITIALS = {
        "g", "kk", "n", "d", "tt", "r", "m", "b", "pp", "s", "ss", "", "j", "jj", "ch", "k", "t",
        "p", "h"
    };
    private static final String[] VOWELS = {
        "a", "ae", "ya", "yae", "eo", "e", "yeo", "ye", "o", "wa", "wae", "oe", "yo", "u", "wo",
        "we", "wi", "yu", "eu", "ui", "i"
    };
    private static final String[] FINALS = {
        "", "k", "k", "k", "n", "n", "n", "t", "l", "k", "m", "l", "l", "l", "p", "l", "m", "p",
        "p", "t", "t", "ng", "t", "t", "k", "t", "p", "h"
    };
    private static final int FIRST_HANGUL = 0xAC00;
    private static final int LAST_HANGUL = 0xD7A3;
    private static final int VIRAMA = 0x94D;

    private Romanization() {}

    /** The word in lower case and, as far as is known, in the letters a to z and digits. */
    static String latin(String word) {
        if (isPlain(word)) {
            return word;
        }
        String text =
                inDevanagari(
                        Normalizer.normalize(word, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT));
        StringBuilder latin = new StringBuilder(text.length() + 8);
        for (int i = 0; i < text.length(); ) {
            int letter = text.codePointAt(i);
            int next = i + Character.charCount(letter);
            if (letter < 128) {
                append(latin, letter);
                i = next;
                continue;
            }
            int matched = longest(text, i, latin);
            if (matched > 0) {
                i += matched;
            } else {
                one(text, next, letter, latin);
                i = next;
            }
        }
        return latin.toString();
    }

    /**
     * The scripts of India, from Bengali to Malayalam, have the same letters at the same places of
     * their blocks as Devanagari.
     */
    private static String inDevanagari(String text) {
        StringBuilder devanagari = new StringBuilder(text);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0x980 && c <= 0xD7F) {
                devanagari.setCharAt(i, (char) (0x900 + c % 0x80));
            }
        }
        return devanagari.toString();
    }

    private static boolean isPlain(String word) {
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            if ((c < 'a' || c > 'z') && (c < '0' || c > '9')) {
                return false;
            }
        }
        return true;
    }

    private static int longest(String text, int at, StringBuilder latin) {
        for (int n = Math.min(LONGEST_KEY, text.length() - at); n > 0; n--) {
            String letters = LETTERS.get(text.substring(at, at + n));
            if (letters != null) {
                latin.append(letters);
                return n;
            }
        }
        return 0;
    }

    private static void one(String text, int next, int letter, StringBuilder latin) {
        if (letter >= FIRST_HANGUL && letter <= LAST_HANGUL) {
            int index = letter - FIRST_HANGUL;
            latin.append(INITIALS[index / (VOWELS.length * FINALS.length)])
                    .append(VOWELS[index / FINALS.length % VOWELS.length])
                    .append(FINALS[index % FINALS.length]);
            return;
        }
        if (letter >= 0x915 && letter <= 0x939 || letter >= 0x958 && letter <= 0x95F) {
            devanagari(text, next, letter, latin);
            return;
        }
        String han = HAN.get(letter);
        if (han != null) {
            latin.append(han);
            return;
        }
        String parts = Normalizer.normalize(Character.toString(letter), Normalizer.Form.NFKD);
        int base = parts.codePointAt(0);
        if (base != letter) {
            String known = LETTERS.get(Character.toString(base));
            if (known != null) {
                latin.append(known);
            } else {
                append(latin, base);
            }
        } else {
            append(latin, letter);
        }
    }

    /**
     * A consonant carries an a unless a vowel sign, a virama or, but after two consonants, the end
     * of the word follows.
     */
    private static void devanagari(String text, int next, int letter, StringBuilder latin) {
        String consonant = CONSONANTS.getOrDefault(letter, "");
        latin.append(consonant);
        if (next < text.length()) {
            int after = text.codePointAt(next);
            boolean sign = (after >= 0x93E && after <= 0x94C) || after == VIRAMA;
            latin.append(sign ? "" : "a");
        } else if (next > 1 && text.charAt(next - 2) == VIRAMA) {
            latin.append("a");
        }
    }

    private static void append(StringBuilder latin, int letter) {
        if (Character.isLetterOrDigit(letter)) {
            latin.appendCodePoint(letter);
        }
    }

    private static Map<String, String> letters() {
        Map<String, String> letters = new HashMap<>();
        for (List<String> row : Vocabulary.rows("romanization.tsv")) {
            letters.put(row.get(0), row.size() > 1 ? row.get(1) : "");
        }
        return Map.copyOf(letters);
    }

    private static Map<Integer, String> consonants() {
        Map<Integer, String> consonants = new HashMap<>();
        for (List<String> row : Vocabulary.rows("devanagari.tsv")) {
            consonants.put(row.get(0).codePointAt(0), row.get(1));
        }
        return Map.copyOf(consonants);
    }

    private static Map<Integer, String> han() {
        Map<Integer, String> han = new HashMap<>();
        for (List<String> row : Vocabulary.rows("chinese.tsv")) {
            row.get(1).codePoints().forEach(letter -> han.putIfAbsent(letter, row.get(0)));
        }
        return Map.copyOf(han);
    }
}
