package org.kithway.identity.name;

/** What one letter of a word stands for, which decides how two words may be compared. */
enum Writing {
    /** A sound: Latin, Greek, Cyrillic, Armenian, Georgian, Devanagari and others. */
    ALPHABET,
    /** A consonant, and vowels are mostly left out: Arabic and Hebrew. */
    CONSONANTS,
    /** A syllable or a word: Chinese characters, Japanese kana, Korean hangul. */
    SYLLABLES;

    static Writing of(String word) {
        for (int i = 0; i < word.length(); ) {
            int letter = word.codePointAt(i);
            i += Character.charCount(letter);
            if (letter < 0x590) {
                continue;
            }
            switch (Character.UnicodeScript.of(letter)) {
                case ARABIC, HEBREW, SYRIAC -> {
                    return CONSONANTS;
                }
                case HAN, HANGUL, HIRAGANA, KATAKANA, BOPOMOFO -> {
                    return SYLLABLES;
                }
                default -> {
                    // An alphabet, unless a later letter tells otherwise.
                }
            }
        }
        return ALPHABET;
    }
}
