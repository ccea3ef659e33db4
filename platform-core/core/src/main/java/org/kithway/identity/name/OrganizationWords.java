package org.kithway.identity.name;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the words of organizations' names mean: {@code legal-forms.tsv}, {@code
 * organization-words.tsv}.
 */
final class OrganizationWords {
    /** Another organization that a name tells of, and what stands before it. */
    record Said(String before, String name, boolean alias) {}

    private static final int LONGEST_FORM = 8;
    private static final int LONGEST_ABBREVIATION = 3;
    private static final int LAST_LATIN = 0x24F;
    private static final Map<String, String> FORMS = legalForms();
    private static final Map<String, Set<String>> KINDS = new HashMap<>();
    private static final Map<String, String> WRITTEN_OUT = new HashMap<>();
    private static final Pattern PARTS = Pattern.compile("[/|,;]");
    private static final Pattern FORMER;
    private static final Pattern ALIAS;
    private static final Pattern ALIAS_IN_BRACKETS;
    private static final Pattern PARENT;
    // Google, a subsidiary of Alphabet; YouTube, a Google company
    private static final Pattern COMPANY_OF =
            Pattern.compile(
                    "(?iu)^(.*?)[,;|–—-]?\\s*\\b(?:an?|une?|eine?|part of|member of)\\s+(?:the\\s+)?(.+?)\\s+(?:company|group|subsidiary|business|brand|unternehmen)$");

    static {
        List<String> former = new ArrayList<>();
        List<String> alias = new ArrayList<>();
        List<String> bracketed = new ArrayList<>();
        List<String> parent = new ArrayList<>();
        for (List<String> row : Vocabulary.rows("organization-words.tsv")) {
            String kind = row.get(0);
            for (String phrase : Vocabulary.phrases(row, 2)) {
                switch (kind) {
                    case "former" -> former.add(Pattern.quote(phrase));
                    case "alias" -> alias.add(Pattern.quote(phrase));
                    case "alias_in_brackets" -> bracketed.add(Pattern.quote(phrase));
                    case "parent" -> parent.add(Pattern.quote(phrase));
                    case "word" ->
                            WRITTEN_OUT.put(
                                    Romanization.latin(phrase.toLowerCase(Locale.ROOT)),
                                    row.get(1));
                    default ->
                            KINDS.computeIfAbsent(kind, _ -> new HashSet<>())
                                    .add(
                                            kind.startsWith("placeholder")
                                                    ? Token.plain(latinPhrase(phrase))
                                                    : latinPhrase(phrase));
                }
            }
        }
        FORMER =
                Pattern.compile(
                        "(?iu)^\\s*(?:" + String.join("|", former) + ")(?:\\s*[-–—:]\\s*|\\s+)");
        ALIAS = Pattern.compile("(?iu)(?:^|[\\s,;/|–—-]+)(?:" + String.join("|", alias) + ")\\s+");
        bracketed.addAll(0, alias);
        ALIAS_IN_BRACKETS = Pattern.compile("(?iu)^(?:" + String.join("|", bracketed) + ")\\s+");
        PARENT =
                Pattern.compile("(?iu)(?:^|[\\s,;/|–—-]+)(?:" + String.join("|", parent) + ")\\s+");
    }

    private OrganizationWords() {}

