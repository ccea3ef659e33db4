package org.kithway.need;

import org.kithway.identity.name.Seniority;
import org.kithway.identity.name.Title;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What a description of a position asks for, as far as it names what is known of people: skills,
 * titles, places and languages, and the seniority that its first line tells.
 *
 * <p>Nothing else of a description is read, and nothing else of a person is compared: no name, age,
 * sex, origin or picture.
 *
 * @param seniority what the position is; unknown if the first line does not tell
 */
public record Requirements(List<Requirement> all, Seniority seniority) {
    /** A kind that a description names; the weight of one requirement of it. */
    public enum Kind {
        TITLE(2),
        SKILL(1),
        LANGUAGE(1),
        PLACE(1);

        private final double weight;

        Kind(double weight) {
            this.weight = weight;
        }

        public double weight() {
            return weight;
        }
    }

    /** One thing asked for, in lower case. */
    public record Requirement(Kind kind, String text) {}

    /** What is known of people, or of one person. */
    public record Traits(
            Collection<String> titles,
            Collection<String> skills,
            Collection<String> languages,
            Collection<String> places) {
        private Map<Kind, Set<String>> plain() {
            Map<Kind, Set<String>> plain = new EnumMap<>(Kind.class);
            plain.put(Kind.TITLE, words(titles));
            plain.put(Kind.SKILL, words(skills));
            plain.put(Kind.LANGUAGE, words(languages));
            plain.put(Kind.PLACE, words(places));
            return plain;
        }

        private static Set<String> words(Collection<String> values) {
            Set<String> words = new HashSet<>();
            values.forEach(value -> words.add(Requirements.plain(value)));
            words.remove("");
            return words;
        }
    }

    /**
     * How a person meets them.
     *
     * @param share of the requirements by weight that are met, 0 to 1; 0 if there are none
     */
    public record Match(List<Requirement> met, List<Requirement> missing, double share) {}

    public Requirements {
        all = List.copyOf(all);
    }

    /**
     * Reads a description; O(words of the description x longest known value).
     *
     * @param known values that people have; only those can be required
     */
    public static Requirements of(String description, Traits known) {
        Map<Kind, Set<String>> values = known.plain();
        int longest =
                values.values().stream()
                        .flatMap(Set::stream)
                        .mapToInt(value -> value.split(" ", -1).length)
                        .max()
                        .orElse(0);
        String[] words = plain(description).split(" ", -1);
        Map<Requirement, Integer> found =
                new TreeMap<>(
                        Comparator.comparing(Requirement::kind).thenComparing(Requirement::text));
        int at = 0;
        while (at < words.length) {
            int taken = 1;
            for (int n = Math.min(longest, words.length - at); n > 0; n--) {
                String phrase = String.join(" ", List.of(words).subList(at, at + n));
                Set<Kind> kinds = EnumSet.noneOf(Kind.class);
                values.forEach((kind, ofKind) -> {
                    if (ofKind.contains(phrase)) {
                        kinds.add(kind);
                    }
                });
                if (!kinds.isEmpty()) {
                    kinds.forEach(kind -> found.put(new Requirement(kind, phrase), 1));
                    taken = n;
                    break;
                }
            }
            at += taken;
        }
        String firstLine = description.strip().lines().findFirst().orElse("");
        return new Requirements(List.copyOf(found.keySet()), Title.of(firstLine).seniority());
    }

    /** Which of them a person meets. */
    public Match of(Traits person) {
        Map<Kind, Set<String>> values = person.plain();
        List<Requirement> met = new ArrayList<>();
        List<Requirement> missing = new ArrayList<>();
        double got = 0;
        double asked = 0;
        for (Requirement each : all) {
            asked += each.kind().weight();
            if (values.getOrDefault(each.kind(), Set.of()).contains(each.text())) {
                got += each.kind().weight();
                met.add(each);
            } else {
                missing.add(each);
            }
        }
        return new Match(met, missing, asked == 0 ? 0 : got / asked);
    }

    /** The words in lower case, without punctuation, one blank between them. */
    static String plain(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}+#]+", " ").strip();
    }
}
