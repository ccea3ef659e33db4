package org.kithway.registry;

import org.jspecify.annotations.Nullable;
import org.kithway.model.AccountId;
import org.kithway.model.Layer;
import org.kithway.model.PersonId;

import java.util.List;

/**
 * That people turned out to be one, or one to be several.
 *
 * @param id a function of what happened and of the decision from which it followed, so that it is
 *     recorded once
 * @param layer in whose view of people
 * @param person who the parts are together: afterwards if they merged, before if they split
 * @param parts the accounts of each
 * @param reasons what speaks for it, or against it, the weightiest first
 * @param cause the import, verdict or model from which it followed; null if facts came late
 */
public record IdentityEvent(
        String id,
        Kind kind,
        Layer layer,
        PersonId person,
        List<List<AccountId>> parts,
        List<Reason> reasons,
        @Nullable String cause) {
    public IdentityEvent {
        parts = parts.stream().map(List::copyOf).toList();
        reasons = List.copyOf(reasons);
    }

    /** What happened. */
    public enum Kind {
        MERGED,
        SPLIT
    }

    /**
     * A reason in words.
     *
     * @param bits its weight; 0 where it is no matter of weights
     */
    public record Reason(String words, double bits) {}
}
