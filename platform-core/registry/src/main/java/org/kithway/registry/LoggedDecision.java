package org.kithway.registry;

import org.kithway.model.OrganizationId;

import java.time.Instant;

/**
 * A decision in its place.
 *
 * @param sequence its number in the organization; later decisions have greater ones
 */
public record LoggedDecision(
        OrganizationId organization, long sequence, Instant recorded, Decision decision) {}