    /** The words of a phrase, in a to z. */
    static String latinPhrase(String phrase) {
        StringBuilder latin = new StringBuilder();
        for (String word : phrase.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{M}\\p{N}]+")) {
            String written = Romanization.latin(word);
            if (!written.isEmpty()) {
                latin.append(latin.isEmpty() ? "" : " ").append(written);
            }
        }
        return latin.toString();
    }

    /**
     * How many words from there on are a legal form, which is added to the forms; 0 if none. The
     * first word of several is one only if it is written first in some country.
     */
    static int legalFormAt(List<String> latin, List<String> written, int at, Set<String> found) {
        StringBuilder phrase = new StringBuilder();
        int longest = 0;
        String form = "";
        for (int n = 1; n <= LONGEST_FORM && at + n <= latin.size(); n++) {
            phrase.append(n == 1 ? "" : " ").append(latin.get(at + n - 1));
            String known = FORMS.get(phrase.toString());
            if (known == null && n == 1) {
                known = FORMS.get(written.get(at).toLowerCase(Locale.ROOT));
            }
            if (known != null) {
                longest = n;
                form = known;
            }
        }
        if (longest > 0 && longest < latin.size()) {
            found.add(form);
            return longest;
        }
        return 0;
    }

    static String writtenOut(String word) {
        return WRITTEN_OUT.getOrDefault(word, word);
    }

    static boolean isStopWord(String word) {
        return is("stop", word);
    }

    /** Words that change nothing: group, holding. */
    static boolean isWeightless(String word) {
        return is("weightless", word);
    }

    /** Words that many organizations have in common: bank, university, national. */
    static boolean isGeneric(String word) {
        return is("generic", word) || is("weightless", word) || isPlace(word);
    }

    static boolean isPlace(String word) {
        return is("place", word);
    }

    /** Whether all that is said, between slashes, is no employer. */
    static boolean isPlaceholder(String name) {
        boolean any = false;
        for (String part : PARTS.split(name)) {
            String phrase = Token.plain(latinPhrase(part));
            if (!phrase.isEmpty()
                    && !is("placeholder", phrase)
                    && KINDS.getOrDefault("placeholder_start", Set.of()).stream()
                            .noneMatch(start -> (phrase + " ").startsWith(start + " "))) {
                return false;
            }
            any |= !phrase.isEmpty();
        }
        return any;
    }

    /** Whether words in brackets say that it is a former one: "(ex)". */
    static boolean isFormer(String aside) {
        return FORMER.matcher(aside + " x").replaceFirst("").equals("x");
    }

    private static boolean is(String kind, String word) {
        return KINDS.getOrDefault(kind, Set.of()).contains(word);
    }

    /** The part of a name that says that it is a former one; empty if none. */
    static String formerPrefix(String name) {
        Matcher former = FORMER.matcher(name);
        return former.find() && former.end() < name.length() ? former.group() : "";
    }

    /** Another organization of which the end of a name tells: "X, acquired by Y". */
    static Optional<Said> saidAfter(String name) {
        Matcher company = COMPANY_OF.matcher(name);
        if (company.matches() && !company.group(1).isBlank()) {
            return Optional.of(new Said(company.group(1), company.group(2), false));
        }
        return said(name).filter(s -> !s.before().isBlank());
    }

    /** Another organization of which words in brackets tell: "acquired by Y". */
    static Optional<Said> saidBefore(String aside) {
        Matcher company = COMPANY_OF.matcher(aside);
        if (company.matches() && company.group(1).isBlank()) {
            return Optional.of(new Said("", company.group(2), false));
        }
        Matcher alias = ALIAS_IN_BRACKETS.matcher(aside);
        return alias.find() && alias.end() < aside.length()
                ? Optional.of(said(aside, alias, true))
                : said(aside).filter(s -> s.before().isBlank());
    }

    private static Optional<Said> said(String text) {
        Matcher alias = ALIAS.matcher(text);
        if (alias.find() && alias.end() < text.length()) {
            return Optional.of(said(text, alias, true));
        }
        Matcher parent = PARENT.matcher(text);
        return parent.find() && parent.end() < text.length()
                ? Optional.of(said(text, parent, false))
                : Optional.empty();
    }

    private static Said said(String text, Matcher matcher, boolean alias) {
        return new Said(
                text.substring(0, matcher.start()).strip(),
                text.substring(matcher.end()).strip(),
                alias);
    }

    private static Map<String, String> legalForms() {
        Map<String, String> forms = new HashMap<>();
        for (List<String> row : Vocabulary.rows("legal-forms.tsv")) {
            for (String phrase : Vocabulary.phrases(row, 2)) {
                String latin = latinPhrase(phrase);
                // АТ is a legal form, AT is not.
                boolean own = latin.length() <= LONGEST_ABBREVIATION && !latin.equals(phrase);
                forms.put(own && phrase.codePointAt(0) > LAST_LATIN ? phrase : latin, row.get(0));
                if (phrase.indexOf('.') >= 0) {
                    forms.put(latinPhrase(phrase.replace(".", "")), row.get(0));
                }
            }
        }
        forms.remove("");
        return Map.copyOf(forms);
    }
}
