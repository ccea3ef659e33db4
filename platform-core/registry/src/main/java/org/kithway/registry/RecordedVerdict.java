package org.kithway.registry;

import org.jspecify.annotations.Nullable;
import org.kithway.model.MemberId;

import java.time.Instant;

/**
 * A verdict as the registry keeps it.
 *
 * @param note why, in the member's own words, or null
 * @param withdrawnBy who took it back, or null while it stands
 * @param withdrawn when it was taken back, or null while it stands
 * @param applied whether people are already what follows from it, or from its withdrawal
 */
public record RecordedVerdict(
        Decision.Verdict verdict,
        Instant made,
        @Nullable String note,
        @Nullable MemberId withdrawnBy,
        @Nullable Instant withdrawn,
        boolean applied) {
    /** Whether it was not taken back. */
    public boolean stands() {
        return withdrawn == null;
    }
}
