package org.kithway.quality;

import org.kithway.model.PersonId;
import org.kithway.model.Site;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;

/**
 * Whose upload would tell most about ties that are not seen yet: a pair of contacts is unseen as
 * long as neither told of their ties, and two who share no site can hardly have one to tell of.
 */
public final class Uploads {
    private Uploads() {}

    /**
     * A contact who did not tell yet.
     *
     * @param pairs how many unseen pairs this upload would decide, of those who share a site
     * @param narrows by how much the interval of the effective size would become narrower, if at
     *     most the plausible share of these pairs has a tie
     */
    public record Candidate(PersonId person, long pairs, double narrows) {}

    /**
     * The best ones, those who decide most pairs first; who decides none is left out. O(c s + k^2),
     * k the number of different sets of sites.
     *
     * @param density the greatest plausible share of unseen pairs with a tie
     */
    public static List<Candidate> most(Circle circle, int limit, double density) {
        Map<SortedSet<Site>, Integer> bySites = new HashMap<>();
        for (Circle.Contact contact : circle.contacts()) {
            if (!contact.told()) {
                bySites.merge(contact.sites(), 1, Integer::sum);
            }
        }
        Map<SortedSet<Site>, Long> pairs = new HashMap<>();
        for (SortedSet<Site> sites : bySites.keySet()) {
            long sharing = 0;
            for (Map.Entry<SortedSet<Site>, Integer> other : bySites.entrySet()) {
                sharing += other.getKey().stream().anyMatch(sites::contains) ? other.getValue() : 0;
            }
            // Nobody makes a pair with themselves.
            pairs.put(sites, Math.max(0, sharing - 1));
        }
        List<Candidate> candidates = new ArrayList<>();
        for (Circle.Contact contact : circle.contacts()) {
            long decided = contact.told() ? 0 : pairs.getOrDefault(contact.sites(), 0L);
            if (decided > 0) {
                double narrows = 2 * density * decided / circle.contacts().size();
                candidates.add(new Candidate(contact.person(), decided, narrows));
            }
        }
        return candidates.stream()
                .sorted(
                        Comparator.comparingLong(Candidate::pairs)
                                .reversed()
                                .thenComparing(Candidate::person))
                .limit(limit)
                .toList();
    }
}
