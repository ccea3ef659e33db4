package org.kithway.web;

import org.kithway.connector.Connector;
import org.kithway.connector.Descriptor;
import org.kithway.connector.Export;
import org.kithway.connector.Setting;
import org.kithway.connector.Settings;
import org.kithway.model.Site;

import java.util.List;
import java.util.Set;

/** A connector that is never asked to read. */
final class TestConnector implements Connector {
    static final Site SITE = new Site("pals");

    @Override
    public Descriptor descriptor() {
        return new Descriptor(
                SITE,
                "Pals",
                Set.of(SITE),
                List.of("Open Pals", "Ask for the export"),
                List.of("pals"),
                List.of("messages"),
                Set.of(),
                List.of(
                        Setting.optional(
                                "year", "the first year that counts", Integer::valueOf, "2000")));
    }

    @Override
    public boolean recognizes(Export export) {
        return false;
    }

    @Override
    public Reader open(Export export, Settings settings) {
        throw new IllegalStateException("nothing is read here");
    }
}
