package org.kithway.connector.blogger;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeVisitor;
import org.kithway.model.Fact;

import java.util.Set;
import java.util.regex.Pattern;

/** The words of HTML. */
final class Html {
    /** More markup than stands around the words that a fact carries. */
    private static final int MOST_READ = 8 * Fact.LONGEST_TEXT;

    private static final Set<String> BLOCKS =
            Set.of(
                    "p",
                    "br",
                    "div",
                    "li",
                    "tr",
                    "h1",
                    "h2",
                    "h3",
                    "h4",
                    "h5",
                    "h6",
                    "blockquote",
                    "pre",
                    "hr");

    private static final Pattern ESCAPED =
            Pattern.compile("&(?:#\\d{1,7}|#x\\p{XDigit}{1,6}|amp|lt|gt|quot|apos|nbsp);");

    private Html() {}

    /** The text as a browser would show it: a line for each block, and single spaces. */
    static String text(String html) {
        StringBuilder text = new StringBuilder();
        // What scripts and styles hold is no text to the parser.
        Jsoup.parseBodyFragment(html.substring(0, Math.min(MOST_READ, html.length())))
                .body()
                .traverse(
                        new NodeVisitor() {
                            @Override
                            public void head(Node node, int depth) {
                                if (node instanceof TextNode words) {
                                    text.append(words.getWholeText());
                                } else {
                                    tail(node, depth);
                                }
                            }

                            @Override
                            public void tail(Node node, int depth) {
                                if (BLOCKS.contains(node.normalName())) {
                                    text.append('\n');
                                }
                            }
                        });
        return lines(text);
    }

    /** A heading, which some exports escape twice. */
    static String heading(String title) {
        String once = ESCAPED.matcher(title).find() ? Parser.unescapeEntities(title, false) : title;
        return once.indexOf('<') < 0 ? lines(once) : text(once).replace('\n', ' ');
    }

    /** Blanks become one space, and blanks with a line break in them one line break. */
    private static String lines(CharSequence text) {
        StringBuilder lines = new StringBuilder(text.length());
        char pending = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isWhitespace(c) || c == '\u00a0') {
                pending = pending == '\n' || c == '\n' ? '\n' : ' ';
                continue;
            }
            if (pending != 0 && !lines.isEmpty()) {
                lines.append(pending);
            }
            pending = 0;
            lines.append(c);
        }
        return lines.toString();
    }
}
