package org.kithway.identity.name;

import org.kithway.identity.name.NameWords.Kind;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Tells the words of a name apart: titles and degrees, given names, particles, family names. */
final class NameParser {
    private static final Pattern PRONOUNS =
            Pattern.compile(
                    "(?i)(she|he|they|her|him|them|his|hers|ze|xe|sie|er|ella|el|elle|il|lei|lui|any|all)([/ ,]+\\w+)+|pronouns.*");
    private static final Pattern PATRONYMIC =
            Pattern.compile(
                    ".{2,}(ovich|evich|ovitch|evitch|ovych|evych|ovna|evna|ivna|ichna|ogly|oglu|kyzy)");
    private static final Set<String> COMPOUND_FIRST =
            Set.of(
                    "abd", "abdul", "abdel", "abdal", "abdu", "abdoul", "abdur", "abdus", "abu",
                    "abou", "mc", "mac");
    private static final Set<String> COMPOUND_LAST =
            Set.of("din", "deen", "dine", "uddin", "eddine");
    private static final Set<String> CONJUNCTIONS = Set.of("y", "e", "i");

    final List<Token> given = new ArrayList<>();
    final List<Token> family = new ArrayList<>();
    final List<Token> nicknames = new ArrayList<>();
    final List<Token> birth = new ArrayList<>();
    final List<String> particles = new ArrayList<>();
    String generation = "";
    boolean sonOf;

    /** Reads a whole name. */
    void read(String name) {
        NameText text = NameText.of(name);
        text.asides().forEach(this::aside);
        List<List<Word>> segments = new ArrayList<>();
        for (String segment : text.segments()) {
            List<Word> words = Word.of(segment);
            boolean later = !segments.isEmpty();
            boolean named =
                    later && !isUpper(segments.getFirst()) && segments.getFirst().size() > 1;
            if (later && isDecoration(words, named)) {
                words.forEach(this::decoration);
            } else if (!words.isEmpty()) {
                segments.add(words);
            }
        }
        if (segments.isEmpty()) {
            return;
        }
        List<Word> first = undecorated(segments.getFirst());
        if (segments.size() == 1 || isHeadline(first, segments.get(1))) {
            whole(first);
        } else {
            names(first, family, true);
            names(undecorated(segments.get(1)), given, false);
        }
    }

    /** Reads a name whose parts are known. */
    void read(String givenNames, String familyNames) {
        NameText text = NameText.of(givenNames);
        text.asides().forEach(this::aside);
        text.segments().stream()
                .limit(1)
                .forEach(s -> names(undecorated(Word.of(s)), given, false));
        NameText familyText = NameText.of(familyNames);
        familyText.asides().forEach(this::aside);
        familyText.segments().stream()
                .limit(1)
                .forEach(s -> names(undecorated(Word.of(s)), family, true));
        familyText.segments().stream().skip(1).forEach(s -> Word.of(s).forEach(this::decoration));
    }

    private void aside(String aside) {
        if (PRONOUNS.matcher(aside).matches()) {
            return;
        }
        List<Word> words = Word.of(aside);
        if (words.stream().anyMatch(w -> w.is(Kind.BORN))) {
            words.stream().filter(w -> !w.is(Kind.BORN)).forEach(w -> birth.add(w.token()));
        } else if (words.size() < 3 && !isDecoration(words, false)) {
            words.forEach(w -> nicknames.add(w.token()));
        }
    }

    /** Whether what follows a comma is no part of the name: degrees, generations. */
    private static boolean isDecoration(List<Word> words, boolean afterFullName) {
        for (Word word : words) {
            boolean capitals = afterFullName && word.isUpper();
            if (!capitals
                    && !word.is(Kind.DEGREE)
                    && !word.is(Kind.DOUBTFUL_DEGREE)
                    && !word.is(Kind.GENERATION)) {
                return false;
            }
        }
        return !words.isEmpty();
    }

    private void decoration(Word word) {
        if (word.is(Kind.GENERATION)) {
            generation = NameWords.generation(word.token().latin);
        }
    }

    /** "Jane Doe, Engineer" is no "Last, First". */
    private static boolean isHeadline(List<Word> first, List<Word> second) {
        return first.size() > 1
                && NameVariants.isGivenName(first.getFirst().token().latin)
                && second.stream().noneMatch(w -> NameVariants.isGivenName(w.token().latin));
    }

