package org.kithway.ingestion.kafka;

import org.jspecify.annotations.Nullable;
import org.kithway.model.OrganizationId;
import org.kithway.registry.Leases;
import org.kithway.registry.Registry;
import org.kithway.search.Generation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Which generations of an organization's documents are to be written: the one that answers, and the
 * one that a rebuild fills. Nodes tell each other of a rebuild by a lease whose holder names the
 * generation.
 */
final class Builds {
    private static final Duration HELD = Duration.ofSeconds(60);

    private final Registry registry;

    Builds(Registry registry) {
        this.registry = registry;
    }

    /**
     * The generations to write, that which answers first; none if there is no such organization. To
     * be asked after the records that are to be written were read: what a rebuild does not find in
     * the log when it begins was then read by somebody who knows of it.
     */
    List<Generation> targets(OrganizationId organization) {
        // The rebuild first: one that ends between both answers is the one that answers.
        Leases leases = registry.leases();
        @Nullable String build = leases.holder(lease(organization)).orElse(null);
        List<Generation> targets = new ArrayList<>();
        registry.organizations()
                .find(organization)
                .ifPresent(found -> {
                    targets.add(new Generation(organization, found.generation()));
                    if (build != null) {
                        int number = Integer.parseInt(build.substring(build.lastIndexOf('#') + 1));
                        if (number > found.generation()) {
                            targets.add(new Generation(organization, number));
                        }
                    }
                });
        return targets;
    }

    /** Tells all nodes, or goes on telling them; false if another builds. */
    boolean announce(Generation generation, String node) {
        return registry.leases()
                .acquire(lease(generation.organization()), holder(generation, node), HELD);
    }

    /** Goes on telling all nodes; false if they may have forgotten in between. */
    boolean goOn(Generation generation, String node) {
        return registry.leases()
                .renew(lease(generation.organization()), holder(generation, node), HELD);
    }

    void end(Generation generation, String node) {
        registry.leases().release(lease(generation.organization()), holder(generation, node));
    }

    private static String holder(Generation generation, String node) {
        return node + "#" + generation.number();
    }

    private static String lease(OrganizationId organization) {
        return "build:" + organization;
    }
}
