package org.kithway.connector.facebook;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Sentences in which an export says, in the language of their time, what the owner did: {@code Ann
 * commented on Ben's post.}, {@code Ann synes godt om Bens billede.}
 */
final class Sentences {
    private static final int LONGEST = 2_000;

    /** Words after which a name stands, up to its genitive; English and Danish have been seen. */
    private static final List<Pattern> PERSON =
            List.of(
                    Pattern.compile(
                            "(?:commented on|replied to|reacted to|liked|likes|loved|wrote on"
                                    + "|shared) (.{2,80}?)['\u2019](?:s\\b|(?= )).*",
                            Pattern.DOTALL),
                    Pattern.compile(
                            "(?:har kommenteret|kommenterede|har svaret på|svarede på|reagerede på"
                                    + "|synes godt om|syntes godt om|på) (.{2,80}?)(?:s|['\u2019]s?)"
                                    + " (?:opslag|billede|link|kommentar|video|album|foto|minde"
                                    + "|statusopdatering|tidslinje|slå op).*",
                            Pattern.DOTALL));

    private static final Pattern NOBODY =
            Pattern.compile(
                    "(?i)(?:an?|the|his|her|its|their|your|my|a friend|et|en|sit|sin|sine|hans"
                            + "|hendes|dit|din)(?: .*)?");

    private static final List<Pattern> GROUP =
            List.of(
                    Pattern.compile(".*\\b(?:became a member of|joined)(?: the group)? (.+?)\\.?"),
                    Pattern.compile(".*\\bblev medlem af(?: gruppen)? (.+?)\\.?"),
                    Pattern.compile(
                            "(?:Du|.+) (?:bist|ist)(?: der Gruppe)? (.+?) (?:beigetreten)\\.?"));

    private Sentences() {}

    /** Whom a sentence is about beside the owner, or null if it names nobody. */
    static @Nullable String person(@Nullable String sentence, People people) {
        if (sentence == null || sentence.length() > LONGEST) {
            return null;
        }
        String rest = people.withoutOwner(sentence);
        String longest = null;
        for (int i = 0; i < rest.length(); i++) {
            boolean begins =
                    Character.isLetterOrDigit(rest.charAt(i))
                            && (i == 0 || !Character.isLetterOrDigit(rest.charAt(i - 1)));
            String name = begins ? people.knownAt(rest, i) : null;
            if (name != null && (longest == null || name.length() > longest.length())) {
                longest = name;
            }
        }
        return longest != null ? longest : unknown(rest, people);
    }

    private static @Nullable String unknown(String rest, People people) {
        for (Pattern pattern : PERSON) {
            Matcher matcher = pattern.matcher(rest);
            if (matcher.find()) {
                String name = People.name(matcher.group(1));
                if (name != null && !NOBODY.matcher(name).matches() && !people.isOwnerNamed(name)) {
                    return name;
                }
            }
        }
        return null;
    }

    /** The group that a sentence says the owner joined, or null. */
    static @Nullable String group(@Nullable String sentence) {
        if (sentence != null && sentence.length() <= LONGEST) {
            for (Pattern pattern : GROUP) {
                Matcher matcher = pattern.matcher(sentence);
                if (matcher.matches()) {
                    return People.name(matcher.group(1));
                }
            }
        }
        return null;
    }
}
