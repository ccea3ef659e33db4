package org.kithway.quality;

import org.kithway.model.Site;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Somebody, or several people taken together, and those whom they know.
 *
 * @param contacts whom any of them knows, themselves left out
 * @param among ties between contacts, each once
 * @param tellers how many of the contacts told of their own ties
 * @param openings for each contact whom it may open: itself, goal 0 and so on, and those whom it
 *     knows
 * @param withinTwo how many people can be reached in at most two ties
 * @param withinThree how many in at most three
 */
public record Circle(
        List<Contact> contacts,
        List<Pair> among,
        int tellers,
        List<Coverage.Reach> openings,
        int withinTwo,
        int withinThree) {
    public Circle {
        contacts = List.copyOf(contacts);
        among = List.copyOf(among);
        openings = List.copyOf(openings);
    }

    /**
     * One whom they know.
     *
     * @param chance that this contact answers, the best of those who know it
     * @param mutual whether something went both ways, or both confirmed that they know each other
     * @param quietDays since the last sign of life, -1 if no time is known
     * @param keepers how many of them know the contact
     */
    public record Contact(
            double chance, boolean mutual, long quietDays, SortedSet<Site> sites, int keepers) {
        public Contact {
            sites = new TreeSet<>(sites);
        }
    }

    /** Two contacts who know each other, by their places. */
    public record Pair(int one, int other) {}

    /** The circle as a network: node 0 is the middle, node i + 1 the contact i; no weights. */
    Network network() {
        Network.Builder builder = Network.mutual(contacts.size() + 1);
        for (int i = 0; i < contacts.size(); i++) {
            builder.add(0, i + 1);
        }
        among.forEach(pair -> builder.add(pair.one() + 1, pair.other() + 1));
        return builder.build().unweighted();
    }
}
