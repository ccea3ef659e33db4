package org.kithway.search;

import java.util.List;
import java.util.function.Consumer;

/** The writing side of the tie graph. */
public interface TieUpdates {
    /**
     * Applies changes in order; visible to the next question.
     *
     * @param offset the log's offset after these changes
     */
    void apply(Generation generation, List<TieChange> changes, long offset);

    /** The log's offset from which this generation wants to read on; 0 if it holds nothing. */
    long offset(Generation generation);

    /** Makes the generation the one that answers, and forgets the others. */
    void promote(Generation generation);

    /**
     * Hands on all that is said of pairs in all layers of the generation, each pair of a layer
     * once, never {@link TieChange.State.Silent}.
     */
    void each(Generation generation, Consumer<TieChange> action);
}
