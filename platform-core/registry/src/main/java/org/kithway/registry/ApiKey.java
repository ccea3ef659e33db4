package org.kithway.registry;

import org.jspecify.annotations.Nullable;
import org.kithway.model.MemberId;

import java.time.Instant;

/**
 * A key as it is listed: everything but its secret.
 *
 * @param id names the key when it is revoked; no secret
 * @param expires null if it never does
 * @param lastUsed to the minute; null if never
 */
public record ApiKey(
        String id,
        MemberId member,
        String name,
        Instant created,
        @Nullable Instant expires,
        @Nullable Instant lastUsed) {}
