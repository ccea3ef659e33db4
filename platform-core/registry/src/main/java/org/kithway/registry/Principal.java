package org.kithway.registry;

import org.kithway.model.MemberId;
import org.kithway.model.OrganizationId;

/** Who asks: fixed by a session or a key, never by what a request says. */
public record Principal(OrganizationId organization, MemberId member, Role role) {}
