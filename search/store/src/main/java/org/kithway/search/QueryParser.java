package org.kithway.search;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads the query grammar.
 *
 * <pre>
 * query  = and *( "OR" and )
 * and    = not *( [ "AND" ] not )
 * not    = *( "NOT" / "-" ) term
 * term   = word / phrase / field ":" ( word / phrase ) / "(" query ")"
 * phrase = quotation mark, words, quotation mark
 * </pre>
 *
 * <p>Operators are written in upper case; AND binds more tightly than OR. A backslash takes the
 * meaning from the character after it. Nothing else has a meaning: {@code *} and {@code ?} are
 * characters like any other, save that a lone {@code *} asks for everybody.
 *
 * <p>Where somebody not versed in grammars would expect it, the parser overlooks what it cannot
 * apply: operators without a term beside them, a missing closing quotation mark, a blank after a
 * field's colon, and words without any letter or digit.
 */
public final class QueryParser {
    /** Longest query, in characters. */
    public static final int LONGEST = 2_000;

    /** Most words and phrases in a query. */
    public static final int MOST_TERMS = 256;

    /** Deepest nesting of parentheses. */
    public static final int DEEPEST = 20;

    private final String text;
    private int at;
    private int terms;
    private int depth;

    private QueryParser(String text) {
        this.text = text;
    }

    /**
     * Takes a question apart. {@link QueryPrinter} does the reverse.
     *
     * @throws QueryException if the text is empty, too long, too deep or has too many terms, names
     *     a field that does not exist, or its parentheses do not pair
     */
    public static Query parse(String text) {
        if (text.length() > LONGEST) {
            throw new QueryException(
                    LONGEST, "The query is too long: shorten it to " + LONGEST + " characters");
        }
        if (text.strip().equals("*")) {
            return new Query.All();
        }
        QueryParser parser = new QueryParser(text);
        Query query = parser.or();
        if (parser.peek() == ')') {
            throw new QueryException(
                    parser.at,
                    "This parenthesis closes nothing: remove it, or open one before with (");
        }
        if (query == null) {
            throw new QueryException(0, "There is nothing to search for: type a word");
        }
        return query;
    }

    /** Terms up to the end or a closing parenthesis; null if there are none. */
    private @Nullable Query or() {
        List<Query> alternatives = new ArrayList<>();
        List<Query> together = new ArrayList<>();
        for (skipBlanks(); at < text.length() && peek() != ')'; skipBlanks()) {
            if (operator("OR")) {
                Query all = and(together);
                if (all != null) {
                    alternatives.add(all);
                }
                together.clear();
            } else if (!operator("AND")) {
                Query term = not();
                if (term != null) {
                    together.add(term);
                }
            }
        }
        Query all = and(together);
        if (all != null) {
            alternatives.add(all);
        }
        return any(alternatives);
    }

    private @Nullable Query not() {
        boolean negated = false;
        while (true) {
            if (operator("NOT")) {
                negated = !negated;
            } else if (peek() == '-') {
                at++;
                negated = !negated;
                if (at < text.length() && isBlank(at)) {
                    return null; // a dash between words
                }
            } else {
                break;
            }
            skipBlanks();
        }
        if (at >= text.length() || peek() == ')' || peekOperator()) {
            return null;
        }
        Query term = term();
        return term == null || !negated ? term : negate(term);
    }

    private @Nullable Query term() {
        int start = at;
        if (peek() == '(') {
            return parenthesized();
        }
        if (isQuote(at)) {
            String words = quoted();
            return isSearchable(words) ? counted(start, new Query.Phrase(words)) : null;
        }
        Optional<Field> field = field();
        if (field.isPresent()) {
            return counted(start, value(field.get()));
        }
        String word = word();
        return isSearchable(word) ? counted(start, new Query.Word(word)) : null;
    }

    private Query parenthesized() {
        int open = at++;
        if (++depth > DEEPEST) {
            throw new QueryException(
                    open, "Parentheses are nested too deeply: use at most " + DEEPEST + " levels");
        }
        Query inner = or();
        if (peek() != ')') {
            throw new QueryException(open, "This parenthesis is never closed: add a )");
        }
        at++;
        depth--;
        if (inner == null) {
            throw new QueryException(
                    open, "There is nothing in these parentheses: remove them, or add a word");
        }
        return inner;
    }

    /** The name before a colon, if there is one here; the colon is passed over. */
    private Optional<Field> field() {
        int colon = at;
        while (colon < text.length() && Character.isLetter(text.charAt(colon))) {
            colon++;
        }
        if (colon == at || colon == text.length() || text.charAt(colon) != ':') {
            return Optional.empty();
        }
        if (text.startsWith("//", colon + 1)) {
            return Optional.empty(); // an address, pasted
        }
        Optional<Field> field = Field.named(text.substring(at, colon));
        if (field.isEmpty()) {
            throw new QueryException(
                    at,
                    "There is no field of this name: use one of "
                            + Field.labels()
                            + ", or put the words in quotation marks");
        }
        at = colon + 1;
        return field;
    }

