package org.kithway.web;

import org.kithway.search.EvidenceDocument;

import java.util.Arrays;
import java.util.Locale;

/** Evidence for what somebody knows, in words. */
final class EvidenceWords {
    /** Longest excerpt, in characters. */
    static final int LONGEST = 300;

    private static final int BEFORE = 80;

    private EvidenceWords() {}

    /**
     * One line.
     *
     * @param topic what was asked for; a long text is cut to where it first speaks of it
     */
    static String of(EvidenceDocument evidence, String topic) {
        String text = excerpt(evidence.text(), topic);
        return switch (evidence.kind()) {
            case RECOMMENDATION -> "recommended: “" + text + "”";
            case POSITION -> text;
            case ARTICLE -> "wrote the article: “" + text + "”";
            case POST -> "posted: “" + text + "”";
            case COMMENT -> "commented: “" + text + "”";
            case HEADLINE -> "headline: " + text;
            case SUMMARY -> "about: " + text;
            case SKILL -> "names the skill " + text;
            case ENDORSEMENT -> "endorsed for " + text;
            case EDUCATION -> "studied: " + text;
        };
    }

    /** The kind's name in answers. */
    static String kind(EvidenceDocument.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    static String excerpt(String text, String topic) {
        String line = text.strip().replaceAll("\\s+", " ");
        if (line.length() <= LONGEST) {
            return line;
        }
        String lower = line.toLowerCase(Locale.ROOT);
        int found =
                Arrays.stream(topic.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}+#.]+"))
                        .filter(word -> !word.isBlank())
                        .mapToInt(lower::indexOf)
                        .filter(at -> at >= 0 && at < line.length())
                        .min()
                        .orElse(0);
        int from = atWord(line, Math.max(0, Math.min(found - BEFORE, line.length() - LONGEST)));
        int to = Math.min(line.length(), from + LONGEST);
        if (to < line.length()) {
            int space = line.lastIndexOf(' ', to);
            to = space > from ? space : whole(line, to);
        }
        return (from > 0 ? "… " : "") + line.substring(from, to) + (to < line.length() ? " …" : "");
    }

    private static int atWord(String line, int from) {
        int space = from == 0 ? -1 : line.indexOf(' ', from);
        return space < 0 || space > from + BEFORE ? whole(line, from) : space + 1;
    }

    private static int whole(String line, int at) {
        return at > 0 && at < line.length() && Character.isLowSurrogate(line.charAt(at))
                ? at - 1
                : at;
    }
}
