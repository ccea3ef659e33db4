package org.kithway.search;

import java.util.List;

/** The writing side of the people store. */
public interface DocumentWriter {
    /** Makes sure that the generation's indices exist; does nothing if they do. */
    void prepare(Generation generation);

    /**
     * Applies the changes and checks each of them.
     *
     * @param version grows with every batch of one organization; a write with a lower version than
     *     the stored one is passed over
     * @return the changes that the store refused for good, each with its reason; all others are
     *     stored
     * @throws StoreBusyException if the store asks to come back later or cannot be reached; none or
     *     some of the changes were applied, and all may be sent again
     */
    List<Refusal> write(Generation generation, List<Change> changes, long version);

    /**
     * Makes the generation the one that is searched, at once and for all, and forgets the others.
     */
    void promote(Generation generation);

    /** Makes everything written so far visible to searches. */
    void refresh(Generation generation);

    /** A change that the store will never take. */
    record Refusal(Change change, String reason) {}
}
