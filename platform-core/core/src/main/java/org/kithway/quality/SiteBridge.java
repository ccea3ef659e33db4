package org.kithway.quality;

import org.kithway.model.Site;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What joins the contacts of two sites.
 *
 * @param one the first of the two by name
 * @param both contacts who are met at both
 * @param jaccard these as a share of the contacts of either site, 0 to 1
 * @param crossing ties between a contact met at one of the two and not at the other, and a contact
 *     of whom the reverse is true
 */
public record SiteBridge(Site one, Site other, int both, double jaccard, int crossing) {
    private record Pair(Site one, Site other) {}

    /** All pairs of sites, by name. O((c + ties) s^2). */
    public static List<SiteBridge> of(Circle circle) {
        Map<Site, Integer> sizes = new HashMap<>();
        Map<Pair, Integer> both = new HashMap<>();
        Map<Pair, Integer> crossing = new HashMap<>();
        for (Circle.Contact contact : circle.contacts()) {
            for (Site site : contact.sites()) {
                sizes.merge(site, 1, Integer::sum);
                for (Site other : contact.sites().tailSet(site)) {
                    if (!other.equals(site)) {
                        both.merge(new Pair(site, other), 1, Integer::sum);
                    }
                }
            }
        }
        for (Circle.Pair tie : circle.among()) {
            SortedSet<Site> here = circle.contacts().get(tie.one()).sites();
            SortedSet<Site> there = circle.contacts().get(tie.other()).sites();
            for (Site site : here) {
                for (Site other : there) {
                    if (!there.contains(site) && !here.contains(other)) {
                        boolean ordered = site.compareTo(other) < 0;
                        crossing.merge(
                                ordered ? new Pair(site, other) : new Pair(other, site),
                                1,
                                Integer::sum);
                    }
                }
            }
        }
        List<SiteBridge> bridges = new ArrayList<>();
        List<Site> sites = new ArrayList<>(new TreeSet<>(sizes.keySet()));
        for (int i = 0; i < sites.size(); i++) {
            for (int j = i + 1; j < sites.size(); j++) {
                Pair pair = new Pair(sites.get(i), sites.get(j));
                int common = both.getOrDefault(pair, 0);
                int either =
                        sizes.getOrDefault(pair.one(), 0)
                                + sizes.getOrDefault(pair.other(), 0)
                                - common;
                bridges.add(
                        new SiteBridge(
                                pair.one(),
                                pair.other(),
                                common,
                                (double) common / either,
                                crossing.getOrDefault(pair, 0)));
            }
        }
        return bridges;
    }
}
