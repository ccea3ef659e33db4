package org.kithway.identity.name;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells the parts of an organization's name apart. */
final class OrganizationParser {
    private static final int MOST_CHARACTERS = 240;
    private static final int MOST_WORDS = 16;
    private static final Pattern BRACKETS = Pattern.compile("[(\\[]([^)\\]]*)[)\\]]?");
    // SiemensAG, StripeLLC
    private static final Pattern ATTACHED =
            Pattern.compile(
                    "(?<=\\p{Ll}{3})(?=(?:AG|SE|SA|KG|GmbH|LLC|Inc|Ltd|PLC|BV|NV|AB)\\.?$)");
    // J.P., S.A.R.L., G.m.b.H., o.O.O.
    private static final Pattern DOTTED =
            Pattern.compile("(?<![\\p{L}\\p{N}])(?:\\p{L}{1,2}\\.){2,}\\p{L}{0,2}(?![\\p{L}])");
    // Written without spaces: Corporation, Limited
    private static final Pattern GLUED =
            Pattern.compile("株式会社|有限会社|合同会社|股份有限公司|有限责任公司|有限責任公司|有限公司|주식회사|유한회사");
    private static final Pattern SEPARATOR = Pattern.compile("[^\\p{L}\\p{M}\\p{N}&+@#]+");
    private static final Pattern LETTERS_AND = Pattern.compile("(?<=\\p{L})&(?=\\p{L})");

    final List<Token> words = new ArrayList<>();
    final Set<String> legalForms = new TreeSet<>();
    final List<OrganizationName> aliases = new ArrayList<>();
    final List<OrganizationName> related = new ArrayList<>();
    final List<String> allWords = new ArrayList<>();
    boolean former;
    boolean placeholder;

    void read(String name) {
        read(name, true);
    }

    private void read(String name, boolean outer) {
        String cut = name.length() > MOST_CHARACTERS ? name.substring(0, MOST_CHARACTERS) : name;
        String text = NameText.clean(cut);
        Matcher bracket = BRACKETS.matcher(text);
        StringBuilder rest = new StringBuilder();
        List<String> asides = new ArrayList<>();
        while (bracket.find()) {
            asides.add(bracket.group(1).strip());
            bracket.appendReplacement(rest, " ");
        }
        bracket.appendTail(rest);
        String main = rest.toString().strip();
        if (main.isEmpty() && !asides.isEmpty()) {
            main = asides.removeFirst();
        }
        Optional<OrganizationWords.Said> said = OrganizationWords.saidAfter(main);
        if (outer && said.isPresent()) {
            add(said.get());
            main = said.get().before();
        }
        String prefix = OrganizationWords.formerPrefix(main);
        if (!prefix.isEmpty()) {
            former = true;
            main = main.substring(prefix.length()).strip();
        }
        readWords(main);
        placeholder = OrganizationWords.isPlaceholder(main);
        if (outer) {
            asides.forEach(this::aside);
        }
    }

    private void readWords(String text) {
        String attached = ATTACHED.matcher(text).replaceFirst(" ");
        Matcher dotted = DOTTED.matcher(attached);
        String undotted =
                dotted.replaceAll(m -> Matcher.quoteReplacement(m.group().replace(".", "") + " "));
        undotted = GLUED.matcher(undotted).replaceAll(" $0 ");
        String and = LETTERS_AND.matcher(undotted.replace("'", "")).replaceAll(" & ");
        List<String> written = new ArrayList<>();
        for (String word : SEPARATOR.split(and)) {
            if (!word.isEmpty() && written.size() < MOST_WORDS) {
                written.add(word);
            }
        }
        List<String> latin =
                written.stream().map(w -> Romanization.latin(w.toLowerCase(Locale.ROOT))).toList();
        List<Token> kept = new ArrayList<>();
        for (int i = 0; i < latin.size(); ) {
            int form = OrganizationWords.legalFormAt(latin, written, i, legalForms);
            if (form > 0) {
                i += form;
                continue;
            }
            String word = latin.get(i);
            if (!word.isEmpty()) {
                allWords.add(word);
            }
            boolean lettered = isAmpersand(written, i - 1) || isAmpersand(written, i + 1);
            if (!word.isEmpty() && (lettered || !OrganizationWords.isStopWord(word))) {
                Arrays.stream(OrganizationWords.writtenOut(word).split(" "))
                        .forEach(w -> kept.add(token(w, word, written)));
            }
            i++;
        }
        words.addAll(kept);
        if (words.isEmpty()) {
            latin.stream().filter(w -> !w.isEmpty()).forEach(w -> words.add(Token.of(w)));
            legalForms.clear();
        }
    }

    private static boolean isAmpersand(List<String> words, int i) {
        return i >= 0 && i < words.size() && words.get(i).equals("&");
    }

    private static Token token(String word, String latin, List<String> written) {
        if (!word.equals(latin)) {
            return Token.of(word);
        }
        for (String original : written) {
            if (Romanization.latin(original).equals(latin)) {
                return Token.of(original);
            }
        }
        return Token.of(word);
    }

    private void aside(String aside) {
        if (aside.isEmpty()) {
            return;
        }
        if (OrganizationWords.isFormer(aside)) {
            former = true;
            return;
        }
        Optional<OrganizationWords.Said> said = OrganizationWords.saidBefore(aside);
        if (said.isPresent()) {
            add(said.get());
            return;
        }
        OrganizationParser parser = new OrganizationParser();
        parser.read(aside, false);
        if (parser.words.isEmpty()) {
            return;
        }
        if (parser.words.stream().allMatch(w -> OrganizationWords.isPlace(w.latin))) {
            words.addAll(parser.words);
            return;
        }
        OrganizationName other = new OrganizationName(parser);
        OrganizationName own = new OrganizationName(this);
        boolean initials = other.isAcronymOf(own) || own.isAcronymOf(other);
        (initials || parser.former ? aliases : related).add(other);
    }

    private void add(OrganizationWords.Said said) {
        OrganizationParser parser = new OrganizationParser();
        parser.read(said.name(), false);
        if (!parser.words.isEmpty()) {
            (said.alias() ? aliases : related).add(new OrganizationName(parser));
        }
    }
}
