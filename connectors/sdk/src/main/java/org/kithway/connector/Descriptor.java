package org.kithway.connector;

import org.kithway.model.Site;

import java.util.List;
import java.util.Set;

/**
 * What a connector is and reads.
 *
 * @param site the site, which is also the connector's name
 * @param title the site's name as people write it
 * @param sites all sites of whose accounts it may speak, its own among them; empty if the files
 *     choose (the interchange format)
 * @param howToExport the steps by which a member gets the export, in order
 * @param reads what is read, in words
 * @param neverReads what is never opened or never kept, in words
 * @param affordances what the site lets a person do about another; empty where it tells nothing of
 *     that (a file of contacts)
 * @param settings what can be set
 */
public record Descriptor(
        Site site,
        String title,
        Set<Site> sites,
        List<String> howToExport,
        List<String> reads,
        List<String> neverReads,
        Set<Affordance> affordances,
        List<Setting<?>> settings) {
    public Descriptor {
        sites = Set.copyOf(sites);
        howToExport = List.copyOf(howToExport);
        reads = List.copyOf(reads);
        neverReads = List.copyOf(neverReads);
        affordances = Set.copyOf(affordances);
        settings = List.copyOf(settings);
    }
}
