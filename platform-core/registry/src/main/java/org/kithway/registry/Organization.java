package org.kithway.registry;

import org.kithway.model.OrganizationId;

import java.time.Instant;

import javax.crypto.SecretKey;

/**
 * An organization.
 *
 * @param key the HMAC-SHA-256 key of its fact ids and suppressions, 32 bytes
 * @param generation which set of its derived indices answers now, from 1
 */
public record Organization(
        OrganizationId id, String name, SecretKey key, Instant created, int generation) {}
