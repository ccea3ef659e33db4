package org.kithway.identity.name;

import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How common names are: the share of people, from 0 to 1, one of whose given or family names is a
 * word in a to z. Words that are not listed get the share of a rare name.
 *
 * @param given shares of given names
 * @param family shares of family names
 * @param rare the share of any other
 */
public record NameFrequency(
        SortedMap<String, Double> given, SortedMap<String, Double> family, double rare) {
    /** How many people's names the prior weighs as much as, when shares are estimated. */
    private static final double STRENGTH = 1000;

    private static final double RARE = 2e-6;
    private static final Set<String> FIRST = new HashSet<>();

    /** Rough shares among the members of the world's social sites. */
    public static final NameFrequency PRIOR = prior();

    public NameFrequency {
        given = Collections.unmodifiableSortedMap(new TreeMap<>(given));
        family = Collections.unmodifiableSortedMap(new TreeMap<>(family));
    }

    /**
     * Shares among some people, drawn towards the prior by the weight of a thousand people: {@code
     * (count + 1000 prior) / (people + 1000)}.
     *
     * @param given how many people have each given name
     * @param family how many people have each family name
     */
    public static NameFrequency estimate(
            Map<String, Integer> given, Map<String, Integer> family, long people) {
        return new NameFrequency(
                smoothed(given, PRIOR.given, people),
                smoothed(family, PRIOR.family, people),
                RARE * STRENGTH / (people + STRENGTH));
    }

    private static SortedMap<String, Double> smoothed(
            Map<String, Integer> counts, Map<String, Double> prior, long people) {
        SortedMap<String, Double> shares = new TreeMap<>();
        Set<String> names = new HashSet<>(counts.keySet());
        names.addAll(prior.keySet());
        for (String name : names) {
            double before = prior.getOrDefault(name, RARE);
            shares.put(
                    name, (counts.getOrDefault(name, 0) + STRENGTH * before) / (people + STRENGTH));
        }
        return shares;
    }

    /** The share of people with this given name. */
    public double ofGiven(String latin) {
        return given.getOrDefault(latin, rare);
    }

    /** The share of people with this family name. */
    public double ofFamily(String latin) {
        return family.getOrDefault(latin, rare);
    }

    boolean isFamily(String latin) {
        return family.containsKey(latin);
    }

    /** Whether it is a family name that is mostly written first: Nguyen, Kim. */
    boolean comesFirst(String latin) {
        return FIRST.contains(latin);
    }

    private static NameFrequency prior() {
        Map<String, Double> given = new HashMap<>();
        Map<String, Double> family = new HashMap<>();
        for (List<String> row : Vocabulary.rows("name-frequencies.tsv")) {
            boolean isGiven = row.get(0).equals("given");
            double share = Double.parseDouble(row.get(1)) / 1e6;
            for (String name : Vocabulary.words(row, 2)) {
                String latin = Romanization.latin(name);
                (isGiven ? given : family).merge(latin, share, Math::max);
                if (row.get(0).equals("family-first")) {
                    FIRST.add(latin);
                }
            }
        }
        return new NameFrequency(new TreeMap<>(given), new TreeMap<>(family), RARE);
    }
}
