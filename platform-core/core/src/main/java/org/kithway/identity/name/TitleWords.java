package org.kithway.identity.name;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Understands titles by the phrases of {@code title-seniority.tsv} and {@code title-functions.tsv}.
 */
final class TitleWords {
    private static final int MOST_CHARACTERS = 200;
    private static final int LONGEST_PHRASE = 6;
    private static final int SHORTEST_STEM = 3;
    private static final Pattern FORMER =
            Pattern.compile(
                    "(?iu)^\\s*(ex|former|formerly|past|ehem|ehemalig\\w*|ehemals|früher\\w*|ancien\\w*|antigu[oa]|antig[oa]|già|voormalig\\w*|бывш\\w*|retired|emeritus|i\\.r\\.|a\\.d\\.)(?=[^\\p{L}])|\\b(emeritus|emerita|retired|a\\.\\s?d\\.)");
    // Gender marks: (m/w/d), Entwickler*in, Ingénieur·e
    private static final Pattern GENDER =
            Pattern.compile(
                    "(?iu)\\((?:[mwfdhx](?:/[mwfdhx])+|all genders|gn|a|o|in|e|ne|se|rice|trice|euse|ère)\\)|[*:_·/](?:innen|in|e|ne|a|o|rice|trice|euse|ère)\\b");

    /** What stands behind these words is the employer's. */
    private static final Pattern EMPLOYER =
            Pattern.compile("(?iu)\\s(?:@|at|bei|chez|presso|bij)\\s.*|\\s@.*");

    /** Phrases of a kind of answer, and stems: of the beginnings and the ends of words. */
    private static final class Phrases<T> {
        final Map<String, T> whole = new HashMap<>();
        final Map<String, T> beginnings = new HashMap<>();
        final Map<String, T> ends = new HashMap<>();

        void add(String phrase, T meaning) {
            boolean open = phrase.endsWith("*");
            boolean from = phrase.startsWith("*");
            String latin = String.join(" ", words(phrase.replace("*", "")));
            (from ? ends : open ? beginnings : whole).put(latin, meaning);
        }
    }

    /** Marks the boss in "assistant to the boss". */
    private static final String TO = "TO";

    private static final Phrases<Seniority> SENIORITY = new Phrases<>();
    private static final Phrases<Boolean> SERVING = new Phrases<>();
    private static final Phrases<JobFunction> FUNCTIONS = new Phrases<>();

    static {
        for (List<String> row : Vocabulary.rows("title-seniority.tsv")) {
            for (String phrase : Vocabulary.phrases(row, 2)) {
                if (row.get(0).equals(TO)) {
                    SERVING.add(phrase, true);
                } else {
                    SENIORITY.add(phrase, Seniority.valueOf(row.get(0)));
                }
            }
        }
        for (List<String> row : Vocabulary.rows("title-functions.tsv")) {
            for (String phrase : Vocabulary.phrases(row, 2)) {
                FUNCTIONS.add(phrase, JobFunction.valueOf(row.get(0)));
            }
        }
    }

    private TitleWords() {}

    static Title read(String title) {
        String cut = title.length() > MOST_CHARACTERS ? title.substring(0, MOST_CHARACTERS) : title;
        String text = NameText.clean(cut);
        boolean former = FORMER.matcher(text).find();
        String role = EMPLOYER.matcher(GENDER.matcher(text).replaceAll("")).replaceFirst("");
        List<String> words = words(role);
        Seniority seniority = seniority(words);
        Set<JobFunction> functions = functions(words);
        boolean leads = seniority.compareTo(Seniority.EXECUTIVE) >= 0;
        if (!leads && (functions.size() > 1 || serves(words))) {
            functions.remove(JobFunction.GENERAL_MANAGEMENT);
        }
        return new Title(seniority, functions, former);
    }

    private static boolean serves(List<String> words) {
        for (int i = 0; i < words.size(); i++) {
            if (longest(words, i, SERVING) > 0) {
                return true;
            }
        }
        return false;
    }

    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        for (String word : OrganizationWords.latinPhrase(text.replace(".", "")).split(" ")) {
            if (!word.isEmpty()) {
                words.add(Token.plain(word));
            }
        }
        return words;
    }

    /**
     * The highest that is said, unless a word makes the whole an intern's or a junior's position.
     */
    private static Seniority seniority(List<String> words) {
        Seniority highest = Seniority.UNKNOWN;
        Seniority lowered = Seniority.UNKNOWN;
        for (int i = 0; i < words.size(); ) {
            if (longest(words, i, SERVING) > 0) {
                return highest == Seniority.UNKNOWN || highest.compareTo(Seniority.REGULAR) > 0
                        ? Seniority.REGULAR
                        : highest;
            }
            int n = longest(words, i, SENIORITY);
            if (n == 0) {
                i++;
                continue;
            }
            Seniority found = meaning(words, i, n, SENIORITY);
            if (found == Seniority.INTERN || found == Seniority.JUNIOR) {
                lowered =
                        lowered == Seniority.UNKNOWN || found.compareTo(lowered) < 0
                                ? found
                                : lowered;
            } else if (found.compareTo(highest) > 0) {
                highest = found;
            }
            i += n;
        }
        return lowered == Seniority.UNKNOWN ? highest : lowered;
    }

    private static Set<JobFunction> functions(List<String> words) {
        Set<JobFunction> found = EnumSet.noneOf(JobFunction.class);
        for (int i = 0; i < words.size(); ) {
            int n = longest(words, i, FUNCTIONS);
            if (n > 0) {
                found.add(meaning(words, i, n, FUNCTIONS));
            }
            i += Math.max(1, n);
        }
        return found;
    }

    private static <T> int longest(List<String> words, int at, Phrases<T> phrases) {
        for (int n = Math.min(LONGEST_PHRASE, words.size() - at); n > 1; n--) {
            if (phrases.whole.containsKey(String.join(" ", words.subList(at, at + n)))) {
                return n;
            }
        }
        return find(words.get(at), phrases).isEmpty() ? 0 : 1;
    }

    private static <T> T meaning(List<String> words, int at, int n, Phrases<T> phrases) {
        if (n > 1) {
            T meaning = phrases.whole.get(String.join(" ", words.subList(at, at + n)));
            if (meaning != null) {
                return meaning;
            }
        }
        return find(words.get(at), phrases).getFirst();
    }

    private static <T> List<T> find(String word, Phrases<T> phrases) {
        List<T> found = new ArrayList<>();
        T whole = phrases.whole.get(word);
        if (whole != null) {
            found.add(whole);
        }
        for (int n = word.length(); n >= SHORTEST_STEM && found.isEmpty(); n--) {
            T start = phrases.beginnings.get(word.substring(0, n));
            T end = phrases.ends.get(word.substring(word.length() - n));
            if (start != null || end != null) {
                found.add(start == null ? end : start);
            }
        }
        return found;
    }
}
