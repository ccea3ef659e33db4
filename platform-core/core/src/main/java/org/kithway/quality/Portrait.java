package org.kithway.quality;

import org.kithway.model.PersonId;
import org.kithway.model.Site;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The qualities of a circle of contacts: is it large, or is it good?
 *
 * @param size how many contacts
 * @param position effective size, constraint and so on, of the ties that are known
 * @param effectiveSize what the effective size may be, given who did not tell of their ties
 * @param observed the share of pairs of contacts of whom at least one told, 0 to 1
 * @param clustering the share of pairs of contacts who are known to know each other
 * @param circles how many groups the contacts fall into among themselves, single ones included
 * @param strong contacts who answer with a chance of a half or more
 * @param weak contacts who answer with a chance below a fifth
 * @param mutual the share of contacts with whom something went both ways
 * @param dormant the share of contacts of whom nothing was heard for a year, of those of whom a
 *     time is known; NaN if of none
 * @param multiplex the share of contacts met at more than one site
 * @param singleKeeper the share of contacts whom only one of several people knows
 * @param withinTwo people within two ties
 * @param withinThree people within three ties
 * @param sites what each site adds, by site
 * @param diversityOfSites over all contacts' sites
 * @param core the greatest number such that there is a group of contacts each of whom knows so many
 *     others in it
 * @param between the share of pairs of contacts whose shortest way leads through the middle, 0 to
 *     1: betweenness in the circle (Everett and Borgatti 2005)
 * @param betweenError half the width of its 80 % interval, 0 where all contacts were looked at
 * @param localBridges contacts who know no other contact, as far as is known
 * @param strengths how many contacts answer with a chance below 0.2, 0.4, 0.6, 0.8 and up to 1
 * @param balance the mean over contacts with messages of {@code 2 min(in, out) / (in + out)}, 0 to
 *     1; NaN if there are none
 * @param keepers of several people, how many contacts each alone knows
 * @param overlap of several people, the pairs with most contacts in common
 * @param siteBridges what joins the contacts of each two sites
 * @param uploads whose upload would tell most
 * @param usages how each in the middle uses the ties
 * @param expectedReach how many people can be expected to be reached through one contact at most
 * @param enough how many of the best contacts give 80 % of that
 */
