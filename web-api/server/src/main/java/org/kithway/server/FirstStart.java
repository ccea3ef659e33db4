package org.kithway.server;

import org.kithway.model.OrganizationId;
import org.kithway.registry.Member;
import org.kithway.registry.Principal;
import org.kithway.registry.Registry;
import org.kithway.registry.Role;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * What an instance has from its first start on: an organization, an administrator, and a key for
 * the command line of this machine.
 *
 * @param administrator on whose behalf the command line asks
 */
record FirstStart(Principal administrator) {
    static final OrganizationId ORGANIZATION = new OrganizationId("default");

    static FirstStart ensure(Registry registry, Home home) throws IOException {
        if (registry.organizations().find(ORGANIZATION).isEmpty()) {
            registry.organizations().create(ORGANIZATION, "Your organization");
        }
        List<Member> members = registry.members().list(ORGANIZATION);
        Member administrator =
                members.stream()
                        .filter(m -> m.role() == Role.ADMIN)
                        .findFirst()
                        .orElseGet(() ->
                                registry.members()
                                        .create(ORGANIZATION, "Administrator", Role.ADMIN));
        Optional<Principal> holder = home.key().flatMap(registry.access()::key);
        if (holder.isPresent()) {
            return new FirstStart(holder.get());
        }
        home.writeKey(
                registry.access().createKey(administrator.id(), "command line", null).token());
        return new FirstStart(administrator.principal());
    }
}
