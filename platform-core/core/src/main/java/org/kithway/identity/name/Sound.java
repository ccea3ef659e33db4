package org.kithway.identity.name;

/**
 * What a word in the letters a to z sounds like, so roughly that the spellings of one name in
 * several languages fall together: Husayn and Hussein, Wladimir and Vladimir, Schmidt and Schmitt.
 */
final class Sound {
    private Sound() {}

    /**
     * The key: consonants in classes (capitals for those that take two letters), runs of vowels as
     * the classes of their letters, {@code A}, {@code I} (e, i, y) and {@code O} (o, u), doubled
     * letters once.
     */
    static String key(String word) {
        StringBuilder key = new StringBuilder(word.length());
        int i = 0;
        while (i < word.length()) {
            if (isVowel(word, i)) {
                int end = i + 1;
                while (end < word.length() && isVowel(word, end)) {
                    end++;
                }
                vowels(word, i, end, key);
                i = end;
            } else {
                i += consonant(word, i, key);
            }
        }
        return key.toString();
    }

    /** The consonants alone, so roughly that a script without vowels can be compared with Latin. */
    static String consonants(String word) {
        StringBuilder skeleton = new StringBuilder(word.length());
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            char next = i + 1 < word.length() ? word.charAt(i + 1) : ' ';
            if (next == 'h' && (c == 's' || c == 'c')) {
                skeleton.append('S');
                i++;
            } else if (next == 'h' && "kgtdpz".indexOf(c) >= 0) {
                skeleton.append(c == 'k' || c == 'g' ? 'h' : c == 'p' ? 'b' : c);
                i++;
            } else {
                switch (c) {
                    case 'a', 'e', 'i', 'o', 'u', 'y', 'w', 'v' -> {}
                    case 'p', 'f' -> skeleton.append('b');
                    case 'j' -> skeleton.append('g');
                    case 'c', 'q' -> skeleton.append('k');
                    case 'z' -> skeleton.append('s');
                    case 'x' -> skeleton.append("ks");
                    default -> skeleton.append(c);
                }
            }
            int n = skeleton.length();
            if (n > 1
                    && skeleton.charAt(n - 1) == skeleton.charAt(n - 2)
                    && c == next(word, i, -1)) {
                skeleton.setLength(n - 1);
            }
        }
        int n = skeleton.length();
        if (n > 1 && skeleton.charAt(n - 1) == 'h') {
            skeleton.setLength(n - 1);
        }
        return skeleton.toString();
    }

    private static char next(String word, int i, int step) {
        int at = i + step;
        return at >= 0 && at < word.length() ? word.charAt(at) : ' ';
    }

    private static boolean isVowel(String word, int i) {
        return switch (word.charAt(i)) {
            case 'a', 'e', 'i', 'o', 'u', 'y' -> true;
            // Andrej, Sergej: a j after a vowel and before none.
            case 'j' -> i > 0 && isLetter(next(word, i, -1)) && !isLetter(next(word, i, 1));
            case 'w' -> i > 0 && "aeo".indexOf(next(word, i, -1)) >= 0 && i + 1 == word.length();
            default -> false;
        };
    }

    private static boolean isLetter(char c) {
        return "aeiouy".indexOf(c) >= 0;
    }

    private static void vowels(String word, int from, int to, StringBuilder key) {
        String run = word.substring(from, to);
        switch (run) {
            case "ai", "ay", "ae", "ei", "ey", "aj", "ej", "eyy", "ee", "ea" -> vowel(key, 'I');
            case "au", "aw", "ow", "eu", "eo", "ew" -> vowel(key, 'O');
            default -> {
                for (int i = 0; i < run.length(); i++) {
                    switch (run.charAt(i)) {
                        case 'a' -> vowel(key, 'A');
                        case 'o', 'u', 'w' -> vowel(key, 'O');
                        default -> vowel(key, 'I');
                    }
                }
            }
        }
    }

    private static void vowel(StringBuilder key, char vowel) {
        if (key.isEmpty() || key.charAt(key.length() - 1) != vowel) {
            key.append(vowel);
        }
    }

    private static int consonant(String word, int i, StringBuilder key) {
        char c = word.charAt(i);
        if (word.startsWith("tsch", i)) {
            return put(key, 'C', 4);
        }
        if (word.startsWith("tch", i)) {
            return put(key, 'C', 3);
        }
        if (word.startsWith("sch", i)) {
            return put(key, 'S', 3);
        }
        char next = next(word, i, 1);
        return switch (c) {
            case 'b', 'd', 'g', 'k', 't', 'q', 'r' -> {
                char sound = c == 'q' ? 'k' : c;
                if (next == 'h') {
                    yield put(key, c == 'k' ? 'h' : sound, 2);
                }
                if (c == 't' && (next == 's' || next == 'z')) {
                    yield put(key, 's', 2);
                }
                if (c == 'd' && next == 't') {
                    yield put(key, 't', 2);
                }
                yield c == 'd' && next == 'j' ? put(key, 'J', 2) : put(key, sound, 1);
            }
            case 'c' -> {
                if (next == 'h' || next == 'z') {
                    yield put(key, 'C', 2);
                }
                if (next == 'k' || next == 'q') {
                    yield put(key, 'k', 2);
                }
                yield put(key, next == 'e' || next == 'i' || next == 'y' ? 's' : 'k', 1);
            }
            case 's' -> next == 'h' || next == 'z' ? put(key, 'S', 2) : put(key, 's', 1);
            case 'z' -> next == 'h' ? put(key, 'J', 2) : put(key, 's', 1);
            case 'p' -> next == 'h' ? put(key, 'v', 2) : put(key, 'p', 1);
            case 'f', 'v', 'w' -> put(key, 'v', 1);
            case 'j' -> put(key, 'J', 1);
            case 'x' -> {
                if (i == 0) {
                    yield put(key, 'S', 1);
                }
                put(key, 'k', 1);
                yield put(key, 's', 1);
            }
            case 'h' ->
                    i == 0 || isLetter(next(word, i, -1)) && isLetter(next) ? put(key, 'h', 1) : 1;
            default -> put(key, c, 1);
        };
    }

    private static int put(StringBuilder key, char sound, int letters) {
        if (key.isEmpty() || key.charAt(key.length() - 1) != sound) {
            key.append(sound);
        }
        return letters;
    }
}
