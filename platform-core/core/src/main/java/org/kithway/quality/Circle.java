package org.kithway.quality;

import org.kithway.model.PersonId;
import org.kithway.model.Site;

import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Somebody, or several people taken together, and those whom they know.
 *
 * @param contacts whom any of them knows, themselves left out
 * @param among ties between contacts, each once
 * @param openings for each contact whom it may open: itself, goal 0 and so on, and those whom it
 *     knows
 * @param usages how each of those in the middle uses the ties
 * @param withinTwo how many people can be reached in at most two ties
 * @param withinThree how many in at most three
 */
public record Circle(
        List<Contact> contacts,
        List<Pair> among,
        List<Coverage.Reach> openings,
        List<Usage> usages,
        int withinTwo,
        int withinThree) {
    public Circle {
        contacts = List.copyOf(contacts);
        among = List.copyOf(among);
        openings = List.copyOf(openings);
        usages = List.copyOf(usages);
    }

    /** A circle of nobody. */
    public static final Circle EMPTY = new Circle(List.of(), List.of(), List.of(), List.of(), 0, 0);

    /** How many of the contacts told of their own ties. */
    public int tellers() {
        return (int) contacts.stream().filter(Contact::told).count();
    }

    /**
     * One whom they know.
     *
     * @param chance that this contact answers, the best of those who know it
     * @param mutual whether something went both ways, or both confirmed that they know each other
     * @param told whether this contact told of the own ties
     * @param quietDays since the last sign of life, -1 if no time is known
     * @param sent private messages to the contact
     * @param received private messages from the contact
     * @param keepers those of them who know the contact, each once
     */
    public record Contact(
            PersonId person,
            double chance,
            boolean mutual,
            boolean told,
            long quietDays,
            long sent,
            long received,
            SortedSet<Site> sites,
            List<PersonId> keepers) {
        public Contact {
            sites = Collections.unmodifiableSortedSet(new TreeSet<>(sites));
            keepers = List.copyOf(keepers);
        }
    }

    /** Two contacts who know each other, by their places. */
    public record Pair(int one, int other) {}

    /** The circle as a network: node 0 is the middle, node i + 1 the contact i; no weights. */
    public Network network() {
        Network.Builder builder = Network.mutual(contacts.size() + 1);
        for (int i = 0; i < contacts.size(); i++) {
            builder.add(0, i + 1);
        }
        among.forEach(pair -> builder.add(pair.one() + 1, pair.other() + 1));
        return builder.build().unweighted();
    }
}
