package org.kithway.quality;

import org.kithway.model.PersonId;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How much the contacts of two people are the same.
 *
 * @param one the lesser id
 * @param other the greater id
 * @param common contacts of both
 * @param jaccard these as a share of the contacts of either, 0 to 1 (Jaccard 1901)
 */
public record SharedContacts(PersonId one, PersonId other, int common, double jaccard) {
    private record Pair(PersonId one, PersonId other) {}

    /**
     * The pairs with contacts in common, those that overlap most first. O(sum over contacts of
     * squared keepers).
     */
    public static List<SharedContacts> of(Circle circle, int limit) {
        Map<PersonId, Integer> sizes = new HashMap<>();
        Map<Pair, Integer> common = new HashMap<>();
        for (Circle.Contact contact : circle.contacts()) {
            List<PersonId> keepers = contact.keepers();
            for (int i = 0; i < keepers.size(); i++) {
                sizes.merge(keepers.get(i), 1, Integer::sum);
                for (int j = 0; j < i; j++) {
                    PersonId a = keepers.get(i);
                    PersonId b = keepers.get(j);
                    Pair pair = a.compareTo(b) < 0 ? new Pair(a, b) : new Pair(b, a);
                    common.merge(pair, 1, Integer::sum);
                }
            }
        }
        List<SharedContacts> all = new ArrayList<>();
        common.forEach((pair, count) -> {
            int either = sizes.getOrDefault(pair.one(), 0) + sizes.getOrDefault(pair.other(), 0);
            all.add(
                    new SharedContacts(
                            pair.one(), pair.other(), count, (double) count / (either - count)));
        });
        return all.stream()
                .sorted(
                        Comparator.comparingDouble(SharedContacts::jaccard)
                                .reversed()
                                .thenComparing(SharedContacts::one)
                                .thenComparing(SharedContacts::other))
                .limit(limit)
                .toList();
    }
}
