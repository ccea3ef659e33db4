package org.kithway.ingestion.kafka;

import org.kithway.ingestion.Assertion;
import org.kithway.model.AccountId;
import org.kithway.model.OrganizationId;
import org.kithway.registry.Organization;
import org.kithway.registry.Registry;
import org.kithway.registry.Suppressions;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import javax.crypto.SecretKey;

/** Who of those of whom assertions speak wishes not to be kept. */
final class Suppressed {
    private final Registry registry;

    Suppressed(Registry registry) {
        this.registry = registry;
    }

    /** The accounts on the organization's list; one query while the list is empty. */
    Set<AccountId> among(OrganizationId organization, Collection<Assertion> assertions) {
        Suppressions list = registry.suppressions();
        if (assertions.isEmpty() || list.isEmpty(organization)) {
            return Set.of();
        }
        SecretKey key =
                registry.organizations()
                        .find(organization)
                        .map(Organization::key)
                        .orElseThrow(() -> new IllegalStateException("no such organization"));
        Map<String, AccountId> digests = new HashMap<>();
        for (Assertion assertion : assertions) {
            AccountId subject = assertion.fact().subject();
            digests.put(Suppressions.digest(key, subject), subject);
            AccountId object = assertion.fact().object();
            if (object != null) {
                digests.put(Suppressions.digest(key, object), object);
            }
        }
        Set<AccountId> suppressed = new HashSet<>();
        list.contains(organization, digests.keySet())
                .forEach(digest -> suppressed.add(digests.get(digest)));
        return suppressed;
    }

    static boolean speaksOf(Assertion assertion, Set<AccountId> accounts) {
        AccountId object = assertion.fact().object();
        return accounts.contains(assertion.fact().subject())
                || (object != null && accounts.contains(object));
    }
}
