package org.kithway.connector.facebook;

import org.jspecify.annotations.Nullable;
import org.kithway.connector.ExportText;
import org.kithway.model.AccountId;
import org.kithway.model.Fact;
import org.kithway.model.Site;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Who is meant. The site's exports give nothing of others but their names, which hold within one
 * export alone; and the owner, too, is named in the third person.
 */
final class People {
    static final Site FACEBOOK = new Site("facebook");

    private static final int LONGEST_KEY = 512;

    /** The site allows 5,000 friends; the rest are partners in conversations. */
    private static final int MOST_KNOWN = 50_000;

    private static final int MOST_INTRODUCED = 10_000;

    private final Set<String> owner = new HashSet<>();
    private final Map<String, List<String>> knownByFirstWord = new HashMap<>();
    private int known;
    private final Map<String, Boolean> introduced =
            new LinkedHashMap<>(16, 0.75f, true) {
                private static final long serialVersionUID = 1;

                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
                    return size() > MOST_INTRODUCED;
                }
            };

    /** The name with single blanks; null if nothing is left, or where somebody left the site. */
    static @Nullable String name(@Nullable String text) {
        if (text == null) {
            return null;
        }
        String name = ExportText.inOneLine(text);
        return name.isEmpty() || name.length() > LONGEST_KEY || Labels.isClosed(name) ? null : name;
    }

    /** Takes note of a name of the owner. */
    void isOwner(@Nullable String name) {
        String plain = name(name);
        if (plain != null) {
            owner.add(plain.toLowerCase(Locale.ROOT));
        }
    }

    boolean isOwnerKnown() {
        return !owner.isEmpty();
    }

    /** Whether the name is the owner's. Page inboxes leave the owner's name blank. */
    boolean isOwnerNamed(String name) {
        return name.isBlank() || owner.contains(name.strip().toLowerCase(Locale.ROOT));
    }

    /**
     * The account of a name, which is told with its name where it was not lately.
     *
     * @param facts to which the name is added
     */
    AccountId account(String name, List<Fact> facts) {
        AccountId account = AccountId.named(FACEBOOK, name);
        if (introduced.put(name, true) == null) {
            facts.add(new Fact.Described(account, Fact.Trait.NAME, name));
        }
        learn(name);
        return account;
    }

    private void learn(String name) {
        if (known < MOST_KNOWN) {
            List<String> alike =
                    knownByFirstWord.computeIfAbsent(firstWord(name), _ -> new ArrayList<>(1));
            if (!alike.contains(name)) {
                alike.add(name);
                known++;
            }
        }
    }

    /** The longest known name that the text has at a place, or null. */
    @Nullable String knownAt(String text, int from) {
        String word = firstWord(text.substring(from));
        String longest = null;
        String bare = withoutGenitive(word);
        for (String first : word.equals(bare) ? List.of(word) : List.of(word, bare)) {
            for (String name : knownByFirstWord.getOrDefault(first, List.of())) {
                if (text.startsWith(name, from)
                        && isEnd(text, from + name.length())
                        && (longest == null || name.length() > longest.length())) {
                    longest = name;
                }
            }
        }
        return longest;
    }

    /** Whether a name may end there: some languages glue an s to it. */
    private static boolean isEnd(String text, int at) {
        int next = at < text.length() && text.charAt(at) == 's' ? at + 1 : at;
        return next >= text.length() || !Character.isLetterOrDigit(text.charAt(next));
    }

    /** The text without the owner's name at its beginning. */
    String withoutOwner(String sentence) {
        String lower = sentence.toLowerCase(Locale.ROOT);
        String longest = "";
        for (String name : owner) {
            if (lower.startsWith(name) && name.length() > longest.length()) {
                longest = name;
            }
        }
        return lower.length() == sentence.length()
                ? sentence.substring(longest.length())
                : sentence;
    }

    private static String firstWord(String text) {
        int end = text.indexOf(' ');
        String word = end < 0 ? text : text.substring(0, end);
        int last = word.length();
        while (last > 0 && !Character.isLetterOrDigit(word.charAt(last - 1))) {
            last--;
        }
        return word.substring(0, last);
    }

    private static String withoutGenitive(String word) {
        int end = word.endsWith("s") ? word.length() - 1 : word.length();
        while (end > 0 && !Character.isLetterOrDigit(word.charAt(end - 1))) {
            end--;
        }
        return word.substring(0, end);
    }
}
