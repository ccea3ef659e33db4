package org.kithway.identity.name;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A word of a name in its place.
 *
 * @param text as written
 * @param continued whether a hyphen joins it to the word before
 */
record Word(String text, Token token, boolean continued) {
    private static final Pattern EDGES =
            Pattern.compile("^[^\\p{L}\\p{M}\\p{N}']+|[^\\p{L}\\p{M}\\p{N}.]+$");
    private static final Pattern HYPHEN = Pattern.compile("[-‐‑‒–—־・=/·+]+");
    private static final Pattern DOT = Pattern.compile("(?<=\\.)|\\.");
    private static final Pattern FINAL_DIGITS = Pattern.compile("(?<=\\p{L})\\p{N}+$");
    private static final Pattern CAMEL =
            Pattern.compile(
                    "(?<=\\p{Ll}{2})(?=\\p{Lu}\\p{Ll})(?<!^(?i:mc|mac|de|di|da|del|la|le|van|von|fitz|al|el|o|st|du|des|ben|abu))");
    private static final Pattern SPACE = Pattern.compile(" +");
    private static final int MOST_WORDS = 16;

    static List<Word> of(String segment) {
        List<Word> words = new ArrayList<>();
        String[] parts = SPACE.split(segment);
        String[] split = parts.length == 1 ? CAMEL.split(parts[0]) : parts;
        for (String part : split) {
            add(part, words);
            if (words.size() > MOST_WORDS) {
                return words.subList(0, MOST_WORDS);
            }
        }
        return words;
    }

    private static void add(String part, List<Word> words) {
        String word = FINAL_DIGITS.matcher(EDGES.matcher(part).replaceAll("")).replaceFirst("");
        if (word.indexOf('.') < 0 ? isKnown(word) : isAbbreviation(word)) {
            words.add(new Word(word, token(word), false));
            return;
        }
        boolean continued = false;
        for (String piece : HYPHEN.split(word)) {
            if (piece.indexOf('.') < 0 || isAbbreviation(piece)) {
                continued |= add(piece, continued, words);
                continue;
            }
            boolean first = true;
            for (String bit : DOT.split(piece)) {
                boolean added = add(bit, continued && first, words);
                continued |= added;
                first &= !added;
            }
        }
    }

    private static boolean add(String piece, boolean continued, List<Word> words) {
        Token token = token(piece);
        if (token.isEmpty() || !hasLetter(token.latin)) {
            return false;
        }
        if (isTwoInitials(piece, words)) {
            words.add(new Word(piece.substring(0, 1), token(piece.substring(0, 1)), continued));
            words.add(new Word(piece.substring(1), token(piece.substring(1)), true));
        } else {
            words.add(new Word(piece, token, continued));
        }
        return true;
    }

    /** JP Morgan, but not NG Wei. */
    private static boolean isTwoInitials(String piece, List<Word> before) {
        return piece.length() == 2
                && before.isEmpty()
                && isConsonant(piece.charAt(0))
                && isConsonant(piece.charAt(1))
                && !NameFrequency.PRIOR.isFamily(Romanization.latin(piece.toLowerCase(Locale.ROOT)))
                && !isKnown(piece);
    }

    private static boolean isConsonant(char c) {
        return c >= 'A' && c <= 'Z' && "AEIOUY".indexOf(c) < 0;
    }

    private static boolean hasLetter(String latin) {
        return latin.codePoints().anyMatch(Character::isLetter);
    }

    private static Token token(String word) {
        return Token.of(word.replace("'", "").replace(".", ""));
    }

    private static boolean isKnown(String word) {
        return NameWords.isKnown(Romanization.latin(word.toLowerCase(Locale.ROOT)));
    }

    /** Ph.D., but not A.V., although there is a particle av. */
    private static boolean isAbbreviation(String word) {
        String latin = Romanization.latin(word);
        return NameWords.isKnown(latin)
                && !NameWords.is(NameWords.Kind.PARTICLE, latin)
                && !NameWords.is(NameWords.Kind.SON_OF, latin);
    }

    boolean is(NameWords.Kind kind) {
        boolean initial = token.isInitial() && text.indexOf('\'') < 0;
        return !initial && NameWords.is(kind, token.latin);
    }

    /** Two letters or more, all of them capitals. */
    boolean isUpper() {
        return text.length() > 1
                && text.equals(text.toUpperCase(Locale.ROOT))
                && !text.equals(text.toLowerCase(Locale.ROOT));
    }
}
