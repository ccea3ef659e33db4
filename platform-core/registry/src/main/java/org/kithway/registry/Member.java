package org.kithway.registry;

import org.kithway.model.AccountId;
import org.kithway.model.MemberId;
import org.kithway.model.OrganizationId;

import java.time.Instant;

/** A member of an organization; the name is unique there, whatever its case. */
public record Member(
        MemberId id, OrganizationId organization, String name, Role role, Instant created) {
    /** The account that the member is. */
    public AccountId account() {
        return AccountId.member(id);
    }

    public Principal principal() {
        return new Principal(organization, id, role);
    }
}