    private static boolean isUpper(List<Word> words) {
        return words.stream().allMatch(Word::isUpper);
    }

    /** Without titles before and after, degrees and generations after; at least one word stays. */
    private List<Word> undecorated(List<Word> all) {
        List<Word> words = new ArrayList<>(all);
        while (words.size() > (isNameToo(words.getFirst()) ? 2 : 1)
                && words.getFirst().is(Kind.TITLE)) {
            words.removeFirst();
        }
        boolean upper = isUpper(words);
        for (int i = words.size() - 1; i > 0; i--) {
            Word word = words.get(i);
            boolean doubtful = word.is(Kind.DOUBTFUL_DEGREE) && word.isUpper() && !upper && i > 1;
            if (word.is(Kind.GENERATION)) {
                decoration(words.remove(i));
            } else if (word.is(Kind.DEGREE)
                    || doubtful
                    || (word.is(Kind.TITLE)
                            && !isNameToo(word)
                            && i == words.size() - 1
                            && i > 1)) {
                words.remove(i);
            } else if (word.is(Kind.BORN)) {
                List<Word> born = words.subList(i, words.size());
                born.stream().skip(1).forEach(w -> birth.add(w.token()));
                born.clear();
            }
        }
        return joined(words);
    }

    /** King, Prince, Tan: also names. */
    private static boolean isNameToo(Word word) {
        return NameVariants.isGivenName(word.token().latin)
                || NameFrequency.PRIOR.isFamily(word.token().latin);
    }

