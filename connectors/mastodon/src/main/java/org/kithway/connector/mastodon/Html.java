package org.kithway.connector.mastodon;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;
import org.kithway.model.Fact;

import java.util.Set;
import java.util.regex.Pattern;

/** What a reader sees of a post's markup. */
final class Html {
    /** More markup than stands around the words that a fact carries. */
    private static final int MOST_READ = 8 * Fact.LONGEST_TEXT;

    private static final Set<String> PARAGRAPHS = Set.of("p", "blockquote", "ul", "ol", "pre");
    private static final Set<String> LINES = Set.of("br", "li");
    private static final Pattern GAP = Pattern.compile("\\n{3,}");

    private Html() {}

    /** The text: paragraphs apart, links in full. */
    static String text(String markup) {
        StringBuilder text = new StringBuilder();
        Jsoup.parseBodyFragment(markup.substring(0, Math.min(MOST_READ, markup.length())))
                .body()
                .traverse(
                        new NodeVisitor() {
                            @Override
                            public void head(Node node, int depth) {
                                if (node instanceof TextNode words) {
                                    text.append(words.getWholeText());
                                }
                            }

                            @Override
                            public void tail(Node node, int depth) {
                                if (PARAGRAPHS.contains(node.normalName())) {
                                    text.append("\n\n");
                                } else if (LINES.contains(node.normalName())) {
                                    text.append('\n');
                                }
                            }
                        });
        return GAP.matcher(text).replaceAll("\n\n").strip();
    }
}