    private Query value(Field field) {
        skipBlanks();
        int start = at;
        boolean phrase = isQuote(at);
        String value = phrase ? quoted() : word();
        if (field == Field.SINCE) {
            try {
                Years.parse(value);
            } catch (IllegalArgumentException e) {
                throw new QueryException(
                        start, "since: takes a year, or years such as 2015..2020 or >2015");
            }
            return new Query.In(field, value, false);
        }
        if (!isSearchable(value)) {
            throw new QueryException(
                    start,
                    field.label()
                            + ": needs a word after it, or several in quotation marks: "
                            + field.label()
                            + ":\"two words\"");
        }
        return new Query.In(field, value, phrase);
    }

    private Query counted(int start, Query term) {
        if (++terms > MOST_TERMS) {
            throw new QueryException(
                    start, "The query has too many words: use at most " + MOST_TERMS);
        }
        return term;
    }

    /** Everything up to a blank, a parenthesis or a quotation mark. */
    private String word() {
        StringBuilder word = new StringBuilder();
        while (at < text.length() && !isBlank(at) && !isQuote(at) && !isParenthesis(at)) {
            if (peek() == '\\' && ++at == text.length()) {
                break;
            }
            word.append(text.charAt(at++));
        }
        return scrubbed(word);
    }

    /** What stands up to the next quotation mark or the end, blanks made single. */
    private String quoted() {
        at++;
        StringBuilder words = new StringBuilder();
        while (at < text.length() && !isQuote(at)) {
            if (peek() == '\\' && ++at == text.length()) {
                break;
            }
            words.append(text.charAt(at++));
        }
        at++;
        return scrubbed(words);
    }

    /** Without what no text can hold or nobody can see: control characters, half characters. */
    private static String scrubbed(CharSequence raw) {
        StringBuilder text = new StringBuilder(raw.length());
        raw.codePoints()
                .forEach(c -> {
                    if (!isBlankCharacter(c)) {
                        text.appendCodePoint(c);
                    } else if (!text.isEmpty() && text.charAt(text.length() - 1) != ' ') {
                        text.append(' ');
                    }
                });
        return text.toString().strip();
    }

    private boolean operator(String name) {
        if (!peekOperator(name)) {
            return false;
        }
        at += name.length();
        return true;
    }

    private boolean peekOperator() {
        return peekOperator("AND") || peekOperator("OR");
    }

    private boolean peekOperator(String name) {
        int end = at + name.length();
        return text.startsWith(name, at)
                && (end == text.length() || isBlank(end) || isParenthesis(end) || isQuote(end));
    }

    private void skipBlanks() {
        while (at < text.length() && isBlank(at)) {
            at++;
        }
    }

    /** The present character, or 0 at the end. */
    private char peek() {
        return at < text.length() ? text.charAt(at) : 0;
    }

    private boolean isParenthesis(int index) {
        char c = text.charAt(index);
        return c == '(' || c == ')';
    }

    private boolean isQuote(int index) {
        return index < text.length() && QueryPrinter.QUOTES.indexOf(text.charAt(index)) >= 0;
    }

    private boolean isBlank(int index) {
        return isBlankCharacter(text.codePointAt(index)) && !isSecondHalf(index);
    }

    private boolean isSecondHalf(int index) {
        return index > 0 && Character.isSurrogatePair(text.charAt(index - 1), text.charAt(index));
    }

    private static boolean isBlankCharacter(int c) {
        return Character.isWhitespace(c)
                || Character.isSpaceChar(c)
                || Character.isISOControl(c)
                || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    }

    private static boolean isSearchable(String words) {
        return words.codePoints().anyMatch(Character::isLetterOrDigit);
    }

    private static @Nullable Query and(List<Query> parts) {
        List<Query> flat = new ArrayList<>();
        for (Query part : parts) {
            if (part instanceof Query.And(List<Query> inner)) {
                flat.addAll(inner);
            } else {
                flat.add(part);
            }
        }
        return flat.size() > 1 ? new Query.And(flat) : flat.isEmpty() ? null : flat.getFirst();
    }

    private static @Nullable Query any(List<Query> parts) {
        List<Query> flat = new ArrayList<>();
        for (Query part : parts) {
            if (part instanceof Query.Or(List<Query> inner)) {
                flat.addAll(inner);
            } else {
                flat.add(part);
            }
        }
        return flat.size() > 1 ? new Query.Or(flat) : flat.isEmpty() ? null : flat.getFirst();
    }

    private static Query negate(Query term) {
        return term instanceof Query.Not(Query inner) ? inner : new Query.Not(term);
    }
}