    /** Abd al Rahman, Shams ud Din, Mc Donald: one name in several words. */
    private static List<Word> joined(List<Word> words) {
        List<Word> joined = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            Word word = words.get(i);
            int next = i + 1;
            while (next < words.size() - 1 && words.get(next).is(Kind.PARTICLE)) {
                next++;
            }
            if (COMPOUND_FIRST.contains(word.token().latin) && next < words.size()) {
                Word last = words.get(next);
                joined.add(
                        new Word(word.text(), word.token().with(last.token()), word.continued()));
                i = next;
            } else if (COMPOUND_LAST.contains(word.token().latin) && !joined.isEmpty()) {
                while (joined.size() > 1 && joined.getLast().is(Kind.PARTICLE)) {
                    joined.removeLast();
                }
                Word before = joined.removeLast();
                joined.add(
                        new Word(
                                before.text(),
                                before.token().with(word.token()),
                                before.continued()));
            } else {
                joined.add(word);
            }
        }
        return joined;
    }

    /** Without a comma: tells where the family name begins, or that it comes first. */
    private void whole(List<Word> words) {
        if (words.size() == 1) {
            single(words.getFirst());
            return;
        }
        int n = words.size();
        if (familyFirst(words)) {
            names(words.subList(0, 1), family, true);
            names(words.subList(1, n), given, false);
            return;
        }
        int upperTo = 0;
        while (upperTo < n && words.get(upperTo).isUpper()) {
            upperTo++;
        }
        List<Word> after = words.subList(upperTo, n);
        if (upperTo > 0
                && after.stream().anyMatch(w -> !w.token().isInitial())
                && after.stream().noneMatch(Word::isUpper)
                && words.getFirst().text().length() > 2) {
            names(words.subList(0, upperTo), family, true);
            names(after, given, false);
            return;
        }
        if (initialsFrom(words) < n) {
            names(words.subList(0, 1), family, true);
            names(words.subList(1, n), given, false);
            return;
        }
        int split = familyFrom(words);
        names(words.subList(0, split), given, false);
        names(words.subList(split, n), family, true);
    }

    /** Smith J, Smith J.A., Smith John A: where the initials begin that follow a family name. */
    private static int initialsFrom(List<Word> words) {
        int from = words.size();
        while (from > 1 && words.get(from - 1).token().isInitial()) {
            from--;
        }
        return words.getFirst().token().isInitial()
                        || NameVariants.isGivenName(words.getFirst().token().latin)
                ? words.size()
                : from;
    }

    private static boolean familyFirst(List<Word> words) {
        Word first = words.getFirst();
        Word last = words.getLast();
        if (first.token().writing == Writing.SYLLABLES) {
            return true;
        }
        if (words.size() == 3 && PATRONYMIC.matcher(last.token().latin).matches()) {
            return true;
        }
        return NameFrequency.PRIOR.comesFirst(first.token().latin)
                && (isSyllables(words.subList(1, words.size()))
                        || (!NameVariants.isGivenName(first.token().latin)
                                && !NameFrequency.PRIOR.isFamily(last.token().latin)));
    }

    /** Jong Un, Min-su: two short words that are no given name elsewhere. */
    private static boolean isSyllables(List<Word> words) {
        return words.size() == 2
                && words.stream()
                        .allMatch(w ->
                                w.token().latin.length() < 6
                                        && !w.token().isInitial()
                                        && !NameVariants.isGivenName(w.token().latin)
                                        && (words.get(1).continued()
                                                || !NameFrequency.PRIOR.isFamily(w.token().latin)));
    }

    private static int familyFrom(List<Word> words) {
        int n = words.size();
        int sons = -1;
        for (int i = 1; i < n - 1; i++) {
            Word word = words.get(i);
            if (word.is(Kind.SON_OF)) {
                sons = i;
            } else if (word.is(Kind.PARTICLE)) {
                return i;
            } else if (i > 1 && CONJUNCTIONS.contains(word.text())) {
                return i - 1;
            }
        }
        if (sons > 0) {
            return sons;
        }
        int split = n - 1;
        while (split > 1 && words.get(split).continued()) {
            split--;
        }
        if (split == n - 1 && n > 2) {
            String before = words.get(n - 2).token().latin;
            if (NameFrequency.PRIOR.isFamily(before) && !NameVariants.isGivenName(before)) {
                return n - 2;
            }
        }
        return split;
    }

    private void single(Word word) {
        Token token = word.token();
        if (token.writing == Writing.SYLLABLES) {
            int letters = token.written.codePointCount(0, token.written.length());
            int split = EastAsianNames.familyLetters(token.written);
            if (letters > split && split > 0 && letters < 7) {
                int at = token.written.offsetByCodePoints(0, split);
                String head = token.written.substring(0, at);
                family.add(EastAsianNames.family(head));
                given.add(EastAsianNames.given(token.written.substring(at), head));
                return;
            }
        }
        (NameVariants.isGivenName(token.latin) ? given : family).add(token);
    }

    private void names(List<Word> words, List<Token> to, boolean areFamily) {
        for (int i = 0; i < words.size(); i++) {
            Word word = words.get(i);
            Token token = word.token();
            boolean inside = i < words.size() - 1 && (i > 0 || areFamily);
            boolean conjunction = i > 0 && CONJUNCTIONS.contains(word.text());
            if (inside && (word.is(Kind.PARTICLE) || word.is(Kind.SON_OF) || conjunction)) {
                particles.add(token.latin);
                sonOf |= word.is(Kind.SON_OF);
            } else if (token.writing == Writing.SYLLABLES) {
                to.add(
                        areFamily || family.isEmpty()
                                ? EastAsianNames.family(token.written)
                                : EastAsianNames.given(token.written, family.getFirst().written));
            } else {
                to.add(token);
            }
        }
    }

    /** Reads an account's name: jane.doe72, JaneDoe, janedoe@example.org. */
    void readHandle(String handle) {
        String local = handle.strip();
        int at = local.indexOf('@', 1);
        local = at > 0 ? local.substring(0, at) : local;
        local = local.substring(Math.max(local.lastIndexOf('/'), local.lastIndexOf('@')) + 1);
        String words =
                local.replaceAll("[^\\p{L}\\p{M}']+", " ")
                        .replaceAll("(?<=\\p{Ll})(?=\\p{Lu})", " ")
                        .strip();
        if (words.indexOf(' ') < 0) {
            words = splitAfterGivenName(words.toLowerCase(Locale.ROOT));
        }
        List<Word> read = joined(Word.of(words));
        if (!read.isEmpty()) {
            whole(read);
        }
    }

    private static String splitAfterGivenName(String word) {
        for (int i = word.length() - 3; i >= 3; i--) {
            if (NameVariants.isGivenName(word.substring(0, i))) {
                return word.substring(0, i) + " " + word.substring(i);
            }
        }
        return word;
    }
}
