package org.kithway.web;

import org.kithway.connector.Connector;
import org.kithway.model.Site;

import java.util.List;
import java.util.Optional;

/** The connectors that this server reads archives with. */
public interface InstalledConnectors {
    /** All of them, by site. */
    List<Installed> list();

    default Optional<Installed> of(Site site) {
        return list().stream()
                .filter(i -> i.connector().descriptor().site().equals(site))
                .findFirst();
    }

    /** The site's name as people write it; its plain name if no connector knows it. */
    default String title(Site site) {
        if (site.equals(Site.EMAIL)) {
            return "e-mail";
        }
        return of(site).map(i -> i.connector().descriptor().title()).orElse(site.name());
    }

    /**
     * @param version of the plugin
     */
    record Installed(Connector connector, String version) {}
}
