package org.kithway.identity.name;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A name as text, taken apart: what is said in brackets, after a comma, behind a bar, and the words
 * that remain.
 *
 * @param segments what stands between commas, without empty ones
 * @param asides what stands in brackets or quotation marks
 */
record NameText(List<String> segments, List<String> asides) {
    private static final int MOST_CHARACTERS = 240;
    private static final Pattern ASIDE =
            Pattern.compile(
                    "[(\\[{]([^)\\]}]*)[)\\]}]?|[\"“”„«»]([^\"“”„«»]*)[\"“”«»]?|(?<=^|\\s)'([^']{2,20})'(?=\\s|$)");
    // What follows a bar, a bullet or a dash between spaces is a headline.
    private static final Pattern HEADLINE =
            Pattern.compile("\\s[|•·–—~/-]+\\s.*|\\|.*", Pattern.DOTALL);
    private static final Pattern COMMA = Pattern.compile("[,،;、]");
    private static final Pattern APOSTROPHE = Pattern.compile("[’‘ʼʻʹ`´′]");
    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}_]+");

    static NameText of(String text) {
        String clean = clean(text);
        List<String> asides = new ArrayList<>();
        Matcher aside = ASIDE.matcher(clean);
        StringBuilder rest = new StringBuilder();
        while (aside.find()) {
            for (int group = 1; group <= aside.groupCount(); group++) {
                if (aside.group(group) != null && !aside.group(group).isBlank()) {
                    asides.add(aside.group(group).strip());
                }
            }
            aside.appendReplacement(rest, " ");
        }
        aside.appendTail(rest);
        String name = rest.toString().strip();
        String withoutHeadline = HEADLINE.matcher(name).replaceFirst("").strip();
        List<String> segments = new ArrayList<>();
        for (String segment : COMMA.split(withoutHeadline.isEmpty() ? name : withoutHeadline)) {
            if (!segment.isBlank()) {
                segments.add(segment.strip());
            }
        }
        if (segments.isEmpty() && !asides.isEmpty()) {
            segments.add(asides.removeFirst());
        }
        return new NameText(List.copyOf(segments), List.copyOf(asides));
    }

    /** Compatible forms as one, apostrophes as one, without emoji and invisible characters. */
    static String clean(String text) {
        String cut = text.length() <= MOST_CHARACTERS ? text : text.substring(0, MOST_CHARACTERS);
        String normal = Normalizer.normalize(cut, Normalizer.Form.NFKC);
        StringBuilder clean = new StringBuilder(normal.length());
        normal.codePoints()
                .forEach(c -> {
                    switch (Character.getType(c)) {
                        case Character.OTHER_SYMBOL,
                                Character.UNASSIGNED,
                                Character.PRIVATE_USE,
                                Character.SURROGATE ->
                                clean.append(' ');
                        case Character.CONTROL -> clean.append(' ');
                        case Character.FORMAT, Character.ENCLOSING_MARK -> {}
                        default -> clean.appendCodePoint(c);
                    }
                });
        String spaced = SPACES.matcher(clean).replaceAll(" ").strip();
        return APOSTROPHE.matcher(spaced).replaceAll("'");
    }
}
