package org.kithway.search;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Writes a query in the grammar that {@link QueryParser} reads. */
public final class QueryPrinter {
    /** Whatever people's keyboards and word processors take for a quotation mark. */
    static final String QUOTES = "\"\u201C\u201D\u201E\u201F\u00AB\u00BB";

    /** A word that would be read as an operator or as a field with its value. */
    private static final Pattern MISTAKABLE = Pattern.compile("(?:AND|OR|NOT)$|-|\\p{L}+:(?!//)");

    private QueryPrinter() {}

    /** The query as text; reading the text gives the query again. */
    public static String print(Query query) {
        return switch (query) {
            case Query.All all -> "*";
            case Query.Word(String text) -> word(text);
            case Query.Phrase(String text) -> phrase(text);
            case Query.In(Field field, String text, boolean phrase) ->
                    field.label() + ":" + (phrase ? phrase(text) : value(text));
            case Query.And(List<Query> parts) ->
                    parts.stream().map(QueryPrinter::operand).collect(Collectors.joining(" "));
            case Query.Or(List<Query> parts) ->
                    parts.stream()
                            .map(part -> part instanceof Query.And ? print(part) : operand(part))
                            .collect(Collectors.joining(" OR "));
            case Query.Not(Query part) -> "-" + operand(part);
        };
    }

    private static String operand(Query query) {
        return query instanceof Query.And || query instanceof Query.Or
                ? "(" + print(query) + ")"
                : print(query);
    }

    private static String word(String text) {
        return MISTAKABLE.matcher(text).lookingAt() ? "\\" + value(text) : value(text);
    }

    private static String value(String text) {
        String address = text.startsWith("//") ? "\\" : "";
        return address + escaped(text, " ()\\" + QUOTES);
    }

    private static String phrase(String text) {
        return '"' + escaped(text, "\\" + QUOTES) + '"';
    }

    private static String escaped(String text, String special) {
        StringBuilder escaped = new StringBuilder(text.length() + 8);
        for (char c : text.toCharArray()) {
            if (special.indexOf(c) >= 0) {
                escaped.append('\\');
            }
            escaped.append(c);
        }
        return escaped.toString();
    }
}