public record Portrait(
        int size,
        StructuralHoles.Position position,
        UnseenTies.Interval effectiveSize,
        double observed,
        double clustering,
        int circles,
        int strong,
        int weak,
        double mutual,
        double dormant,
        double multiplex,
        double singleKeeper,
        int withinTwo,
        int withinThree,
        SortedMap<Site, SiteShare> sites,
        Diversity diversityOfSites,
        int core,
        double between,
        double betweenError,
        int localBridges,
        List<Integer> strengths,
        double balance,
        SortedMap<PersonId, Integer> keepers,
        List<SharedContacts> overlap,
        List<SiteBridge> siteBridges,
        List<Uploads.Candidate> uploads,
        List<Usage> usages,
        double expectedReach,
        int enough) {
    private static final double STRONG = 0.5;
    private static final double WEAK = 0.2;
    private static final int YEAR = 365;

    /** Pairs of contacts of whom neither told know each other at most so often. */
    private static final double PLAUSIBLE_DENSITY = 0.25;

    private static final double ENOUGH = 0.8;
    private static final int BANDS = 5;
    private static final int SOURCES = 100;
    private static final int NAMED = 5;

    /**
     * @param contacts who are met there
     * @param alone who are met nowhere else
     */
    public record SiteShare(int contacts, int alone) {}

    /** Draws the portrait; O(m sqrt m + c log c) or so. */
    public static Portrait of(Circle circle) {
        Network network = circle.network();
        int size = circle.contacts().size();
        long among = network.tieCount() - size;
        UnseenTies unseen = new UnseenTies(size, among, circle.tellers());
        Network contacts = network.among(contactNodes(size));
        SortedMap<Site, SiteShare> sites = sites(circle);
        Centrality.Sampled between = new Centrality(network).betweenness(SOURCES, new Random(1));
        double pairs = Math.max(1, size * (size - 1.0) / 2);
        Coverage coverage = coverage(circle);
        return new Portrait(
                size,
                new StructuralHoles(network).of(0, StructuralHoles.Scope.EGO_NETWORK),
                unseen.effectiveSize(PLAUSIBLE_DENSITY),
                unseen.observedShare(),
                new Cohesion(network).clustering(0),
                size == 0 ? 0 : Communities.of(contacts, 3, new Random(1)).count(),
                (int) circle.contacts().stream().filter(c -> c.chance() >= STRONG).count(),
                (int) circle.contacts().stream().filter(c -> c.chance() < WEAK).count(),
                share(circle, circle.contacts().stream().filter(Circle.Contact::mutual).count()),
                dormant(circle),
                share(circle, circle.contacts().stream().filter(c -> c.sites().size() > 1).count()),
                share(circle, circle.contacts().stream().filter(Portrait::isSingle).count()),
                circle.withinTwo(),
                circle.withinThree(),
                sites,
                Diversity.of(sites.values().stream().map(SiteShare::contacts).toList()),
                Arrays.stream(new Cohesion(contacts).cores()).max().orElse(0),
                between.values()[0] / pairs,
                between.errors()[0] / pairs,
                new Bridges(network).localAt(0),
                strengths(circle),
                balance(circle),
                keepers(circle),
                SharedContacts.of(circle, NAMED),
                SiteBridge.of(circle),
                Uploads.most(circle, NAMED, PLAUSIBLE_DENSITY),
                circle.usages(),
                coverage.reached().isEmpty() ? 0 : coverage.reached().getLast(),
                coverage.enoughFor(ENOUGH));
    }

    private static int[] contactNodes(int size) {
        int[] nodes = new int[size];
        Arrays.setAll(nodes, i -> i + 1);
        return nodes;
    }

    private static double share(Circle circle, long count) {
        return circle.contacts().isEmpty() ? 0 : (double) count / circle.contacts().size();
    }

    private static boolean isSingle(Circle.Contact contact) {
        return contact.keepers().size() == 1;
    }

    private static List<Integer> strengths(Circle circle) {
        int[] bands = new int[BANDS];
        for (Circle.Contact contact : circle.contacts()) {
            bands[Math.min(BANDS - 1, (int) (contact.chance() * BANDS))]++;
        }
        return Arrays.stream(bands).boxed().toList();
    }

    private static double balance(Circle circle) {
        return circle.contacts().stream()
                .filter(c -> c.sent() + c.received() > 0)
                .mapToDouble(
                        c -> 2.0 * Math.min(c.sent(), c.received()) / (c.sent() + c.received()))
                .average()
                .orElse(Double.NaN);
    }

    private static SortedMap<PersonId, Integer> keepers(Circle circle) {
        SortedMap<PersonId, Integer> alone = new TreeMap<>();
        for (Circle.Contact contact : circle.contacts()) {
            if (isSingle(contact)) {
                alone.merge(contact.keepers().getFirst(), 1, Integer::sum);
            }
        }
        return alone;
    }

    private static double dormant(Circle circle) {
        List<Circle.Contact> timed =
                circle.contacts().stream().filter(c -> c.quietDays() >= 0).toList();
        long quiet = timed.stream().filter(c -> c.quietDays() > YEAR).count();
        return timed.isEmpty() ? Double.NaN : (double) quiet / timed.size();
    }

    private static SortedMap<Site, SiteShare> sites(Circle circle) {
        SortedMap<Site, SiteShare> sites = new TreeMap<>();
        for (Circle.Contact contact : circle.contacts()) {
            int alone = contact.sites().size() == 1 ? 1 : 0;
            for (Site site : contact.sites()) {
                sites.merge(
                        site,
                        new SiteShare(1, alone),
                        (a, b) ->
                                new SiteShare(a.contacts() + b.contacts(), a.alone() + b.alone()));
            }
        }
        return sites;
    }

    private static Coverage coverage(Circle circle) {
        int goals = 0;
        List<Coverage.Reach> openings = new ArrayList<>(circle.openings());
        for (Coverage.Reach reach : openings) {
            goals = Math.max(goals, Arrays.stream(reach.goals()).max().orElse(-1) + 1);
        }
        double[] worth = new double[goals];
        Arrays.fill(worth, 1);
        return Coverage.greedy(openings, worth);
    }
}
