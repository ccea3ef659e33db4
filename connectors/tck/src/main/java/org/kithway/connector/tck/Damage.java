package org.kithway.connector.tck;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One way in which an entry's content was spoiled.
 *
 * @param what how and where, for messages
 */
record Damage(String what, byte[] content) {
    /** A word that no export and no reason holds. */
    static final String CANARY = "Qwyzzfjord";

    private static final int EACH = 24;
    private static final int MOST_WORDS = 200;
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");

    /** Cuts, flipped bytes and added columns at places that the seed chooses. */
    static List<Damage> of(byte[] content, long seed) {
        Random random = new Random(seed);
        List<Damage> all = new ArrayList<>();
        all.add(new Damage("emptied", new byte[0]));
        for (int i = 0; i < EACH && content.length > 0; i++) {
            int at = random.nextInt(content.length);
            all.add(new Damage("cut at byte " + at, Arrays.copyOf(content, at)));
            byte[] flipped = content.clone();
            flipped[at] ^= (byte) (1 + random.nextInt(255));
            all.add(new Damage("byte " + at + " flipped", flipped));
            String lines = new String(content, StandardCharsets.ISO_8859_1);
            int line = lines.indexOf('\n', at);
            int column = line < 0 ? content.length : line;
            all.add(
                    new Damage(
                            "column added at byte " + column,
                            spliced(content, column, column, ",\"added\"")));
        }
        // The first line is the header of many formats, and worth a column of its own.
        int header = new String(content, StandardCharsets.ISO_8859_1).indexOf('\n');
        if (header > 0) {
            all.add(new Damage("column before the first", spliced(content, 0, 0, "added,")));
            all.add(
                    new Damage(
                            "column after the first line", spliced(content, header, header, ",a")));
        }
        return all;
    }

    /** A canary in place of one word or number each. */
    static List<Damage> canaries(byte[] content, long seed) {
        Random random = new Random(seed);
        String bytes = new String(content, StandardCharsets.ISO_8859_1);
        List<int[]> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(bytes);
        while (matcher.find()) {
            words.add(new int[] {matcher.start(), matcher.end()});
        }
        List<Damage> all = new ArrayList<>();
        for (int i = 0; i < Math.min(MOST_WORDS, words.size()); i++) {
            int[] word =
                    words.size() <= MOST_WORDS
                            ? words.get(i)
                            : words.get(random.nextInt(words.size()));
            all.add(
                    new Damage(
                            "word replaced at byte " + word[0],
                            spliced(content, word[0], word[1], CANARY)));
        }
        return all;
    }

    /** Whether a reason holds what only the record held. */
    static boolean betrayedBy(String reason) {
        return reason.toLowerCase(Locale.ROOT).contains(CANARY.toLowerCase(Locale.ROOT));
    }

    private static byte[] spliced(byte[] content, int from, int to, String text) {
        byte[] added = text.getBytes(StandardCharsets.UTF_8);
        byte[] spliced = new byte[content.length - (to - from) + added.length];
        System.arraycopy(content, 0, spliced, 0, from);
        System.arraycopy(added, 0, spliced, from, added.length);
        System.arraycopy(content, to, spliced, from + added.length, content.length - to);
        return spliced;
    }
}
